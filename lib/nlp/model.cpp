// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Model files: a few readable lines (kind and version, the command, the training files with their SHA-256),
// an empty line, the parts as little-endian lists (binary.hpp), and the CRC-32 of all before it.
#include "nlp/model.hpp"

#include <zlib.h>

#include <utility>

#include "entente/error.hpp"
#include "nlp/binary.hpp"
#include "nlp/files.hpp"

namespace entente::nlp {
namespace {

constexpr std::string_view kKind = "entente-model ";
constexpr std::string_view kVersion =
    "entente-model 2 syntax";  // raise with any change of features or layout
constexpr std::string_view kCommand = "command: ";
constexpr std::string_view kFile = "trained-on: ";

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

std::string advice(const ModelOrigin& origin) {
  return origin.command.empty() ? "get it anew or train one with `entente train`"
                                : "get it anew or make it again with `" + origin.command + "`";
}

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

ModelOrigin read_origin(std::string_view& rest) {
  ModelOrigin origin;
  for (std::string_view line = take_line(rest); !line.empty(); line = take_line(rest)) {
    if (line.starts_with(kCommand)) origin.command = line.substr(kCommand.size());
    if (!line.starts_with(kFile)) continue;
    line.remove_prefix(kFile.size());
    const std::size_t space = std::min(line.find(' '), line.size());
    origin.files.push_back(
        {std::string(line.substr(std::min(space + 1, line.size()))), std::string(line.substr(0, space))});
  }
  return origin;
}

}  // namespace

Model::Model(ModelOrigin origin, FeatureTables features, Network network, Lemmatizer lemmatizer)
    : origin_(std::move(origin)),
      features_(std::move(features)),
      network_(std::move(network)),
      lemmatizer_(std::move(lemmatizer)) {}

std::string Model::bytes() const {
  BinaryWriter body;
  features_.write(body);
  network_.write(body);
  lemmatizer_.write(body);
  std::string result(kVersion);
  result.append("\n").append(kCommand).append(origin_.command).append("\n");
  for (const ModelOrigin::File& file : origin_.files) {
    result.append(kFile).append(file.sha256).append(" ").append(file.name).append("\n");
  }
  result.append("\n").append(body.bytes());
  BinaryWriter end;
  end.number(checksum(result));
  return result + end.bytes();
}

void Model::save(const std::string& path) const {
  write_file(path, bytes());
}

Model Model::load(const std::string& path) {
  return read(read_file(path), path);
}

Model Model::read(std::string_view bytes, const std::string& name) {
  std::string_view rest = bytes;
  const std::string_view version = take_line(rest);
  if (!version.starts_with(kKind)) {
    throw DataError(name, 0, "is no model of this program; train one with `entente train`");
  }
  const ModelOrigin origin = read_origin(rest);
  if (version != kVersion) {
    throw DataError(name, 1,
                    "has version `" + std::string(version.substr(0, 60)) + "`, needed is `" +
                        std::string(kVersion) + "`; " + advice(origin));
  }
  const std::size_t size = bytes.size() - std::min<std::size_t>(4, rest.size());
  if (BinaryReader(bytes.substr(size)).number<std::uint32_t>() != checksum(bytes.substr(0, size))) {
    throw DataError(name, 0, "is damaged or cut short; " + advice(origin));
  }
  BinaryReader in(rest.substr(0, rest.size() - (bytes.size() - size)));
  FeatureTables features = FeatureTables::read(in);
  Network network = Network::read(in);
  Lemmatizer lemmatizer = Lemmatizer::read(in);
  if (!network.fits(features)) in.fail();
  if (in.failed() || !in.at_end())
    throw DataError(name, 0, "has contents that make no model of this version; " + advice(origin));
  return {origin, std::move(features), std::move(network), std::move(lemmatizer)};
}

}  // namespace entente::nlp

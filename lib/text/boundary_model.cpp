// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The file: readable lines (kind and version, then how it was made), an empty line, kSize weights of two
// bytes, little-endian, and the CRC-32 of all before it.
#include "text/boundary_model.hpp"

#include <zlib.h>

#include "base/files.hpp"
#include "entente/error.hpp"

namespace entente {
namespace {

constexpr std::string_view kVersion =
    "entente-boundaries 1\n";  // raise with any change of features or layout
constexpr std::size_t kSumSize = 4;

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

void append_number(std::string& out, std::uint32_t value, std::size_t bytes) {
  for (; bytes > 0; --bytes, value >>= 8U) out += static_cast<char>(value & 0xFFU);
}

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  while (size-- > 0) value = (value << 8U) | static_cast<unsigned char>(bytes[at + size]);
  return value;
}

}  // namespace

BoundaryModel BoundaryModel::load(const std::string& path) {
  return read(InputFile(path).read_all(), path);
}

BoundaryModel BoundaryModel::read(std::string_view bytes, const std::string& name) {
  constexpr std::string_view kAdvice = "; get it anew or make one with `entente train --boundaries`";
  if (bytes.substr(0, kVersion.size()) != kVersion)
    throw DataError(name, 1, "is no model of boundaries of this version" + std::string(kAdvice));
  const std::size_t blank = bytes.find("\n\n");
  const std::size_t begin = blank == std::string_view::npos ? bytes.size() : blank + 2;
  if (bytes.size() - begin != 2 * kSize + kSumSize || number_at(bytes, bytes.size() - kSumSize, kSumSize) !=
                                                          checksum(bytes.substr(0, bytes.size() - kSumSize)))
    throw DataError(name, 0, "is damaged or cut short" + std::string(kAdvice));
  BoundaryModel model;
  model.weights_.resize(kSize);
  for (std::size_t i = 0; i < kSize; ++i)
    model.weights_[i] = static_cast<std::int16_t>(number_at(bytes, begin + 2 * i, 2));
  return model;
}

std::string BoundaryModel::bytes(std::string_view origin) const {
  std::string out(kVersion);
  out.append(origin).append("\n");
  for (const std::int16_t weight : weights_) append_number(out, static_cast<std::uint16_t>(weight), 2);
  append_number(out, checksum(out), kSumSize);
  return out;
}

}  // namespace entente

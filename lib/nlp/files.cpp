// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Whole files in and out.
#include "nlp/files.hpp"

#include <nettle/sha2.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include "entente/error.hpp"

namespace entente::nlp {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

struct CloseGzip {
  void operator()(gzFile file) const { gzclose(file); }
};

[[noreturn]] void fail(const std::string& path, const char* what) {
  throw IoError(path + ": " + what + (errno != 0 ? std::string(": ") + std::strerror(errno) : std::string()));
}

}  // namespace

std::string read_file(const std::string& path) {
  errno = 0;
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) fail(path, "cannot open");
  std::string bytes;
  std::error_code unknown;  // of pipes
  const auto size = std::filesystem::file_size(path, unknown);
  if (!unknown) bytes.reserve(size);
  std::array<char, 1 << 16> chunk;
  for (std::size_t got; (got = std::fread(chunk.data(), 1, chunk.size(), file.get())) > 0;)
    bytes.append(chunk.data(), got);
  if (std::ferror(file.get()) != 0) fail(path, "cannot read");
  return bytes;
}

std::string read_maybe_gzipped(const std::string& path) {
  errno = 0;
  const std::unique_ptr<gzFile_s, CloseGzip> file(gzopen(path.c_str(), "rb"));
  if (!file) fail(path, "cannot open");
  std::string bytes;
  std::array<char, 1 << 16> chunk;
  int got = 0;
  while ((got = gzread(file.get(), chunk.data(), static_cast<unsigned>(chunk.size()))) > 0) {
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
  }
  int error = Z_OK;
  const char* message = gzerror(file.get(), &error);
  if (got < 0 || (error != Z_OK && error != Z_STREAM_END)) throw IoError(path + ": cannot read: " + message);
  return bytes;
}

void write_file(const std::string& path, std::string_view bytes) {
  const std::string temporary = path + ".part";
  errno = 0;
  File file(std::fopen(temporary.c_str(), "wb"));
  if (!file) fail(path, "cannot write");
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
  const bool closed = std::fclose(file.release()) == 0;
  if (!written || !closed || std::rename(temporary.c_str(), path.c_str()) != 0) {
    std::remove(temporary.c_str());
    fail(path, "cannot write");
  }
}

std::string sha256(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&context, digest.size(), digest.data());
  std::string text;
  for (const unsigned byte : digest) {
    text.push_back("0123456789abcdef"[byte >> 4]);
    text.push_back("0123456789abcdef"[byte & 15]);
  }
  return text;
}

}  // namespace entente::nlp

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Texts are kept as zlib streams (RFC 1950) at the fastest level: news shrinks to about half for little time.
#include "store/packing.hpp"

#include <zlib.h>

namespace entente::store {
namespace {

constexpr std::size_t kWorthwhile = 128;                     // bytes; shorter texts hardly shrink
constexpr std::uint64_t kLongest = std::uint64_t{1} << 32U;  // of a document's text

Bytef* bytes_of(std::string& text) {
  return reinterpret_cast<Bytef*>(text.data());
}
const Bytef* bytes_of(std::string_view text) {
  return reinterpret_cast<const Bytef*>(text.data());
}

}  // namespace

std::optional<std::string> pack(std::string_view text) {
  if (text.size() < kWorthwhile) return std::nullopt;
  uLongf size = compressBound(text.size());
  std::string packed(size, '\0');
  if (compress2(bytes_of(packed), &size, bytes_of(text), text.size(), Z_BEST_SPEED) != Z_OK)
    return std::nullopt;
  if (size >= text.size()) return std::nullopt;
  packed.resize(size);
  return packed;
}

std::optional<std::string> unpack(std::string_view packed, std::uint64_t bytes) {
  // zlib cannot shrink by more than a factor of 1032, so a damaged size allocates no more than that.
  if (bytes > kLongest || bytes / 1040 > packed.size()) return std::nullopt;
  std::string text(bytes, '\0');
  uLongf size = bytes;
  const int code = uncompress(bytes_of(text), &size, bytes_of(packed), packed.size());
  if (code != Z_OK || size != bytes) return std::nullopt;
  return text;
}

}  // namespace entente::store

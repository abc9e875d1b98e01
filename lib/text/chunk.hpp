// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Chunks are the runs of bytes between white space; a table of bytes finds them and tells what they hold.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/utf8.hpp"
#include "entente/ids.hpp"

namespace entente {

/// What a chunk holds: bits that are or-ed together.
enum ChunkBits : std::uint8_t {
  kHasLetter = 1,
  kHasDigit = 2,
  kHasStop = 4,   ///< a full stop
  kHasWeb = 8,    ///< @ or /
  kHasMark = 16,  ///< any other ASCII mark
  kHasWide = 32,  ///< a byte beyond ASCII
  kIsSpace = 64
};

inline constexpr std::array<std::uint8_t, 256> kByteBits = [] {
  std::array<std::uint8_t, 256> bits{};
  for (std::size_t c = 0; c < bits.size(); ++c) {
    if (c >= 0x80)
      bits[c] = kHasWide;
    else if (c == ' ' || (c >= '\t' && c <= '\r'))
      bits[c] = kIsSpace;
    else if ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z')
      bits[c] = kHasLetter;
    else if (c >= '0' && c <= '9')
      bits[c] = kHasDigit;
    else if (c == '.')
      bits[c] = kHasStop;
    else if (c == '@' || c == '/')
      bits[c] = kHasWeb;
    else
      bits[c] = kHasMark;
  }
  return bits;
}();

inline std::uint8_t byte_bits(std::string_view text, std::size_t at) {
  return kByteBits[static_cast<unsigned char>(text[at])];
}

/// Bytes of the white space at `at`, 0 when there is none.
inline std::size_t space_size(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return kByteBits[c] == kIsSpace ? 1 : 0;
  if (c != 0xC2 && (c < 0xE1 || c > 0xE3)) return 0;
  const CodePoint point = decode(text, at);
  return point.valid && is_space(point.value) ? point.size : 0;
}

struct Chunk {
  Span span;
  std::uint8_t contents = 0;  ///< ChunkBits
};

/// The chunk that starts at `at`, where no white space is.
inline Chunk chunk_at(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  std::uint8_t contents = 0;
  for (; at < text.size(); ++at) {
    const std::uint8_t bits = byte_bits(text, at);
    if (bits == kIsSpace || (bits == kHasWide && space_size(text, at) > 0)) break;
    contents |= bits;
  }
  return {{static_cast<Index>(begin), static_cast<Index>(at)}, contents};
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Three linear passes. (1) Bytes become UTF-8: what is not valid is read as Windows-1252. (2) UTF-8 that
// somebody read as Windows-1252 or Latin-1 is put back, where the sequence can hardly be meant (“â€™” is ’,
// “Ã©” is é), up to three times for text damaged so often. (3) Line ends are made one kind, controls and
// invisible characters go.
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "entente/document.hpp"

namespace entente {
namespace {

// Windows-1252, 0x80 to 0x9F; 0 where nothing is assigned.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// The end of the run of ASCII bytes at `at`.
std::size_t ascii_end(std::string_view text, std::size_t at) {
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

std::string from_utf16(std::string_view bytes, bool little) {
  std::string out;
  out.reserve(bytes.size());
  const auto unit = [&](std::size_t at) -> char32_t {
    return little ? byte_at(bytes, at) | (byte_at(bytes, at + 1) << 8U)
                  : (byte_at(bytes, at) << 8U) | byte_at(bytes, at + 1);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t point = unit(at);
    const bool pair = point >= 0xD800 && point < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 &&
                      unit(at + 2) < 0xE000;
    if (pair) {
      point = 0x10000 + ((point - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
      at += 2;
    } else if (point >= 0xD800 && point < 0xE000) {
      point = kReplacement;
    }
    append_utf8(out, point);
  }
  return out;
}

enum class Utf16 { no, little, big };

/// By the byte order mark, else by NULs in nearly every second byte.
Utf16 utf16_kind(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xFF\xFE") return Utf16::little;
  if (bytes.substr(0, 2) == "\xFE\xFF") return Utf16::big;
  const std::size_t pairs = std::min<std::size_t>(bytes.size() / 2, 512);
  if (pairs < 4) return Utf16::no;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < pairs * 2; ++i)
    if (bytes[i] == '\0') ++zeros[i % 2];
  if (zeros[1] * 10 > pairs * 8 && zeros[0] * 10 < pairs) return Utf16::little;
  if (zeros[0] * 10 > pairs * 8 && zeros[1] * 10 < pairs) return Utf16::big;
  return Utf16::no;
}

/// How many bytes of an unfinished UTF-8 sequence stand at `at`: the first byte and at least one that
/// continues it.
std::size_t unfinished(std::string_view bytes, std::size_t at) {
  const unsigned char first = byte_at(bytes, at);
  const std::size_t wanted = first >= 0xF0 && first <= 0xF4 ? 4 : first >= 0xE0 && first < 0xF0 ? 3 : 0;
  std::size_t size = 1;
  while (size < wanted && at + size < bytes.size() && (byte_at(bytes, at + size) & 0xC0) == 0x80) ++size;
  return wanted > 0 && size > 1 ? size : 0;
}

std::string to_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  bool is_utf8 = false;  // a valid sequence was seen
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = ascii_end(bytes, at);
    out.append(bytes.substr(at, end - at));
    at = end;
    if (at == bytes.size()) break;
    const CodePoint point = decode(bytes, at);
    if (point.valid) {
      is_utf8 = true;
      out.append(bytes.substr(at, point.size));
      at += point.size;
      continue;
    }
    const unsigned char c = byte_at(bytes, at);
    const std::size_t cut = is_utf8 ? unfinished(bytes, at) : 0;
    const char32_t meant = c >= 0xA0 ? c : kWindows1252[c - 0x80U];
    append_utf8(out, cut > 0 || meant == 0 ? kReplacement : meant);
    at += std::max<std::size_t>(cut, 1);
  }
  return out;
}

/// The Windows-1252 byte of a character beyond ASCII, or 0.
unsigned char windows_byte(char32_t point) {
  if (point >= 0x80 && point <= 0xFF) return static_cast<unsigned char>(point);
  for (std::size_t i = 0; i < kWindows1252.size(); ++i)
    if (kWindows1252[i] == point && point != 0) return static_cast<unsigned char>(0x80 + i);
  return 0;
}

/// Quotes, dashes, dots: bytes that in good text may well follow a letter with an accent.
bool is_typographic(unsigned char byte) {
  return byte == 0x85 || (byte >= 0x91 && byte <= 0x97);
}

/// One damaged character.
struct Damage {
  std::size_t size = 0;  ///< bytes it takes now, 0 when there is none
  char32_t meant = 0;
};

/// Whether two, three or four characters are so unlikely together that they must be one.
bool is_sure(const std::array<unsigned char, 4>& bytes, std::size_t count, char32_t before) {
  const unsigned char lead = bytes[0];
  if (count == 2) {
    const bool latin = lead == 0xC2 || lead == 0xC3;
    const bool other = lead == 0xC4 || lead == 0xC5 || lead == 0xCE || lead == 0xCF || lead == 0xD0 ||
                       lead == 0xD1 || (lead >= 0xD8 && lead <= 0xDB);
    if (latin) return !(is_typographic(bytes[1]) && is_upper(before));
    return other && !is_typographic(bytes[1]) && bytes[1] != 0xA0 && bytes[1] != 0xAB && bytes[1] != 0xBB;
  }
  if (count == 3 && lead == 0xE2)
    return bytes[1] <= 0x82 || bytes[1] == 0x84 || bytes[1] == 0x86 || bytes[1] == 0x88 || bytes[1] == 0x89;
  if (count == 3) return lead == 0xEF && (bytes[1] == 0xBB || bytes[1] == 0xBF);
  return lead == 0xF0 && bytes[1] == 0x9F;
}

Damage damage_at(std::string_view text, std::size_t at, char32_t before) {
  const CodePoint first = decode(text, at);
  const unsigned char lead =
      first.value >= 0xC2 && first.value <= 0xF4 ? static_cast<unsigned char>(first.value) : 0;
  if (lead == 0) return {};
  const std::size_t count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  std::array<unsigned char, 4> bytes{lead};
  std::size_t size = first.size;
  std::size_t found = 1;
  for (; found < count; ++found) {
    const CodePoint next = decode(text, at + size);
    const unsigned char byte = next.valid ? windows_byte(next.value) : 0;
    if ((byte & 0xC0) != 0x80) break;
    bytes[found] = byte;
    size += next.size;
  }
  if (found == 2 && lead == 0xE2 && bytes[1] == 0x80) {  // the third byte of ” has no character and gets lost
    const CodePoint next = decode(text, at + size);
    return {size + (next.value == kReplacement && next.valid ? next.size : 0), 0x201D};
  }
  if (found < count || !is_sure(bytes, count, before)) return {};
  std::string raw;
  for (std::size_t i = 0; i < count; ++i) raw += static_cast<char>(bytes[i]);
  const CodePoint meant = decode(raw, 0);
  return meant.valid ? Damage{size, meant.value} : Damage{};
}

/// One pass of the second kind; false when there was nothing to do.
bool undo_double_encoding(std::string& text) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = text.find('\xC3'); at < text.size(); at = text.find('\xC3', at)) {
    const Damage damage = damage_at(text, at, decode_before(text, at).value);
    if (damage.size == 0) {
      ++at;
      continue;
    }
    out.append(text, copied, at - copied);
    append_utf8(out, damage.meant);
    at += damage.size;
    copied = at;
  }
  if (copied == 0) return false;
  out.append(text, copied, std::string::npos);
  text = std::move(out);
  return true;
}

bool is_invisible(char32_t point) {
  return point == 0xAD || point == 0x200B || point == 0x200E || point == 0x200F ||
         (point >= 0x202A && point <= 0x202E) || (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF;
}

void append_clean(std::string& out, char32_t point) {
  if (is_invisible(point)) return;
  if (point >= 0x80 && point < 0xA0) point = kWindows1252[point - 0x80];
  if (point == 0) return;
  if (point == 0x2028 || point == 0x2029) {
    out += point == 0x2028 ? "\n" : "\n\n";
    return;
  }
  append_utf8(out, (point & 0xFFFE) == 0xFFFE ? kReplacement : point);
}

std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char c = byte_at(text, at);
    if (c >= 0x80) {
      const CodePoint point = decode(text, at);
      append_clean(out, point.value);
      at += point.size;
      continue;
    }
    if (c == '\r' || c == '\f' || c == '\v') {
      if (c != '\r' || at + 1 == text.size() || text[at + 1] != '\n') out += '\n';
    } else if ((c >= ' ' && c != 0x7F) || c == '\n' || c == '\t') {
      out += static_cast<char>(c);
    }
    ++at;
  }
  return out;
}

}  // namespace

std::string repair_text(std::string_view bytes) {
  const Utf16 kind = utf16_kind(bytes);
  std::string text = kind == Utf16::no ? to_utf8(bytes) : from_utf16(bytes, kind == Utf16::little);
  for (int pass = 0; pass < 3 && undo_double_encoding(text); ++pass) {
  }
  return clean(text);
}

}  // namespace entente

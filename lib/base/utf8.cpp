// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Decoding after table 3-7 of the Unicode standard (well-formed byte sequences); classes from utf8proc.
#include "base/utf8.hpp"

#include <utf8proc.h>

namespace entente {
namespace {

unsigned char byte(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (byte(text, at) & 0xC0) == 0x80;
}

/// Bytes a sequence with this first byte has; 0 when none starts so.
std::size_t sequence_size(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  if (first >= 0xF0 && first <= 0xF4) return 4;
  return 0;
}

/// Whether the value needs that many bytes and is no surrogate.
bool well_formed(char32_t value, std::size_t size) {
  if (size == 3) return value >= 0x800 && (value < 0xD800 || value > 0xDFFF);
  if (size == 4) return value >= 0x10000 && value <= 0x10FFFF;
  return true;
}

utf8proc_category_t category(char32_t point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(point));
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const unsigned char first = byte(text, at);
  if (first < 0x80) return {first, 1, true};
  const std::size_t size = sequence_size(first);
  if (size == 0) return {kReplacement, 1, false};
  char32_t value = first & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if (!continues(text, at + i)) return {kReplacement, 1, false};
    value = (value << 6U) | (byte(text, at + i) & 0x3FU);
  }
  if (!well_formed(value, size)) return {kReplacement, 1, false};
  return {value, size, true};
}

CodePoint decode_before(std::string_view text, std::size_t end) {
  if (end == 0 || end > text.size()) return {};
  for (std::size_t size = 1; size <= 4 && size <= end; ++size) {
    const CodePoint point = decode(text, end - size);
    if (point.valid && point.size == size) return point;
  }
  return {kReplacement, 1, false};
}

void append_utf8(std::string& out, char32_t point) {
  const auto low = [&](unsigned shift) { return static_cast<char>(0x80U | ((point >> shift) & 0x3FU)); };
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += {static_cast<char>(0xC0U | (point >> 6U)), low(0)};
  } else if (point < 0x10000) {
    out += {static_cast<char>(0xE0U | (point >> 12U)), low(6), low(0)};
  } else {
    out += {static_cast<char>(0xF0U | (point >> 18U)), low(12), low(6), low(0)};
  }
}

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode(bytes, at);
    if (!point.valid) return false;
    at += point.size;
  }
  return true;
}

bool is_space(char32_t point) {
  if (point < 0x80) return point == ' ' || (point >= '\t' && point <= '\r');
  if (point < 0x1680) return point == 0xA0 || point == 0x85;
  return point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 ||
         point == 0x202F || point == 0x205F || point == 0x3000;
}

bool is_letter(char32_t point) {
  if (point < 0x80) return (point | 0x20U) >= 'a' && (point | 0x20U) <= 'z';
  const auto kind = category(point);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_ME;
}

bool is_digit(char32_t point) {
  if (point < 0x80) return point >= '0' && point <= '9';
  return category(point) == UTF8PROC_CATEGORY_ND;
}

bool is_upper(char32_t point) {
  if (point < 0x80) return point >= 'A' && point <= 'Z';
  const auto kind = category(point);
  return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t point) {
  if (point < 0x80) return point >= 'a' && point <= 'z';
  return category(point) == UTF8PROC_CATEGORY_LL;
}

char32_t to_lower(char32_t point) {
  if (point < 0x80) return point >= 'A' && point <= 'Z' ? point + 32 : point;
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(point)));
}

std::string lower_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.valid)
      append_utf8(out, to_lower(point.value));
    else
      out += text[at];
    at += point.size;
  }
  return out;
}

}  // namespace entente

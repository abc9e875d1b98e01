// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// UTF-8 a code point at a time. All functions accept any bytes, are pure, and know no locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = kReplacement;
  std::size_t size = 0;  ///< bytes it takes; 1 for a byte that is not part of valid UTF-8; 0 at the end
  bool valid = false;
};

/// The code point at byte `at`. An invalid byte is one `kReplacement` of size 1 (overlong forms, surrogates
/// included).
CodePoint decode(std::string_view text, std::size_t at);

/// The code point that ends before byte `end`.
CodePoint decode_before(std::string_view text, std::size_t end);

void append_utf8(std::string& out, char32_t point);

bool is_valid_utf8(std::string_view bytes);

bool is_space(char32_t point);   ///< white space and separators, among them U+00A0
bool is_letter(char32_t point);  ///< letters and the marks that combine with them
bool is_digit(char32_t point);   ///< decimal digits of any script
bool is_upper(char32_t point);   ///< upper or title case
bool is_lower(char32_t point);
char32_t to_lower(char32_t point);

/// Each code point in lower case; invalid bytes are kept as they are.
std::string lower_case(std::string_view text);

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Numbers: 1,200.5, 7:30, 11/28/2000, 713-853-3989, 1980s, 3rd; units that touch them are tokens of their
// own.
#include <array>

#include "text/scanner.hpp"
#include "text/vocabulary.hpp"

namespace entente {
namespace {

constexpr std::size_t kLongestNumber = 64;  // bytes looked at for groups of digits

}  // namespace

/// The end of digits that hyphens join (telephone numbers, dates), or 0 when they are a range or none.
std::size_t Scanner::digit_groups(std::size_t i) const {
  std::size_t hyphens = 0;
  std::size_t group = 0;
  std::size_t first = 0;
  const std::size_t limit = std::min(end_, i + kLongestNumber);
  for (; i < limit && (digit(i) || text_[i] == '-'); ++i) {
    if (digit(i)) {
      ++group;
      continue;
    }
    if (!digit(i + 1)) break;
    if (hyphens++ == 0) first = group;
    group = 0;
  }
  const bool pair = hyphens == 1 && (first == 3 || first == 5) && group == 4;
  return pair || hyphens > 1 ? i : 0;
}

/// The end of the plain number at `i`: digits with marks inside.
std::size_t Scanner::number_end(std::size_t i) const {
  for (; i < end_; ++i) {
    const char c = text_[i];
    if (is_ascii_digit(c)) continue;
    if (!digit(i + 1)) break;
    if (c == ',' && digit(i + 2) && digit(i + 3) && digit(i + 4)) break;  // 2004,2005
    if (c != ',' && c != '.' && c != ':' && c != '/') break;
  }
  return i;
}

/// The end of "1980's", else `digits`, where its digits end.
std::size_t Scanner::decade_end(std::size_t digits) const {
  const std::size_t mark = apostrophe(digits);
  const std::size_t letter = digits + mark;
  const bool decade = mark > 0 && text_[digits - 1] == '0' && at(letter) == 's' && word_char(letter + 1) == 0;
  return decade ? letter + 1 : digits;
}

std::size_t Scanner::number(std::size_t i) {
  const std::size_t begin = i;
  if (!digit(i)) ++i;  // a sign or point before it
  if (const std::size_t stop = digit_groups(i); stop > 0) return emit(begin, stop, PieceKind::number);
  const std::size_t digits = number_end(i);
  std::size_t stop = digits;
  while (const std::size_t size = word_char(stop)) stop += size;
  const std::string_view suffix = view(digits, stop);
  if (suffix.empty()) return emit(begin, decade_end(digits), PieceKind::number);
  const bool half_of_unit =
      suffix.size() == 1 && at(stop) == '.' && is_unit(view(digits, stop + 2));  // 3p.m.
  if (is_unit(suffix) || half_of_unit) return emit(begin, digits, PieceKind::number);
  const bool inflected =
      suffix == "s" || suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th";
  return inflected ? emit(begin, stop, PieceKind::number) : letters(begin, digits);
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Cuts the string into words and numbers, then tries a fixed row of patterns on the first ones.
#include "text/dates.hpp"

#include <fmt/format.h>

#include <array>
#include <vector>

namespace entente {
namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}
bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Part {
  int number = -1;       ///< -1 for a word
  std::size_t size = 0;  ///< digits or letters
  std::string word;      ///< lower case
  char before = ' ';     ///< the mark before it
};

std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts;
  char before = ' ';
  for (std::size_t i = 0; i < text.size() && parts.size() < 8;) {
    Part part{-1, 0, {}, before};
    const std::size_t begin = i;
    if (digit(text[i])) {
      part.number = 0;
      for (; i < text.size() && digit(text[i]) && i - begin < 8; ++i)
        part.number = part.number * 10 + (text[i] - '0');
    } else if (letter(text[i])) {
      for (; i < text.size() && letter(text[i]); ++i) part.word += static_cast<char>(text[i] | 0x20);
    } else {
      before = text[i++];
      continue;
    }
    part.size = i - begin;
    parts.push_back(part);
    before = '\0';
  }
  return parts;
}

int month_number(const Part& part) {
  constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                        "may",       "june",     "july",     "august",
                                                        "september", "october",  "november", "december"};
  if (part.size < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (part.word == kMonths[i] || part.word == kMonths[i].substr(0, 3)) return static_cast<int>(i) + 1;
  return part.word == "sept" ? 9 : 0;
}

bool is_weekday(const Part& part) {
  constexpr std::array<std::string_view, 7> kDays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  for (const std::string_view day : kDays)
    if (part.word.substr(0, 3) == day) return true;
  return false;
}

bool is_year(const Part& part) {
  return part.size == 4 && part.number >= 1000;
}
bool is_day(const Part& part) {
  return part.size <= 2 && part.number >= 1 && part.number <= 31;
}

std::optional<std::string> make(int year, int month, int day) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month == 0) return fmt::format("{:04}", year);
  if (month < 1 || month > 12) return std::nullopt;
  if (day == 0) return fmt::format("{:04}-{:02}", year, month);
  if (day < 1 || day > kDays[static_cast<std::size_t>(month - 1)]) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

/// 2004-06-15, 2004/06, 20040615, 2004.
std::optional<std::string> year_first(const std::vector<Part>& parts) {
  const Part& first = parts[0];
  if (first.size == 8) return make(first.number / 10000, first.number / 100 % 100, first.number % 100);
  if (!is_year(first)) return std::nullopt;
  if (parts.size() == 1) return make(first.number, 0, 0);
  const auto marked = [](const Part& part) {
    return part.before == '-' || part.before == '/' || part.before == '.';
  };
  if (parts[1].number < 0 || parts[1].size > 2 || !marked(parts[1])) return std::nullopt;
  const bool day = parts.size() > 2 && parts[2].number >= 0 && parts[2].size <= 2 && marked(parts[2]);
  return make(first.number, parts[1].number, day ? parts[2].number : 0);
}

/// 15 June 2004, 15th of June 2004, June 15th, 2004, June 2004.
std::optional<std::string> with_month_name(const std::vector<Part>& parts) {
  int month = 0;
  int day = 0;
  for (const Part& part : parts) {
    if (part.number < 0) {
      const int found = month_number(part);
      if (found > 0 && month == 0) month = found;
      const bool ordinal = part.word == "st" || part.word == "nd" || part.word == "rd" || part.word == "th";
      if (found == 0 && !ordinal && part.word != "of") return std::nullopt;
    } else if (is_year(part)) {
      return month > 0 ? make(part.number, month, day) : std::nullopt;
    } else if (is_day(part) && day == 0) {
      day = part.number;
    } else {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

/// 15/06/2004, 15.06.2004 and 06/15/2004 when only one reading is possible.
std::optional<std::string> year_last(const std::vector<Part>& parts) {
  if (parts.size() < 3 || !is_day(parts[0]) || !is_day(parts[1]) || !is_year(parts[2])) return std::nullopt;
  if (parts[1].before != parts[2].before ||
      (parts[1].before != '/' && parts[1].before != '.' && parts[1].before != '-'))
    return std::nullopt;
  const int a = parts[0].number;
  const int b = parts[1].number;
  if (a > 12 || parts[1].before == '.' || a == b) return make(parts[2].number, b, a);
  if (b > 12) return make(parts[2].number, a, b);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> iso_date(std::string_view written) {
  std::vector<Part> parts = parts_of(written.substr(0, 64));
  while (!parts.empty() && parts[0].number < 0 && is_weekday(parts[0]) && month_number(parts[0]) == 0)
    parts.erase(parts.begin());
  if (parts.empty()) return std::nullopt;
  if (auto date = year_first(parts)) return date;
  if (auto date = with_month_name(parts)) return date;
  return year_last(parts);
}

}  // namespace entente

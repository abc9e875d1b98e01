// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "relations/partial_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace entente::relations {

std::optional<int> number(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

std::string PartialDate::iso() const {
  if (month == 0) return fmt::format("{:04}", year);
  if (day == 0) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

PartialDate parse_date(std::string_view iso) {
  PartialDate date;
  const auto part = [&](std::size_t at, std::size_t size, int& value) {
    const auto found = iso.size() >= at + size ? number(iso.substr(at, size)) : std::nullopt;
    if (found && *found > 0) value = *found;
  };
  part(0, 4, date.year);
  if (iso.size() > 4 && iso[4] == '-') part(5, 2, date.month);
  if (iso.size() > 7 && iso[7] == '-') part(8, 2, date.day);
  if (date.month > 12 || date.day > 31 || date.year < 1000 || date.year > 2200) return {};
  return date;
}

PartialDate from_days(std::chrono::sys_days at) {
  const std::chrono::year_month_day date(at);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::chrono::sys_days to_days(const PartialDate& date) {
  return std::chrono::sys_days(std::chrono::year(date.year) / std::max(1, date.month) /
                               std::max(1, date.day));
}

}  // namespace entente::relations

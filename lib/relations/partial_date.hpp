// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace entente::relations {

/// A calendar date of which the day, or the month and the day, may be unknown (0).
struct PartialDate {
  int year = 0;
  int month = 0;
  int day = 0;

  bool known() const { return year != 0; }
  std::string iso() const;  ///< `2004`, `2004-06`, `2004-06-04`
};

/// Reads `2004`, `2004-06` or `2004-06-04`; anything else is unknown.
PartialDate parse_date(std::string_view iso);

/// A number of decimal digits, or nothing.
std::optional<int> number(std::string_view word);

/// What is unknown counts as the first.
std::chrono::sys_days to_days(const PartialDate& date);
PartialDate from_days(std::chrono::sys_days at);

}  // namespace entente::relations

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Dates of any precision, and intervals between them, as ranges of days.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace entente::graph {

using Day = std::int32_t;  ///< days since 1970-01-01, proleptic Gregorian
inline constexpr Day kAlwaysBefore = std::numeric_limits<Day>::min();
inline constexpr Day kAlwaysAfter = std::numeric_limits<Day>::max();

/// From the first to the last day that a date may mean, both included.
struct Period {
  Day begin = kAlwaysBefore;    ///< kAlwaysBefore: open (`../2006`)
  Day end = kAlwaysAfter;       ///< kAlwaysAfter: open (`1999/..`)
  bool interval = false;        ///< written with a slash
  std::string_view begin_text;  ///< as written, empty when open
  std::string_view end_text;

  bool open_begin() const { return begin == kAlwaysBefore; }
  bool open_end() const { return end == kAlwaysAfter; }
  bool overlaps(const Period& other) const { return begin <= other.end && other.begin <= end; }
};

/// Reads `2004`, `2004-06`, `2004-06-04` (a time of day after `T` or a space is passed over), `2004/2006`,
/// `../2006` and `1999/..`. Nothing for anything else, months and days that do not exist, and intervals that
/// run backwards.
std::optional<Period> parse_period(std::string_view text);

/// The same without intervals.
std::optional<Period> parse_date(std::string_view text);

}  // namespace entente::graph

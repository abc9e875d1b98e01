// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// ISO 8601 dates to day numbers by std::chrono's civil calendar.
#include "graph/period.hpp"

#include <chrono>

namespace entente::graph {
namespace {

/// The number that the next `digits` characters make, taken off `text`.
std::optional<unsigned> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  unsigned value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(text[i] - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

Day days(std::chrono::year_month_day date) {
  return static_cast<Day>(std::chrono::sys_days(date).time_since_epoch().count());
}

}  // namespace

std::optional<Period> parse_date(std::string_view text) {
  using namespace std::chrono;
  const auto period = [](year_month_day begin, year_month_day end, std::string_view as_written) {
    return Period{days(begin), days(end), false, as_written, as_written};
  };
  std::string_view rest = text;
  const auto y = take_number(rest, 4);
  if (!y) return std::nullopt;
  const year in_year(static_cast<int>(*y));
  if (rest.empty()) return period(in_year / January / 1, in_year / December / 31, text);
  if (!take(rest, '-')) return std::nullopt;
  const auto m = take_number(rest, 2);
  if (!m || !month(*m).ok()) return std::nullopt;
  const auto in_month = in_year / month(*m);
  if (rest.empty()) return period(in_month / 1, in_month / last, text);
  if (!take(rest, '-')) return std::nullopt;
  const auto d = take_number(rest, 2);
  if (!d || !(in_month / day(*d)).ok()) return std::nullopt;
  if (!rest.empty() && rest.front() != 'T' && rest.front() != ' ') return std::nullopt;
  return period(in_month / day(*d), in_month / day(*d), text.substr(0, 10));
}

std::optional<Period> parse_period(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return parse_date(text);
  const std::string_view left = text.substr(0, slash);
  const std::string_view right = text.substr(slash + 1);
  Period period{kAlwaysBefore, kAlwaysAfter, true, {}, {}};
  if (left != "..") {
    const auto begin = parse_date(left);
    if (!begin) return std::nullopt;
    period.begin = begin->begin;
    period.begin_text = begin->begin_text;
  }
  if (right != "..") {
    const auto end = parse_date(right);
    if (!end) return std::nullopt;
    period.end = end->end;
    period.end_text = end->end_text;
  }
  if ((period.open_begin() && period.open_end()) || period.begin > period.end) return std::nullopt;
  return period;
}

}  // namespace entente::graph

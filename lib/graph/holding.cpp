// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// An `end` closes what began before it and leaves open what began later, so that a base given up in 2007 and
// taken again in 2012 holds from 2012 on. What has no date has always held, until somebody says that it
// ended.
#include "graph/holding.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "graph/graph_data.hpp"
#include "graph/summary.hpp"

namespace entente::graph {
namespace {

constexpr double kDaysPerYear = 365.2425;

bool is_end(const Evidence& evidence) {
  return evidence.phase == Phase::end && evidence.factuality == Factuality::fact;
}

/// The day after which it is over. An event "in 2004" that was reported in June is over by the day of the
/// report.
Day end_day(const Evidence& evidence) {
  const auto event = parse_period(evidence.time);
  const auto report = parse_date(evidence.reported);
  if (!event) return report ? report->end : kAlwaysBefore;
  Day day = event->open_end() ? event->begin : event->end;
  if (report && report->end >= event->begin) day = std::min(day, report->end);
  return day;
}

/// Ends of a tie that close the same things, as the last of them: a later end closes whatever an earlier one
/// does.
struct Closing {
  std::string_view place, facility;
  Domain domain = Domain::none;
  Day day = kAlwaysBefore;

  bool closes(const Evidence& other, Day begin) const {
    const auto agrees = [](std::string_view a, std::string_view b) { return a.empty() || a == b; };
    return day >= begin && agrees(place, other.place) && agrees(facility, other.facility) &&
           (domain == Domain::none || domain == other.domain || other.domain == Domain::none);
  }
};

std::vector<Closing> closings_of(std::span<const Evidence> evidence, const Now& now) {
  std::map<std::tuple<std::string_view, std::string_view, Domain>, Day> last;
  for (const Evidence& e : evidence) {
    if (!is_end(e)) continue;
    const Day day = end_day(e);
    if (now.asked && day > now.day) continue;
    const auto [known, added] = last.try_emplace({e.place, e.facility, e.domain}, day);
    known->second = std::max(known->second, day);
  }
  std::vector<Closing> result;
  for (const auto& [what, day] : last)
    result.push_back({std::get<0>(what), std::get<1>(what), std::get<2>(what), day});
  return result;
}

}  // namespace

Now Now::of(const Graph& graph, const std::string& as_of) {
  Now now;
  if (!as_of.empty()) {
    const auto day = parse_date(as_of);
    if (!day) throw QueryError(fmt::format("\"{}\" is not a date; write 2004, 2004-06 or 2004-06-15", as_of));
    return {day->end, true};
  }
  now.day = graph.data().latest;
  return now;
}

Stretch stretch_of(const Evidence& evidence) {
  const auto event = parse_period(evidence.time);
  Stretch stretch;
  if (event) {
    stretch.begin = event->begin;
    if (event->interval) stretch.end = event->end;
    if (evidence.factuality == Factuality::fact) return stretch;
  }
  if (const auto report = parse_date(evidence.reported))
    stretch.begin = event ? std::min(stretch.begin, report->begin) : report->begin;
  return stretch;
}

std::vector<bool> holding(std::span<const Evidence> evidence, const Now& now) {
  const std::vector<Closing> closings = closings_of(evidence, now);
  std::vector<bool> result;
  for (const Evidence& e : evidence) {
    const Stretch stretch = stretch_of(e);
    const bool begun = !now.asked || stretch.begin <= now.day;
    const bool over = now.day != kAlwaysAfter && stretch.end < now.day;
    const bool closed = std::any_of(closings.begin(), closings.end(),
                                    [&](const Closing& one) { return one.closes(e, stretch.begin); });
    result.push_back(begun && !over && !closed && !is_end(e));
  }
  return result;
}

double age_in_years(const Evidence& evidence, const Now& now) {
  const auto when = dating(evidence);
  if (!when || now.day == kAlwaysAfter || when->last >= now.day) return 0;
  return (static_cast<double>(now.day) - when->last) / kDaysPerYear;
}

}  // namespace entente::graph

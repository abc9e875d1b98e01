// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// An `end` closes what began before it and leaves open what began later, so that a base given up in 2007 and
// taken again in 2012 holds from 2012 on. What has no date has always held, until somebody says that it
// ended.
#include "query/holding.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graph/summary.hpp"

namespace entente::query {
namespace {

using graph::kAlwaysAfter;
using graph::kAlwaysBefore;
using graph::parse_date;
using graph::parse_period;
using graph::Period;

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

bool closes(const Evidence& end, const Evidence& other) {
  const auto agrees = [](std::string_view a, std::string_view b) { return a.empty() || a == b; };
  return agrees(end.place, other.place) && agrees(end.facility, other.facility) &&
         (end.domain == Domain::none || end.domain == other.domain || other.domain == Domain::none);
}

}  // namespace

Now Now::of(const Graph& graph, const std::string& as_of) {
  Now now;
  if (!as_of.empty()) {
    const auto day = parse_date(as_of);
    if (!day) throw QueryError(fmt::format("\"{}\" is not a date; write 2004, 2004-06 or 2004-06-15", as_of));
    return {day->end, true};
  }
  Day latest_report = kAlwaysBefore;
  Day latest_event = kAlwaysBefore;
  for (Index tie = 0; tie < graph.tie_count(); ++tie) {
    for (const Evidence& evidence : graph.evidence(tie)) {
      if (const auto report = parse_date(evidence.reported))
        latest_report = std::max(latest_report, report->end);
      if (const auto when = graph::dating(evidence)) latest_event = std::max(latest_event, when->last);
    }
  }
  const Day latest = latest_report != kAlwaysBefore ? latest_report : latest_event;
  if (latest != kAlwaysBefore) now.day = latest;
  return now;
}

Stretch stretch_of(const Evidence& evidence) {
  const auto event = parse_period(evidence.time);
  const auto report = parse_date(evidence.reported);
  Stretch stretch;
  if (event) {
    stretch.begin = event->begin;
    if (event->interval) stretch.end = event->end;
    const bool ahead = evidence.factuality != Factuality::fact && report && report->begin < event->begin;
    if (ahead) stretch.begin = report->begin;
  } else if (report) {
    stretch.begin = report->begin;
  }
  return stretch;
}

std::vector<bool> holding(std::span<const Evidence> evidence, const Now& now) {
  std::vector<const Evidence*> ends;
  for (const Evidence& e : evidence)
    if (is_end(e)) ends.push_back(&e);
  std::vector<bool> result;
  for (const Evidence& e : evidence) {
    const Stretch stretch = stretch_of(e);
    const bool begun = !now.asked || stretch.begin <= now.day;
    const bool over = now.day != kAlwaysAfter && stretch.end < now.day;
    const bool closed = std::any_of(ends.begin(), ends.end(), [&](const Evidence* end) {
      const Day day = end_day(*end);
      return day >= stretch.begin && (!now.asked || day <= now.day) && closes(*end, e);
    });
    result.push_back(begun && !over && !closed && !is_end(e));
  }
  return result;
}

double age_in_years(const Evidence& evidence, const Now& now) {
  const auto when = graph::dating(evidence);
  if (!when || now.day == kAlwaysAfter || when->last >= now.day) return 0;
  return (static_cast<double>(now.day) - when->last) / kDaysPerYear;
}

}  // namespace entente::query

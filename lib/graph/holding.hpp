// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What held when: the evidence of a tie as stretches of time.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "entente/graph.hpp"
#include "graph/period.hpp"

namespace entente::graph {

/// The day of a question.
struct Now {
  Day day = kAlwaysAfter;
  bool asked = false;  ///< false: the day of the latest report, and nothing is in the future

  /// Throws QueryError when `as_of` is neither empty nor a date.
  static Now of(const Graph& graph, const std::string& as_of);
};

/// When a piece of evidence begins and ceases to hold; open ends are kAlwaysBefore and kAlwaysAfter.
struct Stretch {
  Day begin = kAlwaysBefore;
  Day end = kAlwaysAfter;
};
/// Planned and possible events count from their report. Only an interval ends by itself.
Stretch stretch_of(const Evidence& evidence);

/// For each piece of evidence whether it holds on that day: has begun, is not over, and no factual `end` of
/// the same tie (same place, facility and domain where the end names them) came since. Factual ends
/// themselves never hold.
std::vector<bool> holding(std::span<const Evidence> evidence, const Now& now);

/// Years from the last date of the evidence to `now`; 0 when either is unknown.
double age_in_years(const Evidence& evidence, const Now& now);

}  // namespace entente::graph

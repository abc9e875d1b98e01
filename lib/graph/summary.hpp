// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What a list of evidence amounts to.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "entente/graph.hpp"
#include "graph/period.hpp"

namespace entente::graph {

/// When something is said to have happened, in days and as written.
struct Dating {
  Day first = kAlwaysBefore;
  Day last = kAlwaysBefore;
  std::string_view first_text;
  std::string_view last_text;
};
/// Of the event, else of the report; nothing when neither is a date. What is open ends where it was reported.
std::optional<Dating> dating(const Evidence& evidence);

/// How much it supports its tie.
inline double support(const Evidence& evidence) {
  return evidence.score * factuality_weight(evidence.factuality);
}

/// Which pieces of evidence are independent: those with the same number are from one document, from one
/// outlet or in the same or nearly the same words (copies.hpp), directly or through others. Numbers count
/// from 0 in order of first appearance.
struct Groups {
  std::vector<Index> of;
  Index count = 0;
};
Groups independent_groups(std::span<const Evidence> evidence);

/// First day of its dating; kAlwaysBefore when it has none.
Day first_day(const Evidence& evidence);

/// Last day of the latest report, of the latest event where nothing is reported; kAlwaysAfter when nothing is
/// dated.
Day latest_day(std::span<const Evidence> evidence);

/// Order of evidence of the same first day: by document and place in it, then by everything else; a total
/// order.
bool before(const Evidence& a, const Evidence& b);

/// Fills in everything of `tie` but its ends, type and numbers. REQUIRES: evidence is in order of first_day()
/// and before().
void summarize(std::span<const Evidence> evidence, Tie& tie);

/// Index of the best supported, of several the latest.
std::size_t best_of(std::span<const Evidence> evidence);

}  // namespace entente::graph

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// When a tie is said to hold or to have happened, as days that a timeline can show.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "entente/graph.hpp"
#include "graph/period.hpp"

namespace entente::exporters {

/// First and last day, both included; graph::kAlwaysBefore and graph::kAlwaysAfter where it is open.
struct Spell {
  graph::Day begin = graph::kAlwaysBefore;
  graph::Day end = graph::kAlwaysAfter;
};

/// The time of every event, else the day of its report; what overlaps or follows on the next day is one
/// spell. What is denied counts only when nothing else is said. Empty when nothing is dated. In order.
std::vector<Spell> spells_of(const Tie& tie, std::span<const Evidence> evidence);

/// `2004-06-15`
std::string iso_date(graph::Day day);

}  // namespace entente::exporters

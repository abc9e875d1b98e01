// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Ties as a filter leaves them.
#pragma once

#include <optional>
#include <vector>

#include "entente/query.hpp"
#include "graph/filter.hpp"

namespace entente::query {

/// The tie summed up anew from what is left of its evidence; nothing when nothing is left.
std::optional<Relation> select(const Graph& graph, Index tie, const graph::Filter& filter);

/// Whether anything is left of the tie. Cheaper than select().
bool keeps(const Graph& graph, Index tie, const graph::Filter& filter);

/// Score of what is left of the tie; 0 when nothing is left or it is all negated.
double selected_score(const Graph& graph, Index tie, const graph::Filter& filter);

/// Ties of an entity, out and in, in order.
std::vector<Index> ties_of(const Graph& graph, Index entity);

/// The other end of a tie.
inline Index partner(const Tie& tie, Index entity) {
  return tie.subject == entity ? tie.object : tie.subject;
}

}  // namespace entente::query

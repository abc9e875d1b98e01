// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "query/selection.hpp"

#include <algorithm>

#include "graph/summary.hpp"

namespace entente::query {

std::optional<Relation> select(const Graph& graph, Index tie, const graph::Filter& filter) {
  Relation relation{graph.tie(tie), {}};
  relation.evidence = filter.select(relation.tie.type, graph.evidence(tie));
  if (relation.evidence.empty()) return std::nullopt;
  if (relation.evidence.size() < relation.tie.assertions) graph::summarize(relation.evidence, relation.tie);
  return relation;
}

bool keeps(const Graph& graph, Index tie, const graph::Filter& filter) {
  if (filter.allows_everything()) return true;
  const RelationType type = graph.tie(tie).type;
  if (!filter.allows(type)) return false;
  const auto evidence = graph.evidence(tie);
  if (filter.looks_at_ties()) return !filter.select(type, evidence).empty();
  return std::any_of(evidence.begin(), evidence.end(),
                     [&](const Evidence& e) { return filter.allows(type, e); });
}

double selected_score(const Graph& graph, Index tie, const graph::Filter& filter) {
  if (filter.allows_everything()) return graph.tie(tie).score;
  const auto relation = select(graph, tie, filter);
  return relation ? relation->tie.score : 0;
}

std::vector<Index> ties_of(const Graph& graph, Index entity) {
  std::vector<Index> ties = graph.ties_out(entity);
  const std::vector<Index> in = graph.ties_in(entity);
  ties.insert(ties.end(), in.begin(), in.end());
  return ties;
}

}  // namespace entente::query

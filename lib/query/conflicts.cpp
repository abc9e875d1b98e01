// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What is asserted by some and denied by others: the evidence of a tie in two, each summed up by itself.
#include <algorithm>
#include <tuple>

#include "graph/summary.hpp"
#include "query/selection.hpp"

namespace entente {
namespace {

/// Score of denials as if they were assertions.
double weight_of(std::vector<Evidence> denials) {
  for (Evidence& e : denials) e.factuality = Factuality::fact;
  Tie tie;
  graph::summarize(denials, tie);
  return tie.score;
}

double score_of(const std::vector<Evidence>& evidence) {
  Tie tie;
  graph::summarize(evidence, tie);
  return tie.score;
}

}  // namespace

std::vector<Conflict> conflicts(const Graph& graph, const GraphFilter& wanted) {
  const graph::Filter filter(wanted);
  std::vector<Conflict> result;
  for (Index tie = 0; tie < graph.tie_count(); ++tie) {
    const auto evidence = graph.evidence(tie);
    const auto denies = [](const Evidence& e) { return e.factuality == Factuality::negated; };
    const auto denials = std::count_if(evidence.begin(), evidence.end(), denies);
    if (denials == 0 || static_cast<std::size_t>(denials) == evidence.size()) continue;
    Conflict conflict;
    conflict.tie = tie;
    for (const Evidence& e : filter.select(graph.tie(tie).type, evidence))
      (denies(e) ? conflict.against_it : conflict.for_it).push_back(e);
    if (conflict.for_it.empty() || conflict.against_it.empty()) continue;
    conflict.asserted = score_of(conflict.for_it);
    conflict.denied = weight_of(conflict.against_it);
    result.push_back(std::move(conflict));
  }
  std::stable_sort(result.begin(), result.end(), [](const Conflict& a, const Conflict& b) {
    return std::min(a.asserted, a.denied) > std::min(b.asserted, b.denied);
  });
  return result;
}

}  // namespace entente

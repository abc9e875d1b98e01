// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Chains of ties between two entities. Of all ties of a pair the best supported carries the hop; what is
// searched is the graph of these steps.
#include <array>

#include "graph/steps.hpp"
#include "graph/summary.hpp"
#include "query/chains.hpp"
#include "query/selection.hpp"

namespace entente {
namespace {

using graph::Along;
using graph::Step;
using graph::StepGraph;
using query::Passage;

Evidence best_of_tie(const Graph& graph, Index tie, const graph::Filter& filter) {
  if (filter.allows_everything()) return graph.best_evidence(tie);
  const auto evidence = filter.select(graph.tie(tie).type, graph.evidence(tie));
  return evidence[graph::best_of(evidence)];
}

Path path_along(const Graph& graph, const StepGraph& steps, const std::vector<Index>& chain,
                const graph::Filter& filter) {
  Path path{{}, 1.0};
  for (std::size_t i = 1; i < chain.size(); ++i) {
    const Step& step = graph::step_between(steps, chain[i - 1], chain[i]);
    path.score *= step.score;
    path.hops.push_back({chain[i - 1], chain[i], step.tie, step.score, best_of_tie(graph, step.tie, filter)});
  }
  return path;
}

/// Steps as options let them be taken: those of the graph, or made for the question.
class Steps {
 public:
  Steps(const Graph& graph, const PathOptions& options, const graph::Filter& filter) {
    const auto along = [&](Along way, StepGraph& own) -> const StepGraph* {
      if (filter.allows_everything()) return &graph::all_steps(graph, way);
      own =
          graph::make_steps(graph, way, [&](Index tie) { return query::selected_score(graph, tie, filter); });
      return &own;
    };
    passage_.max_partners = options.max_partners;
    passage_.ahead = along(options.directed ? Along::forward : Along::both, own_[0]);
    passage_.back = passage_.ahead;
    if (options.directed) passage_.back = along(Along::backward, own_[1]);
  }
  const Passage& passage() const { return passage_; }

 private:
  std::array<StepGraph, 2> own_;
  Passage passage_;
};

}  // namespace

std::optional<Path> find_path(const Graph& graph, Index a, Index b, const PathOptions& options) {
  if (a == b) return Path{{}, 1.0};
  const graph::Filter filter(options.filter);
  const Steps steps(graph, options, filter);
  const auto search = options.kind == PathKind::shortest ? query::shortest_chain : query::best_chain;
  const std::vector<Index> chain = search(steps.passage(), a, b);
  if (chain.empty()) return std::nullopt;
  return path_along(graph, *steps.passage().ahead, chain, filter);
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Sorts the steps by pair and score, keeps the first of each pair, and lays them out as compressed rows.
#include "graph/steps.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

#include "graph/graph_data.hpp"

namespace entente::graph {
namespace {

struct Candidate {
  Index from, to;
  double score;
  Index tie;

  friend bool operator<(const Candidate& a, const Candidate& b) {
    return std::tie(a.from, a.to, b.score, a.tie) < std::tie(b.from, b.to, a.score, b.tie);
  }
};

}  // namespace

StepGraph make_steps(const Graph& graph, Along along, const std::function<double(Index)>& score) {
  std::vector<Candidate> list;
  for (Index i = 0; i < graph.tie_count(); ++i) {
    const Tie& tie = graph.tie(i);
    const double value = score(i);
    if (value <= 0) continue;
    const bool both = along == Along::both || info(tie.type).symmetric;
    if (both || along == Along::forward) list.push_back({tie.subject, tie.object, value, i});
    if (both || along == Along::backward) list.push_back({tie.object, tie.subject, value, i});
  }
  std::sort(list.begin(), list.end());
  list.erase(
      std::unique(list.begin(), list.end(),
                  [](const Candidate& a, const Candidate& b) { return a.from == b.from && a.to == b.to; }),
      list.end());
  std::vector<std::pair<Index, Index>> pairs;
  std::vector<Step> steps;
  for (const Candidate& one : list) {
    pairs.emplace_back(one.from, one.to);
    steps.push_back({one.score, -std::log(one.score), one.tie});
  }
  return StepGraph(boost::edges_are_sorted, pairs.begin(), pairs.end(), steps.begin(), graph.entity_count());
}

const StepGraph& all_steps(const Graph& graph, Along along) {
  const LazySteps& lazy = graph.data().steps[static_cast<std::size_t>(along)];
  std::call_once(lazy.once, [&] {
    lazy.steps = std::make_unique<const StepGraph>(
        make_steps(graph, along, [&](Index tie) { return graph.tie(tie).score; }));
  });
  return *lazy.steps;
}

const Step& step_between(const StepGraph& steps, Index from, Index to) {
  const auto [first, last] = adjacent_vertices(from, steps);
  auto edge = out_edges(from, steps).first;
  std::advance(edge, static_cast<int>(std::lower_bound(first, last, to) - first));
  return steps[*edge];
}

}  // namespace entente::graph

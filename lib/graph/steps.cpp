// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Sorts the steps by pair and score, keeps the first of each pair, and lays them out as compressed rows.
#include "graph/steps.hpp"

#include <algorithm>
#include <cmath>
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

StepGraph make_steps(const Graph& graph, bool directed, const std::function<double(Index)>& score) {
  std::vector<Candidate> list;
  for (Index i = 0; i < graph.tie_count(); ++i) {
    const Tie& tie = graph.tie(i);
    const double value = score(i);
    if (value <= 0) continue;
    list.push_back({tie.subject, tie.object, value, i});
    if (!directed || info(tie.type).symmetric) list.push_back({tie.object, tie.subject, value, i});
  }
  std::sort(list.begin(), list.end());
  list.erase(
      std::unique(list.begin(), list.end(),
                  [](const Candidate& a, const Candidate& b) { return a.from == b.from && a.to == b.to; }),
      list.end());
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  std::vector<Step> steps;
  for (const Candidate& one : list) {
    pairs.emplace_back(one.from, one.to);
    steps.push_back({one.score, -std::log(one.score), one.tie});
  }
  return StepGraph(boost::edges_are_sorted, pairs.begin(), pairs.end(), steps.begin(), graph.entity_count());
}

const StepGraph& all_steps(const Graph& graph, bool directed) {
  const LazySteps& lazy = graph.data().steps[directed ? 1 : 0];
  std::call_once(lazy.once, [&] {
    lazy.steps = std::make_unique<const StepGraph>(
        make_steps(graph, directed, [&](Index tie) { return graph.tie(tie).score; }));
  });
  return *lazy.steps;
}

}  // namespace entente::graph

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Chains of ties between two entities. Of all ties of a pair the best supported carries the hop. Best
// supported chain: shortest path with -log(score) as length, then number of hops (Dijkstra 1959), which ends
// when it comes to the other end; fewest hops: shortest.cpp. Neighbours are visited in order of their number,
// which settles equal chains.
#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <tuple>

#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>

#include "graph/steps.hpp"
#include "graph/summary.hpp"
#include "query/selection.hpp"
#include "query/shortest.hpp"

namespace entente {
namespace {

using graph::Along;
using graph::Step;
using graph::StepGraph;
using query::Passage;
using Edge = boost::graph_traits<StepGraph>::edge_descriptor;

struct Distance {
  double length = 0;
  Index hops = 0;

  friend bool operator<(const Distance& a, const Distance& b) {
    return std::tie(a.length, a.hops) < std::tie(b.length, b.hops);
  }
};
constexpr Distance kFar{std::numeric_limits<double>::infinity(), kNone};

Distance operator+(const Distance& a, const Distance& b) {
  // Nothing is added to what is out of reach.
  if (a.hops == kNone || b.hops == kNone) return kFar;
  return {a.length + b.length, a.hops + b.hops};
}

/// Thrown out of a search that is done: Boost has no other way.
struct Arrived {};

/// Ends a search at the goal.
struct Goal {
  Index entity;
  using event_filter = boost::on_examine_vertex;
  template <class AnyGraph>
  void operator()(Index at, const AnyGraph&) const {
    if (at == entity) throw Arrived{};
  }
};

/// Lengths of the steps that may be taken; none leads on from where the search may not pass.
struct Lengths {
  const Passage* passage;
  Index start;

  Distance operator()(Edge edge) const {
    const StepGraph& steps = *passage->ahead;
    const Index from = source(edge, steps);
    return from == start || passage->allows(from) ? Distance{steps[edge].length, 1} : kFar;
  }
};

std::vector<Index> best_chain(const Passage& passage, Index start, Index goal) {
  const StepGraph& steps = *passage.ahead;
  const auto index = get(boost::vertex_index, steps);
  std::vector<Index> parents(num_vertices(steps));
  std::vector<Distance> distances(num_vertices(steps));
  const auto weights = boost::make_function_property_map<Edge, Distance>(Lengths{&passage, start});
  try {
    boost::dijkstra_shortest_paths(
        steps, start,
        boost::weight_map(weights)
            .distance_map(boost::make_iterator_property_map(distances.begin(), index))
            .predecessor_map(boost::make_iterator_property_map(parents.begin(), index))
            .distance_inf(kFar)
            .distance_zero(Distance{})
            .distance_compare(std::less<Distance>())
            .distance_combine(std::plus<Distance>())
            .visitor(boost::make_dijkstra_visitor(Goal{goal})));
  } catch (const Arrived&) {
  }
  if (parents[goal] == goal) return {};
  std::vector<Index> chain = {goal};
  while (chain.back() != start) chain.push_back(parents[chain.back()]);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

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
    if (options.directed && options.kind == PathKind::shortest)
      passage_.back = along(Along::backward, own_[1]);
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
  const auto search = options.kind == PathKind::shortest ? query::shortest_chain : best_chain;
  const std::vector<Index> chain = search(steps.passage(), a, b);
  if (chain.empty()) return std::nullopt;
  return path_along(graph, *steps.passage().ahead, chain, filter);
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Chains of ties between two entities. Of all ties of a pair the best supported carries the hop. Best
// supported chain: shortest path with -log(score) as length, then number of hops (Dijkstra 1959); fewest
// hops: breadth-first search. Neighbours are visited in order of their number, which settles equal chains.
// Both searches end when they come to the other end.
#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/property_map/function_property_map.hpp>

#include "graph/steps.hpp"
#include "graph/summary.hpp"
#include "query/selection.hpp"

namespace entente {
namespace {

using graph::Step;
using graph::StepGraph;
using Vertex = boost::graph_traits<StepGraph>::vertex_descriptor;
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
  Vertex vertex;
  using event_filter = boost::on_examine_vertex;
  template <class AnyGraph>
  void operator()(Vertex at, const AnyGraph&) const {
    if (at == vertex) throw Arrived{};
  }
};

/// Which steps may be taken: none leads on from an entity with too many partners, but from the start.
struct Passage {
  const StepGraph* steps;
  Vertex start;
  Index max_partners;

  bool allows(Vertex from) const {
    return max_partners == 0 || from == start || out_degree(from, *steps) <= max_partners;
  }
  Distance operator()(Edge edge) const {
    return allows(source(edge, *steps)) ? Distance{(*steps)[edge].length, 1} : kFar;
  }
};

/// For each entity the one before it on the chain from the start; itself when there is none.
std::vector<Vertex> best_parents(const StepGraph& steps, const Passage& passage, Vertex goal) {
  const auto index = get(boost::vertex_index, steps);
  std::vector<Vertex> parents(num_vertices(steps));
  std::vector<Distance> distances(num_vertices(steps));
  const auto weights = boost::make_function_property_map<Edge, Distance>(passage);
  try {
    boost::dijkstra_shortest_paths(
        steps, passage.start,
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
  return parents;
}

struct NoHub {
  const Passage* passage = nullptr;
  bool operator()(Edge edge) const { return passage->allows(source(edge, *passage->steps)); }
};

std::vector<Vertex> shortest_parents(const StepGraph& steps, const Passage& passage, Vertex goal) {
  std::vector<Vertex> parents(num_vertices(steps));
  for (Vertex v = 0; v < parents.size(); ++v) parents[v] = v;
  const auto index = get(boost::vertex_index, steps);
  const auto parent_map = boost::make_iterator_property_map(parents.begin(), index);
  const boost::filtered_graph<StepGraph, NoHub> open(steps, NoHub{&passage});
  const auto record = boost::record_predecessors(parent_map, boost::on_tree_edge());
  try {
    boost::breadth_first_search(open, passage.start,
                                boost::visitor(boost::make_bfs_visitor(std::make_pair(record, Goal{goal}))));
  } catch (const Arrived&) {
  }
  return parents;
}

Evidence best_of_tie(const Graph& graph, Index tie, const graph::Filter& filter) {
  if (filter.allows_everything()) return graph.best_evidence(tie);
  const auto evidence = filter.select(graph.tie(tie).type, graph.evidence(tie));
  return evidence[graph::best_of(evidence)];
}

Path path_along(const Graph& graph, const StepGraph& steps, const std::vector<Vertex>& parents, Vertex start,
                Vertex goal, const graph::Filter& filter) {
  Path path{{}, 1.0};
  for (Vertex at = goal; at != start; at = parents[at]) {
    const Step& step = steps[edge(parents[at], at, steps).first];
    path.score *= step.score;
    path.hops.push_back({static_cast<Index>(parents[at]), static_cast<Index>(at), step.tie, step.score,
                         best_of_tie(graph, step.tie, filter)});
  }
  std::reverse(path.hops.begin(), path.hops.end());
  return path;
}

}  // namespace

std::optional<Path> find_path(const Graph& graph, Index a, Index b, const PathOptions& options) {
  if (a == b) return Path{{}, 1.0};
  const graph::Filter filter(options.filter);
  StepGraph own;
  if (!filter.allows_everything())
    own = graph::make_steps(graph, options.directed,
                            [&](Index tie) { return query::selected_score(graph, tie, filter); });
  const StepGraph& steps = filter.allows_everything() ? graph::all_steps(graph, options.directed) : own;
  const Passage passage{&steps, a, options.max_partners};
  const std::vector<Vertex> parents = options.kind == PathKind::shortest ? shortest_parents(steps, passage, b)
                                                                         : best_parents(steps, passage, b);
  if (parents[b] == b) return std::nullopt;
  return path_along(graph, steps, parents, a, b, filter);
}

}  // namespace entente

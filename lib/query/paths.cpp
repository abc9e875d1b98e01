// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Chains of ties between two entities. Of all ties of a pair the best supported carries the hop. Best
// supported chain: shortest path with -log(score) as length (Dijkstra 1959); fewest hops: breadth-first
// search. Neighbours are visited in order of their number, which settles equal chains.
#include <algorithm>
#include <cmath>
#include <tuple>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include "entente/query.hpp"
#include "graph/filter.hpp"
#include "graph/summary.hpp"

namespace entente {
namespace {

/// A step from one entity to another along a tie.
struct Step {
  double length = 0;
  double score = 0;
  Index tie = kNone;
};
using StepGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Step>;
using Vertex = StepGraph::vertex_descriptor;

/// Score of the tie by the evidence that the filter leaves; 0 when none supports it.
double filtered_score(const Graph& graph, Index tie, const graph::Filter& filter) {
  const RelationType type = graph.tie(tie).type;
  if (!filter.allows(type)) return 0;
  std::vector<Evidence> evidence;
  for (const Evidence& e : graph.evidence(tie))
    if (e.factuality != Factuality::negated && filter.allows(type, e)) evidence.push_back(e);
  if (evidence.empty()) return 0;
  Tie summary = graph.tie(tie);
  graph::summarize(evidence, summary);
  return summary.score;
}

StepGraph step_graph(const Graph& graph, const PathOptions& options) {
  const graph::Filter filter(options.filter);
  std::vector<std::tuple<Index, Index, double, Index>> steps;  // from, to, -score, tie
  for (Index i = 0; i < graph.tie_count(); ++i) {
    const Tie& tie = graph.tie(i);
    const double score = filtered_score(graph, i, filter);
    if (score <= 0) continue;
    steps.emplace_back(tie.subject, tie.object, -score, i);
    if (!options.directed || info(tie.type).symmetric) steps.emplace_back(tie.object, tie.subject, -score, i);
  }
  std::sort(steps.begin(), steps.end());
  StepGraph result(graph.entity_count());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto& [from, to, negative, tie] = steps[i];
    const bool other_pair = i == 0 || std::get<0>(steps[i - 1]) != from || std::get<1>(steps[i - 1]) != to;
    if (other_pair) add_edge(from, to, Step{-std::log(-negative), -negative, tie}, result);
  }
  return result;
}

/// For each entity the one before it on the chain from `start`; itself when there is none.
std::vector<Vertex> parents_of(const StepGraph& graph, Vertex start, PathKind kind) {
  const auto index = get(boost::vertex_index, graph);
  std::vector<Vertex> parents(num_vertices(graph));
  for (Vertex v = 0; v < parents.size(); ++v) parents[v] = v;
  const auto parent_map = boost::make_iterator_property_map(parents.begin(), index);
  if (kind == PathKind::shortest) {
    boost::breadth_first_search(graph, start,
                                boost::visitor(boost::make_bfs_visitor(
                                    boost::record_predecessors(parent_map, boost::on_tree_edge()))));
  } else {
    std::vector<double> lengths(num_vertices(graph));
    boost::dijkstra_shortest_paths(
        graph, start,
        boost::weight_map(get(&Step::length, graph))
            .distance_map(boost::make_iterator_property_map(lengths.begin(), index))
            .predecessor_map(parent_map));
  }
  return parents;
}

Evidence best_of_tie(const Graph& graph, Index tie, const graph::Filter& filter) {
  std::vector<Evidence> evidence;
  for (const Evidence& e : graph.evidence(tie))
    if (e.factuality != Factuality::negated && filter.allows(graph.tie(tie).type, e)) evidence.push_back(e);
  return evidence[graph::best_of(evidence)];
}

}  // namespace

std::optional<Path> find_path(const Graph& graph, Index a, Index b, const PathOptions& options) {
  if (a == b) return Path{{}, 1.0};
  const StepGraph steps = step_graph(graph, options);
  const std::vector<Vertex> parents = parents_of(steps, a, options.kind);
  if (parents[b] == b) return std::nullopt;
  const graph::Filter filter(options.filter);
  Path path{{}, 1.0};
  for (Vertex at = b; at != a; at = parents[at]) {
    const Step& step = steps[edge(parents[at], at, steps).first];
    path.score *= step.score;
    path.hops.push_back({static_cast<Index>(parents[at]), static_cast<Index>(at), step.tie, step.score,
                         best_of_tie(graph, step.tie, filter)});
  }
  std::reverse(path.hops.begin(), path.hops.end());
  return path;
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Dependence passes on: who depends on somebody who depends on a third is exposed to that third. The best
// chain is a shortest path (Dijkstra 1959) with -log(strength) as length. Whoever lies on every chain to
// others is a dominator of them (Lengauer and Tarjan 1979).
#include <algorithm>
#include <cmath>
#include <map>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/dominator_tree.hpp>

#include "entente/query.hpp"

namespace entente {
namespace {

struct Length {
  double length = 0;
};
using DependenceGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, Length>;
using Vertex = DependenceGraph::vertex_descriptor;

constexpr Vertex kNobody = static_cast<Vertex>(-1);

/// An edge from dependent to provider, over all domains together.
DependenceGraph dependence_graph(const Graph& graph, const std::vector<Dependence>& list) {
  std::map<std::pair<Index, Index>, double> doubt;
  for (const Dependence& d : list) {
    const auto [known, added] = doubt.try_emplace({d.dependent, d.provider}, 1.0);
    known->second *= 1 - d.strength;
  }
  DependenceGraph result(graph.entity_count());
  for (const auto& [ends, value] : doubt) {
    const double strength = 1 - value;
    if (strength > 0) add_edge(ends.first, ends.second, Length{-std::log(strength)}, result);
  }
  return result;
}

/// From `entity` along `parents` (back to front) to `last`.
std::vector<Index> chain_to(Vertex last, Vertex entity, const std::vector<Vertex>& parents) {
  std::vector<Index> chain;
  for (Vertex at = last; at != entity; at = parents[at]) chain.push_back(static_cast<Index>(at));
  chain.push_back(static_cast<Index>(entity));
  std::reverse(chain.begin(), chain.end());
  return chain;
}

std::vector<Exposure> best_chains(const DependenceGraph& graph, Vertex entity) {
  const auto index = get(boost::vertex_index, graph);
  std::vector<double> lengths(num_vertices(graph));
  std::vector<Vertex> parents(num_vertices(graph));
  boost::dijkstra_shortest_paths(
      graph, entity,
      boost::weight_map(get(&Length::length, graph))
          .distance_map(boost::make_iterator_property_map(lengths.begin(), index))
          .predecessor_map(boost::make_iterator_property_map(parents.begin(), index)));
  std::vector<Exposure> result;
  for (Vertex v = 0; v < num_vertices(graph); ++v)
    if (v != entity && parents[v] != v)
      result.push_back({static_cast<Index>(v), std::exp(-lengths[v]), chain_to(v, entity, parents)});
  std::stable_sort(result.begin(), result.end(),
                   [](const Exposure& a, const Exposure& b) { return a.strength > b.strength; });
  return result;
}

std::vector<PointOfFailure> points_of_failure(const DependenceGraph& graph, Vertex entity) {
  const auto index = get(boost::vertex_index, graph);
  std::vector<Vertex> dominators(num_vertices(graph), kNobody);
  boost::lengauer_tarjan_dominator_tree(graph, entity,
                                        boost::make_iterator_property_map(dominators.begin(), index));
  std::map<Vertex, std::vector<Index>> cut_off;
  for (Vertex v = 0; v < num_vertices(graph); ++v)
    for (Vertex d = dominators[v]; d != kNobody && d != entity; d = dominators[d])
      cut_off[d].push_back(static_cast<Index>(v));
  std::vector<PointOfFailure> result;
  for (auto& [point, others] : cut_off) result.push_back({static_cast<Index>(point), std::move(others)});
  std::stable_sort(result.begin(), result.end(), [](const PointOfFailure& a, const PointOfFailure& b) {
    return a.cuts_off.size() > b.cuts_off.size();
  });
  return result;
}

}  // namespace

ExposureReport exposure(const Graph& graph, Index entity, const DependenceRules& rules,
                        const DependenceOptions& options) {
  const DependenceGraph steps = dependence_graph(graph, dependences(graph, rules, options));
  return {best_chains(steps, entity), points_of_failure(steps, entity)};
}

}  // namespace entente

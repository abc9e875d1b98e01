// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Dependence passes on: who depends on somebody who depends on a third is exposed to that third. The best
// chain is a shortest path (Dijkstra 1959) with -log(strength) as length. Whoever lies on every chain to
// others is a dominator of them (Lengauer and Tarjan 1979). Both are kept as trees: written out, the chains
// and the lists of who is cut off would grow with the square of the longest chain.
#include <algorithm>
#include <cmath>
#include <map>

#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <boost/range/iterator_range.hpp>

#include "query/dependence_graph.hpp"
#include "query/places.hpp"

namespace entente {
namespace {

using query::DependenceGraph;
using query::Direction;
using query::Length;
using Vertex = DependenceGraph::vertex_descriptor;

constexpr Vertex kNobody = static_cast<Vertex>(-1);

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
      result.push_back({static_cast<Index>(v), std::exp(-lengths[v]), kNone, {}});
  std::stable_sort(result.begin(), result.end(),
                   [](const Exposure& a, const Exposure& b) { return a.strength > b.strength; });
  std::vector<Index> number(num_vertices(graph), kNone);
  for (Index i = 0; i < result.size(); ++i) number[result[i].provider] = i;
  for (Exposure& one : result) one.before = number[parents[one.provider]];
  return result;
}

/// What can be reached. Boost takes a predecessor out of reach for the entry itself, so that its edges have
/// to go.
DependenceGraph within_reach(const DependenceGraph& graph, const ExposureReport& report) {
  std::vector<bool> reached(num_vertices(graph), false);
  reached[report.entity] = true;
  for (const Exposure& one : report.exposures) reached[one.provider] = true;
  DependenceGraph result(num_vertices(graph));
  for (const auto edge : boost::make_iterator_range(edges(graph)))
    if (reached[source(edge, graph)]) add_edge(source(edge, graph), target(edge, graph), result);
  return result;
}

/// The tree of dominators, a list of children for each.
std::vector<std::vector<Index>> dominator_tree(const DependenceGraph& graph, Vertex entity) {
  const auto index = get(boost::vertex_index, graph);
  std::vector<Vertex> dominators(num_vertices(graph), kNobody);
  boost::lengauer_tarjan_dominator_tree(graph, entity,
                                        boost::make_iterator_property_map(dominators.begin(), index));
  std::vector<std::vector<Index>> children(num_vertices(graph));
  for (Vertex v = 0; v < num_vertices(graph); ++v)
    if (v != entity && dominators[v] != kNobody) children[dominators[v]].push_back(static_cast<Index>(v));
  return children;
}

/// Walks the tree from its root; who stands behind somebody is a range of what is passed.
void find_points_of_failure(const std::vector<std::vector<Index>>& children, ExposureReport& report) {
  struct Visit {
    Index entity, first;
    std::size_t next = 0;
  };
  std::vector<Visit> open = {{report.entity, 0}};
  while (!open.empty()) {
    Visit& at = open.back();
    if (at.next < children[at.entity].size()) {
      const Index child = children[at.entity][at.next++];
      report.behind.push_back(child);
      open.push_back({child, static_cast<Index>(report.behind.size())});
      continue;
    }
    const Index count = static_cast<Index>(report.behind.size()) - at.first;
    if (count > 0 && at.entity != report.entity)
      report.points_of_failure.push_back({at.entity, at.first, count});
    open.pop_back();
  }
  std::sort(report.points_of_failure.begin(), report.points_of_failure.end(),
            [](const PointOfFailure& a, const PointOfFailure& b) {
              return a.count != b.count ? a.count > b.count : a.entity < b.entity;
            });
}

/// The best evidence for each step of a chain. REQUIRES: the strongest dependences first.
void add_evidence(const std::vector<Dependence>& dependences, Direction direction, ExposureReport& report) {
  std::map<std::pair<Index, Index>, const Evidence*> best;
  for (const Dependence& d : dependences) {
    auto ends = std::make_pair(d.dependent, d.provider);
    if (direction == Direction::to_dependent) std::swap(ends.first, ends.second);
    best.try_emplace(ends, &d.parts.front().evidence);
  }
  for (Exposure& one : report.exposures) {
    const Index before = one.before == kNone ? report.entity : report.exposures[one.before].provider;
    one.evidence = *best.at({before, one.provider});
  }
}

ExposureReport report_of(const Graph& graph, Index entity, const std::vector<Dependence>& dependences,
                         Direction direction) {
  const DependenceGraph steps = query::dependence_graph(graph, dependences, direction);
  ExposureReport report;
  report.entity = entity;
  report.exposures = best_chains(steps, entity);
  add_evidence(dependences, direction, report);
  find_points_of_failure(dominator_tree(within_reach(steps, report), entity), report);
  return report;
}

}  // namespace

std::vector<Index> ExposureReport::chain(std::size_t exposure) const {
  std::vector<Index> result;
  for (std::size_t at = exposure; at != kNone; at = exposures[at].before)
    result.push_back(exposures[at].provider);
  result.push_back(entity);
  std::reverse(result.begin(), result.end());
  return result;
}

ExposureReport exposure(const Graph& graph, Index entity, const DependenceRules& rules,
                        const DependenceOptions& options) {
  return report_of(graph, entity, dependences(graph, rules, options), Direction::to_provider);
}

ExposureReport exposed_to(const Graph& graph, Index entity, const DependenceRules& rules,
                          const DependenceOptions& wanted) {
  DependenceOptions options = wanted;
  options.places = options.places || query::is_place(graph.entity(entity).type);
  return report_of(graph, entity, dependences(graph, rules, options), Direction::to_dependent);
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Boost's algorithms on the graph: PageRank (Brin and Page 1998) and betweenness (Brandes 2001), the latter
// in time entities times pairs of partners.
#include <algorithm>
#include <numeric>
#include <set>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/page_rank.hpp>

#include "entente/bgl.hpp"
#include "entente/query.hpp"

namespace entente {
namespace {

using PairGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

std::vector<double> degrees(const Graph& graph) {
  const BoostGraph& boost_ties = boost_graph(graph);
  std::vector<double> values(graph.entity_count());
  for (Index i = 0; i < graph.entity_count(); ++i)
    values[i] = static_cast<double>(out_degree(i, boost_ties) + in_degree(i, boost_ties));
  return values;
}

std::vector<double> page_ranks(const Graph& graph) {
  const BoostGraph& boost_ties = boost_graph(graph);
  std::vector<double> values(graph.entity_count());
  if (values.empty()) return values;
  boost::graph::page_rank(
      boost_ties, boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, boost_ties)));
  // Boost lets the rank of entities without outgoing ties seep away.
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  for (double& value : values) value /= sum;
  return values;
}

std::vector<double> betweenness(const Graph& graph) {
  std::set<std::pair<Index, Index>> pairs;
  for (Index i = 0; i < graph.tie_count(); ++i)
    pairs.insert(std::minmax(graph.tie(i).subject, graph.tie(i).object));
  const PairGraph partners(pairs.begin(), pairs.end(), graph.entity_count());
  std::vector<double> values(graph.entity_count());
  const auto map = boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, partners));
  boost::brandes_betweenness_centrality(partners, map);
  if (values.size() > 2) boost::relative_betweenness_centrality(partners, map);
  return values;
}

}  // namespace

std::vector<Ranked> top(const Graph& graph, Centrality measure, std::size_t limit) {
  std::vector<double> values;
  switch (measure) {
    case Centrality::degree:
      values = degrees(graph);
      break;
    case Centrality::pagerank:
      values = page_ranks(graph);
      break;
    case Centrality::betweenness:
      values = betweenness(graph);
      break;
  }
  std::vector<Ranked> ranked;
  for (Index i = 0; i < values.size(); ++i)
    if (!graph.ties_out(i).empty() || !graph.ties_in(i).empty()) ranked.push_back({i, values[i]});
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.value > b.value; });
  if (ranked.size() > limit) ranked.resize(limit);
  return ranked;
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Boost's algorithms on the ties that are selected: PageRank (Brin and Page 1998) until it stands still, and
// betweenness (Brandes 2001), the latter in time entities times pairs of partners.
#include <algorithm>
#include <cmath>
#include <numeric>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>

#include "query/selection.hpp"

namespace entente {
namespace {

using Pair = std::pair<Index, Index>;
using PairGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using Rows = boost::compressed_sparse_row_graph<boost::directedS>;

constexpr double kDamping = 0.85;
constexpr double kStill = 1e-10;   // sum of the changes of a round
constexpr int kMostRounds = 1000;  // 0.85^142 is below kStill already

std::vector<Index> selected_ties(const Graph& graph, const graph::Filter& filter) {
  std::vector<Index> ties;
  for (Index i = 0; i < graph.tie_count(); ++i)
    if (query::keeps(graph, i, filter)) ties.push_back(i);
  return ties;
}

std::vector<double> degrees(const Graph& graph, const std::vector<Index>& ties) {
  std::vector<double> values(graph.entity_count());
  for (const Index tie : ties) {
    ++values[graph.tie(tie).subject];
    ++values[graph.tie(tie).object];
  }
  return values;
}

/// Whether the ranks have come to rest.
class Still {
 public:
  explicit Still(std::size_t size) : last_(size, 0.0) {}

  template <class RankMap>
  bool operator()(const RankMap& ranks, const Rows& rows) {
    double change = 0;
    for (std::size_t v = 0; v < num_vertices(rows); ++v) {
      change += std::abs(get(ranks, v) - last_[v]);
      last_[v] = get(ranks, v);
    }
    return change < kStill || ++rounds_ > kMostRounds;
  }

 private:
  std::vector<double> last_;
  int rounds_ = 0;
};

std::vector<double> page_ranks(const Graph& graph, const std::vector<Index>& ties) {
  std::vector<std::pair<std::size_t, std::size_t>> edges;
  for (const Index i : ties) {
    const Tie& tie = graph.tie(i);
    edges.emplace_back(tie.subject, tie.object);
    if (info(tie.type).symmetric) edges.emplace_back(tie.object, tie.subject);
  }
  std::vector<double> values(graph.entity_count());
  if (values.empty()) return values;
  const Rows rows(boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(), graph.entity_count());
  boost::graph::page_rank(rows,
                          boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, rows)),
                          Still(values.size()), kDamping);
  // The rank of entities without outgoing ties seeps away; shared out among all, it gives the same in
  // proportion.
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  for (double& value : values) value /= sum;
  return values;
}

std::vector<double> betweenness(const Graph& graph, const std::vector<Index>& ties) {
  std::vector<Pair> pairs;
  for (const Index i : ties) pairs.push_back(std::minmax(graph.tie(i).subject, graph.tie(i).object));
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  const PairGraph partners(pairs.begin(), pairs.end(), graph.entity_count());
  std::vector<double> values(graph.entity_count());
  const auto map = boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, partners));
  boost::brandes_betweenness_centrality(partners, map);
  if (values.size() > 2) boost::relative_betweenness_centrality(partners, map);
  return values;
}

std::vector<double> measured(const Graph& graph, Centrality measure, const std::vector<Index>& ties) {
  switch (measure) {
    case Centrality::degree:
      return degrees(graph, ties);
    case Centrality::pagerank:
      return page_ranks(graph, ties);
    case Centrality::betweenness:
      return betweenness(graph, ties);
  }
  return {};
}

}  // namespace

std::vector<Ranked> top(const Graph& graph, Centrality measure, std::size_t limit,
                        const GraphFilter& filter) {
  const std::vector<Index> ties = selected_ties(graph, graph::Filter(filter));
  const std::vector<double> values = measured(graph, measure, ties);
  const std::vector<double> tied = degrees(graph, ties);
  std::vector<Ranked> ranked;
  for (Index i = 0; i < values.size(); ++i)
    if (tied[i] > 0) ranked.push_back({i, values[i]});
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.value > b.value; });
  if (ranked.size() > limit) ranked.resize(limit);
  return ranked;
}

}  // namespace entente

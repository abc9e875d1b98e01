// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Louvain's method (Blondel and others 2008): vertices move to the neighbouring community that raises the
// modularity most, until none does; communities become vertices of the next level. Boost has none. What comes
// out is refined as Traag and others (2019) ask: communities that fell apart are split into their components,
// and vertices move once more, until neither changes anything.
#include "query/communities.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>

namespace entente::query {
namespace {

constexpr double kGain = 1e-12;  // of the whole weight: what is less is rounding
constexpr int kMostRounds = 100;

/// The pairs as neighbours of each vertex, and loops of communities that became vertices.
struct Level {
  std::vector<std::vector<std::pair<Index, double>>> neighbours;
  std::vector<double> loops;
  std::vector<double> strengths;  // sum of weights, loops twice
  double total = 0;               // sum of strengths

  Level(const WeightedPairs& graph, std::vector<double> own)
      : neighbours(graph.size), loops(std::move(own)), strengths(graph.size) {
    for (Index v = 0; v < graph.size; ++v) strengths[v] = 2 * loops[v];
    for (const auto& [first, second, weight] : graph.pairs) {
      neighbours[first].emplace_back(second, weight);
      neighbours[second].emplace_back(first, weight);
      strengths[first] += weight;
      strengths[second] += weight;
    }
    total = std::accumulate(strengths.begin(), strengths.end(), 0.0);
  }
};

/// Moves single vertices about.
class Mover {
 public:
  Mover(const Level& level, double resolution, std::vector<Index>& community)
      : level_(level),
        resolution_(resolution),
        community_(community),
        sums_(community.size()),
        to_(community.size()),
        members_(community.size()) {
    for (Index v = 0; v < community.size(); ++v) {
      sums_[community[v]] += level.strengths[v];
      ++members_[community[v]];
    }
    for (Index c = 0; c < community.size(); ++c)
      if (members_[c] == 0) empty_.push_back(c);
  }

  /// Whether anything moved.
  bool run() {
    bool any = false;
    for (int round = 0; round < kMostRounds; ++round) {
      bool moved = false;
      for (Index v = 0; v < community_.size(); ++v) moved = move(v) || moved;
      if (!moved) break;
      any = true;
    }
    return any;
  }

 private:
  bool move(Index v) {
    if (level_.total <= 0) return false;
    const Index own = community_[v];
    std::vector<Index>& near = near_;
    near.assign(1, own);
    for (const auto& [other, weight] : level_.neighbours[v]) {
      const Index c = community_[other];
      if (to_[c] == 0 && c != own) near.push_back(c);
      to_[c] += weight;
    }
    // One may also be better off alone.
    if (members_[own] > 1) near.push_back(empty_.back());
    sums_[own] -= level_.strengths[v];
    const auto gain = [&](Index c) {
      return to_[c] - resolution_ * level_.strengths[v] * sums_[c] / level_.total;
    };
    Index best = own;
    double best_gain = gain(own);
    for (const Index c : near) {
      const double value = gain(c);
      if (value > best_gain + kGain * level_.total) std::tie(best, best_gain) = std::make_pair(c, value);
    }
    sums_[best] += level_.strengths[v];
    for (const Index c : near) to_[c] = 0;
    community_[v] = best;
    if (best == own) return false;
    if (members_[best]++ == 0) empty_.pop_back();  // the one that was offered
    if (--members_[own] == 0) empty_.push_back(own);
    return true;
  }

  const Level& level_;
  double resolution_;
  std::vector<Index>& community_;
  std::vector<double> sums_;  // of strengths in each community
  std::vector<double> to_;    // weight from the vertex at hand to each community
  std::vector<Index> members_, empty_;
  std::vector<Index> near_;
};

/// Numbers from 0 in order of first appearance. Gives how many there are.
Index renumber(std::vector<Index>& labels) {
  std::map<Index, Index> numbers;
  for (Index& label : labels)
    label = numbers.try_emplace(label, static_cast<Index>(numbers.size())).first->second;
  return static_cast<Index>(numbers.size());
}

/// Communities as vertices.
WeightedPairs merged(const WeightedPairs& graph, const std::vector<Index>& labels, Index count,
                     std::vector<double>& loops) {
  std::vector<double> inside(count);
  for (Index v = 0; v < labels.size(); ++v) inside[labels[v]] += loops[v];
  std::map<std::pair<Index, Index>, double> weights;
  for (const auto& [first, second, weight] : graph.pairs) {
    const auto ends = std::minmax(labels[first], labels[second]);
    if (ends.first == ends.second)
      inside[ends.first] += weight;
    else
      weights[ends] += weight;
  }
  WeightedPairs result;
  result.size = count;
  for (const auto& [ends, weight] : weights) result.pairs.push_back({ends.first, ends.second, weight});
  loops = std::move(inside);
  return result;
}

std::vector<Index> louvain(const WeightedPairs& graph, double resolution) {
  std::vector<Index> result(graph.size);
  std::iota(result.begin(), result.end(), 0);
  WeightedPairs level_graph = graph;
  std::vector<double> loops(graph.size);
  for (;;) {
    std::vector<Index> labels(level_graph.size);
    std::iota(labels.begin(), labels.end(), 0);
    const Level level(level_graph, loops);
    if (!Mover(level, resolution, labels).run()) return result;
    const Index count = renumber(labels);
    for (Index& label : result) label = labels[label];
    if (count == level_graph.size) return result;
    level_graph = merged(level_graph, labels, count, loops);
  }
}

/// Splits communities into what hangs together. Whether any fell apart.
bool split(const WeightedPairs& graph, std::vector<Index>& labels) {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> inside(graph.size);
  for (const auto& [first, second, weight] : graph.pairs)
    if (labels[first] == labels[second]) add_edge(first, second, inside);
  const Index before = renumber(labels);
  std::vector<Index> components(graph.size);
  const auto count = boost::connected_components(
      inside, boost::make_iterator_property_map(components.begin(), get(boost::vertex_index, inside)));
  labels = std::move(components);
  return static_cast<Index>(count) != before;
}

}  // namespace

std::vector<Index> find_communities(const WeightedPairs& graph, double resolution) {
  std::vector<Index> labels = louvain(graph, resolution);
  const Level level(graph, std::vector<double>(graph.size));
  for (int round = 0; round < kMostRounds; ++round) {
    const bool apart = split(graph, labels);
    const bool moved = Mover(level, resolution, labels).run();
    if (!apart && !moved) break;
  }
  split(graph, labels);
  renumber(labels);
  return labels;
}

double modularity(const WeightedPairs& graph, const std::vector<Index>& communities, double resolution) {
  const Level level(graph, std::vector<double>(graph.size));
  if (level.total <= 0) return 0;
  std::vector<double> sums(communities.size());
  for (Index v = 0; v < communities.size(); ++v) sums[communities[v]] += level.strengths[v];
  double result = 0;
  for (const auto& [first, second, weight] : graph.pairs)
    if (communities[first] == communities[second]) result += 2 * weight / level.total;
  for (const double sum : sums) result -= resolution * sum * sum / level.total / level.total;
  return result;
}

}  // namespace entente::query

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Each word takes its best head. When that is no tree with one root, the algorithm of Chu and Liu (1965) and
// Edmonds (1967): contract a circle into one node, solve what is left, and break the circle where it is
// entered. One child of the root: arcs from the root cost so much that one has to do.
#include "nlp/spanning_tree.hpp"

#include <algorithm>
#include <limits>

namespace entente::nlp {
namespace {

constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

// Scores of arcs among `size` nodes, [dependent][head]; node 0 is the root.
struct Arcs {
  std::size_t size;
  std::vector<double> scores;
  double& at(std::size_t dependent, std::size_t head) { return scores[dependent * size + head]; }
  double at(std::size_t dependent, std::size_t head) const { return scores[dependent * size + head]; }
};

std::vector<std::size_t> best_heads(const Arcs& arcs) {
  std::vector<std::size_t> heads(arcs.size, 0);
  for (std::size_t node = 1; node < arcs.size; ++node) {
    for (std::size_t head = 1; head < arcs.size; ++head) {
      if (head != node && arcs.at(node, head) > arcs.at(node, heads[node])) heads[node] = head;
    }
  }
  return heads;
}

// The nodes of some circle, or none.
std::vector<std::size_t> find_circle(const std::vector<std::size_t>& heads) {
  std::vector<std::size_t> visited(heads.size(), 0);  // by the walk that started at this node
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t node = start;
    while (node != 0 && visited[node] == 0) {
      visited[node] = start;
      node = heads[node];
    }
    if (node == 0 || visited[node] != start) continue;
    std::vector<std::size_t> circle = {node};
    for (std::size_t next = heads[node]; next != node; next = heads[next]) circle.push_back(next);
    return circle;
  }
  return {};
}

// The graph in which a circle is one node, the last; and which nodes of the old graph its arcs stand for.
struct Contraction {
  Arcs arcs;
  std::vector<std::size_t> old;      // number of a kept node in the old graph
  std::vector<std::size_t> entered;  // of the circle, by the arc from each kept node
  std::vector<std::size_t> left;     // of the circle, by the arc to each kept node
};

Contraction contract(const Arcs& arcs, const std::vector<std::size_t>& heads,
                     const std::vector<std::size_t>& circle) {
  std::vector<bool> in_circle(arcs.size, false);
  for (const std::size_t node : circle) in_circle[node] = true;
  Contraction result;
  for (std::size_t node = 0; node < arcs.size; ++node) {
    if (!in_circle[node]) result.old.push_back(node);
  }
  const std::size_t kept = result.old.size();
  result.arcs = {kept + 1, std::vector<double>((kept + 1) * (kept + 1))};
  result.entered.resize(kept);
  result.left.resize(kept);
  for (std::size_t i = 0; i < kept; ++i) {
    const std::size_t node = result.old[i];
    for (std::size_t j = 0; j < kept; ++j) result.arcs.at(i, j) = arcs.at(node, result.old[j]);
    const auto gain = [&](std::size_t member) {
      return arcs.at(member, node) - arcs.at(member, heads[member]);
    };
    const auto by_gain = [&](std::size_t a, std::size_t b) { return gain(a) < gain(b); };
    const auto by_score = [&](std::size_t a, std::size_t b) { return arcs.at(node, a) < arcs.at(node, b); };
    result.entered[i] = *std::max_element(circle.begin(), circle.end(), by_gain);
    result.left[i] = *std::max_element(circle.begin(), circle.end(), by_score);
    result.arcs.at(kept, i) = gain(result.entered[i]);
    result.arcs.at(i, kept) = arcs.at(node, result.left[i]);
  }
  return result;
}

std::vector<std::size_t> chu_liu_edmonds(const Arcs& arcs) {
  std::vector<std::size_t> heads = best_heads(arcs);
  const auto circle = find_circle(heads);
  if (circle.empty()) return heads;
  const Contraction contraction = contract(arcs, heads, circle);
  const auto inner = chu_liu_edmonds(contraction.arcs);
  const std::size_t kept = contraction.old.size();
  for (std::size_t i = 1; i < kept; ++i) {
    heads[contraction.old[i]] = inner[i] == kept ? contraction.left[i] : contraction.old[inner[i]];
  }
  heads[contraction.entered[inner[kept]]] = contraction.old[inner[kept]];
  return heads;
}

bool is_tree_with_one_root(const std::vector<std::size_t>& heads) {
  return std::count(heads.begin() + 1, heads.end(), 0) == 1 && find_circle(heads).empty();
}

}  // namespace

void best_tree(std::span<const float> scores, std::size_t size, std::vector<std::size_t>& heads) {
  const std::size_t width = size + 1;
  heads.assign(width, 0);
  for (std::size_t word = 0; word < size; ++word) {
    std::size_t best = kNowhere;
    for (std::size_t head = 0; head < width; ++head) {
      if (head == word + 1) continue;
      if (best == kNowhere || scores[word * width + head] > scores[word * width + best]) best = head;
    }
    heads[word + 1] = best;
  }
  if (!is_tree_with_one_root(heads)) {
    constexpr double kRootCosts = 1e6;
    Arcs arcs{width, std::vector<double>(width * width)};
    for (std::size_t word = 0; word < size; ++word) {
      for (std::size_t head = 0; head < width; ++head) arcs.at(word + 1, head) = scores[word * width + head];
      arcs.at(word + 1, 0) -= kRootCosts;
    }
    heads = chu_liu_edmonds(arcs);
  }
  heads.erase(heads.begin());
}

}  // namespace entente::nlp

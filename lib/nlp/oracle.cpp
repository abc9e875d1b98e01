// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Dynamic oracle of Goldberg and Nivre (2013), "Training deterministic parsers with non-deterministic
// oracles", for arc-hybrid, and projectivization by lifting. The costs are decided as counts above zero only
// where the count itself does not matter: the trainer compares moves of one configuration, so the exact
// number is kept.
#include <algorithm>

#include "nlp/transitions.hpp"

namespace entente::nlp {
namespace {

// Descending from the root: whether `ancestor` dominates `token`.
bool dominates(const GoldTree& tree, Index ancestor, Index token) {
  const auto root = static_cast<Index>(tree.heads.size());
  while (token != root && token != ancestor) token = tree.heads[token];
  return token == ancestor;
}

bool is_projective_arc(const GoldTree& tree, Index child) {
  const Index head = tree.heads[child];
  if (head == tree.heads.size()) {  // an arc from the root: crossed when an arc spans the child
    for (Index other = 0; other < tree.heads.size(); ++other) {
      const Index other_head = tree.heads[other];
      if (other_head == tree.heads.size() || other == child || other_head == child) continue;
      if (std::min(other, other_head) < child && child < std::max(other, other_head)) return false;
    }
    return true;
  }
  const auto [first, last] = std::minmax(child, head);
  for (Index between = first + 1; between < last; ++between) {
    if (!dominates(tree, head, between)) return false;
  }
  return true;
}

}  // namespace

std::size_t projectivize(GoldTree& tree) {
  const auto root = static_cast<Index>(tree.heads.size());
  std::size_t lifts = 0;
  for (;;) {
    Index shortest = kNone;  // the shortest crossing arc is lifted first
    Index length = kNone;
    for (Index child = 0; child < root; ++child) {
      const Index head = tree.heads[child];
      if (head == root || is_projective_arc(tree, child)) continue;
      const Index distance = std::max(child, head) - std::min(child, head);
      if (distance < length) {
        shortest = child;
        length = distance;
      }
    }
    if (shortest == kNone || tree.heads[tree.heads[shortest]] == root) break;
    tree.heads[shortest] = tree.heads[tree.heads[shortest]];
    ++lifts;
  }
  return lifts;
}

DynamicOracle::DynamicOracle(const GoldTree& tree)
    : tree_(tree), last_dependent_(tree.heads.size() + 1, kNone) {
  for (Index token = 0; token < tree.heads.size(); ++token) last_dependent_[tree.heads[token]] = token;
}

std::size_t DynamicOracle::cost(const Configuration& configuration, Move move) const {
  return move == Move::shift ? cost_of_shift(configuration) : cost_of_arc(configuration, move);
}

// The front can no longer be head of, or dependent on, what lies below the new second of the stack; and the
// root takes only the bottom of the stack.
std::size_t DynamicOracle::cost_of_shift(const Configuration& configuration) const {
  const Index front = configuration.front();
  const auto stack = configuration.stack();
  std::size_t lost = tree_.heads[front] == configuration.root() && !stack.empty() ? 1 : 0;
  for (std::size_t i = 0; i < stack.size(); ++i) {
    const bool is_top = i + 1 == stack.size();
    if (tree_.heads[stack[i]] == front) ++lost;
    if (!is_top && tree_.heads[front] == stack[i]) ++lost;
  }
  return lost;
}

// The top loses its dependents still to come, and every head but the one it gets.
std::size_t DynamicOracle::cost_of_arc(const Configuration& configuration, Move move) const {
  const Index front = configuration.front();
  const Index top = configuration.stacked(0);
  const Index head = tree_.heads[top];
  const Index last = last_dependent_[top];
  std::size_t lost = 0;
  for (Index token = front; last != kNone && token <= last; ++token) {
    if (tree_.heads[token] == top) ++lost;
  }
  const bool root_is_lost = head == configuration.root() && configuration.stack().size() > 1;
  const bool in_buffer = head >= front && !root_is_lost;
  if (move == Move::right) return lost + (in_buffer ? 1 : 0);
  const bool other_head = in_buffer || head == configuration.stacked(1);
  return lost + (other_head && head != front ? 1 : 0);
}

}  // namespace entente::nlp

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The arc-hybrid transition system (Kuhlmann, Gomez-Rodriguez and Satta 2011). A configuration is a stack, a
// buffer and the arcs made so far. The artificial root is the last item of the buffer.
//
//   shift   moves the front of the buffer onto the stack
//   left    makes the front of the buffer the head of the top of the stack, which leaves the stack
//   right   makes the second of the stack the head of the top of the stack, which leaves the stack
//
// Every sequence of permitted moves ends, after 2n of them, in a tree with one root.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "entente/document.hpp"

namespace entente::nlp {

enum class Move : std::uint8_t { shift, left, right };

inline constexpr std::size_t kDepCount = kDepNames.size();
/// Classes of the parser: shift, then left and right with each label.
inline constexpr std::size_t kActionCount = 1 + 2 * kDepCount;

struct Action {
  Move move = Move::shift;
  Dep label = Dep::dep;
};
constexpr std::size_t index_of(Action action) {
  const auto label = static_cast<std::size_t>(action.label);
  return action.move == Move::shift ? 0 : 1 + label + (action.move == Move::right ? kDepCount : 0);
}
constexpr Action action_at(std::size_t index) {
  if (index == 0) return {};
  const bool right = index > kDepCount;
  return {right ? Move::right : Move::left, static_cast<Dep>((index - 1) % kDepCount)};
}

/// State of the parse of one sentence of `size()` tokens, numbered from 0; the root is number size().
class Configuration {
 public:
  /// Dependents of one token on one side: the outermost two.
  struct Side {
    Index outer = kNone;
    Index inner = kNone;
    std::uint32_t count = 0;
    std::uint64_t labels = 0;  ///< bit set of Dep
  };

  void reset(Index size);
  bool finished() const { return front_ == size_ && stack_.empty(); }
  bool permits(Move move) const;
  /// REQUIRES: permits(action.move).
  void apply(Action action);

  Index size() const { return size_; }
  Index root() const { return size_; }
  Index front() const { return front_; }
  std::span<const Index> stack() const { return stack_; }
  /// The i-th from the top of the stack, or kNone.
  Index stacked(std::size_t i) const { return i < stack_.size() ? stack_[stack_.size() - 1 - i] : kNone; }
  /// The i-th of the buffer (the root included), or kNone.
  Index buffered(Index i) const { return i <= size_ - front_ ? front_ + i : kNone; }

  Index head(Index token) const { return heads_[token]; }
  Dep label(Index token) const { return labels_[token]; }
  const Side& left(Index token) const { return left_[token]; }
  const Side& right(Index token) const { return right_[token]; }

 private:
  Index size_ = 0;
  Index front_ = 0;
  std::vector<Index> stack_;
  std::vector<Index> heads_;
  std::vector<Dep> labels_;
  std::vector<Side> left_;
  std::vector<Side> right_;
};

/// The gold tree of a sentence: heads with root() for the root's child.
struct GoldTree {
  std::vector<Index> heads;
  std::vector<Dep> labels;
};

/// Lifts the heads of crossing arcs to their ancestors until no two arcs cross (Nivre and Nilsson 2005).
/// Returns how many heads were moved. Costs O(n^2) per lift; for training only.
std::size_t projectivize(GoldTree& tree);

/// Counts, for any configuration, the gold arcs that a move makes unreachable: the dynamic oracle of Goldberg
/// and Nivre (2013). Exact for projective trees.
class DynamicOracle {
 public:
  /// Keeps a reference to `tree`.
  explicit DynamicOracle(const GoldTree& tree);
  /// REQUIRES: configuration.permits(move).
  std::size_t cost(const Configuration& configuration, Move move) const;

 private:
  std::size_t cost_of_shift(const Configuration& configuration) const;
  std::size_t cost_of_arc(const Configuration& configuration, Move move) const;

  const GoldTree& tree_;
  std::vector<Index> last_dependent_;  ///< rightmost gold dependent of each token, or kNone
};

}  // namespace entente::nlp

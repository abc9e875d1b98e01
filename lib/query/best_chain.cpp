// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Shortest path with -log(score) as length, then number of hops, by Dijkstra's search from both ends
// (Nicholson 1966): what is nearest to its end is settled first, and the search is over when no two that are
// left can make a shorter chain than the best so far. Boost's search knows one end only and settles most of
// the graph, where all are near to a few that many witnesses tie to one another.
#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

#include "query/chains.hpp"
#include "query/sparse.hpp"

namespace entente::query {
namespace {

using graph::StepGraph;

struct Distance {
  double length = 0;
  Index hops = 0;

  friend bool operator<(const Distance& a, const Distance& b) {
    return std::tie(a.length, a.hops) < std::tie(b.length, b.hops);
  }
  friend Distance operator+(const Distance& a, const Distance& b) {
    return {a.length + b.length, a.hops + b.hops};
  }
};
constexpr Distance kFar{std::numeric_limits<double>::infinity(), 0};

struct Label {
  Distance distance;
  Index next = kNone;  // towards the end that the wave came from
  bool settled = false;
};

/// An entity that waits to be settled.
struct Waiting {
  Distance distance;
  Index entity = kNone;

  /// The nearest goes first, of several the first.
  friend bool operator<(const Waiting& a, const Waiting& b) {
    if (a.distance < b.distance || b.distance < a.distance) return b.distance < a.distance;
    return b.entity < a.entity;
  }
};

/// Memory of a wave, kept by its thread from question to question.
struct Scratch {
  Sparse<Label> labels;
  std::vector<Waiting> heap;
};

class Wave {
 public:
  Wave(const StepGraph& steps, Index from, Scratch& scratch) : steps_(&steps), scratch_(&scratch) {
    scratch_->labels.begin(num_vertices(steps));
    scratch_->heap.clear();
    reach(from, {}, kNone);
  }

  const StepGraph& steps() const { return *steps_; }
  bool has(Index entity) const { return scratch_->labels.has(entity); }
  /// REQUIRES: has(entity).
  const Label& label(Index entity) const { return scratch_->labels.at(entity); }

  /// Whether that is nearer than it was.
  bool reach(Index entity, const Distance& distance, Index next) {
    if (has(entity) && !(distance < label(entity).distance)) return false;
    scratch_->labels.put(entity, {distance, next, false});
    scratch_->heap.push_back({distance, entity});
    std::push_heap(scratch_->heap.begin(), scratch_->heap.end());
    return true;
  }

  /// How far the next to be settled is; kFar when there is none.
  Distance nearest() {
    while (!scratch_->heap.empty() && scratch_->labels.at(scratch_->heap.front().entity).settled) pop();
    return scratch_->heap.empty() ? kFar : scratch_->heap.front().distance;
  }
  /// REQUIRES: nearest() is not kFar.
  Index settle() {
    const Index entity = scratch_->heap.front().entity;
    pop();
    scratch_->labels.at(entity).settled = true;
    return entity;
  }

 private:
  void pop() {
    std::pop_heap(scratch_->heap.begin(), scratch_->heap.end());
    scratch_->heap.pop_back();
  }

  const StepGraph* steps_;
  Scratch* scratch_;
};

class Search {
 public:
  Search(const Passage& passage, Index start, Index goal, std::array<Scratch, 2>& scratch)
      : passage_(passage),
        start_(start),
        goal_(goal),
        ahead_(*passage.ahead, start, scratch[0]),
        back_(*passage.back, goal, scratch[1]) {}

  std::vector<Index> run() {
    while (true) {
      const Distance ahead = ahead_.nearest();
      const Distance back = back_.nearest();
      if (!(ahead + back < best_)) break;
      if (back < ahead) {
        grow(back_, ahead_, ahead);
      } else {
        grow(ahead_, back_, back);
      }
    }
    return meeting_ == kNone ? std::vector<Index>() : chain();
  }

 private:
  bool may_pass(Index entity) const { return entity == start_ || entity == goal_ || passage_.allows(entity); }

  /// Settles the nearest of `wave`; `rest`: how far from the other end everybody is whom that has not
  /// settled.
  void grow(Wave& wave, const Wave& other, const Distance& rest) {
    const Index from = wave.settle();
    const Label label = wave.label(from);
    const auto [first, last] = out_edges(from, wave.steps());
    for (auto edge = first; edge != last; ++edge) {
      const Index to = target(*edge, wave.steps());
      const Distance distance = label.distance + Distance{wave.steps()[*edge].length, 1};
      const bool met = other.has(to);
      // Who is not met yet is at least `rest` from the other end.
      if (!met && !(distance + rest < best_)) continue;
      if (!may_pass(to) || !wave.reach(to, distance, from) || !met) continue;
      const Distance whole = distance + other.label(to).distance;
      if (!(whole < best_)) continue;
      best_ = whole;
      meeting_ = to;
    }
  }

  std::vector<Index> chain() const {
    std::vector<Index> result;
    for (Index at = meeting_; at != kNone; at = ahead_.label(at).next) result.push_back(at);
    std::reverse(result.begin(), result.end());
    for (Index at = back_.label(meeting_).next; at != kNone; at = back_.label(at).next) result.push_back(at);
    return result;
  }

  const Passage& passage_;
  Index start_;
  Index goal_;
  Wave ahead_;
  Wave back_;
  Distance best_ = kFar;
  Index meeting_ = kNone;
};

}  // namespace

std::vector<Index> best_chain(const Passage& passage, Index start, Index goal) {
  thread_local std::array<Scratch, 2> scratch;
  return Search(passage, start, goal, scratch).run();
}

}  // namespace entente::query

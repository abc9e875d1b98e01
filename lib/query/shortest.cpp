// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Breadth-first search from both ends (Pohl 1971): the wave with fewer steps before it grows by a level,
// until the two meet. Boost's search knows one end only; with most entities two or three hops apart by way of
// a few that everybody is tied to, it looks at nearly all steps of the graph.
//
// Which chain is found is part of the answer: the first in order of entities. Neighbours are in order, so
// that the wave from the start finds everybody in order of the first chain to them; that from the goal keeps
// for everybody the smallest next entity; and of where they meet, what the start's wave found first is taken.

#include <algorithm>
#include <array>
#include <optional>

#include <boost/range/iterator_range.hpp>

#include "query/chains.hpp"
#include "query/sparse.hpp"

namespace entente::query {
namespace {

using graph::StepGraph;

struct Mark {
  Index next = kNone;  // the entity that it was found from
  Index place = 0;     // in `found`
};

/// Memory of a wave, kept by its thread from question to question.
struct Scratch {
  Sparse<Mark> marks;
  std::vector<Index> found;
};

class Wave {
 public:
  Wave(const StepGraph& steps, Index from, Scratch& scratch) : steps_(&steps), scratch_(&scratch) {
    scratch_->marks.begin(num_vertices(steps));
    scratch_->found.clear();
    find(from, kNone);
    end_level();
  }

  bool has(Index entity) const { return scratch_->marks.has(entity); }
  /// REQUIRES: has(entity), as in the following.
  Index place(Index entity) const { return scratch_->marks.at(entity).place; }
  Index next(Index entity) const { return scratch_->marks.at(entity).next; }

  void find(Index entity, Index from) {
    scratch_->marks.put(entity, {from, static_cast<Index>(scratch_->found.size())});
    scratch_->found.push_back(entity);
    cost_ += out_degree(entity, *steps_);
  }
  /// From the smallest of those that it can be found from with as few hops.
  void find_from_smallest(Index entity, Index from) {
    if (!has(entity)) return find(entity, from);
    Mark& mark = scratch_->marks.at(entity);
    if (mark.place >= end_) mark.next = std::min(mark.next, from);
  }

  auto neighbours(Index entity) const {
    return boost::make_iterator_range(adjacent_vertices(entity, *steps_));
  }
  /// The last level is [level_begin(), level_end()), in the order of finding.
  std::size_t level_begin() const { return begin_; }
  std::size_t level_end() const { return end_; }
  Index found(std::size_t place) const { return scratch_->found[place]; }

  void end_level() {
    begin_ = end_;
    end_ = scratch_->found.size();
    level_cost_ = cost_;
    cost_ = 0;
  }
  bool is_over() const { return begin_ == end_; }
  /// How many steps lead on from the last level.
  std::size_t cost() const { return level_cost_; }

 private:
  const StepGraph* steps_;
  Scratch* scratch_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t level_cost_ = 0;
  std::size_t cost_ = 0;  // of the level that is being found
};

/// A step from what one wave found to what the other did.
struct Meeting {
  Index from, to;
};

class Search {
 public:
  Search(const Passage& passage, Index start, Index goal, std::array<Scratch, 2>& scratch)
      : passage_(passage),
        start_(start),
        ahead_(*passage.ahead, start, scratch[0]),
        back_(*passage.back, goal, scratch[1]) {}

  std::vector<Index> run() {
    while (!ahead_.is_over() && !back_.is_over()) {
      const auto meeting = ahead_.cost() <= back_.cost() ? grow_ahead() : grow_back();
      if (meeting) return chain_through(*meeting);
    }
    return {};
  }

 private:
  bool leads_on(Index entity) const { return entity == start_ || passage_.allows(entity); }

  std::optional<Meeting> grow_ahead() {
    for (std::size_t i = ahead_.level_begin(); i < ahead_.level_end(); ++i) {
      const Index from = ahead_.found(i);
      if (!leads_on(from)) continue;
      for (const Index to : ahead_.neighbours(from)) {
        if (back_.has(to)) return Meeting{from, to};
        if (!ahead_.has(to)) ahead_.find(to, from);
      }
    }
    ahead_.end_level();
    return std::nullopt;
  }

  std::optional<Meeting> grow_back() {
    std::optional<Meeting> first;
    for (std::size_t i = back_.level_begin(); i < back_.level_end(); ++i) {
      const Index to = back_.found(i);
      for (const Index from : back_.neighbours(to)) {
        if (!leads_on(from)) continue;
        if (!ahead_.has(from)) {
          if (!first) back_.find_from_smallest(from, to);
        } else if (!first || is_before({from, to}, *first)) {
          first = Meeting{from, to};
        }
      }
    }
    back_.end_level();
    return first;
  }

  bool is_before(const Meeting& a, const Meeting& b) const {
    return a.from != b.from ? ahead_.place(a.from) < ahead_.place(b.from) : a.to < b.to;
  }

  std::vector<Index> chain_through(const Meeting& meeting) const {
    std::vector<Index> chain;
    for (Index at = meeting.from; at != kNone; at = ahead_.next(at)) chain.push_back(at);
    std::reverse(chain.begin(), chain.end());
    for (Index at = meeting.to; at != kNone; at = back_.next(at)) chain.push_back(at);
    return chain;
  }

  const Passage& passage_;
  Index start_;
  Wave ahead_;
  Wave back_;
};

}  // namespace

std::vector<Index> shortest_chain(const Passage& passage, Index start, Index goal) {
  thread_local std::array<Scratch, 2> scratch;
  return Search(passage, start, goal, scratch).run();
}

}  // namespace entente::query

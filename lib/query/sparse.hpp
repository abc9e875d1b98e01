// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "entente/ids.hpp"

namespace entente::query {

/// Values of some entities in a table of all, for searches that see few. What was put in earlier rounds does
/// not count, so that nothing need be cleared: a round costs what it looks at, not the size of the graph.
template <class Value>
class Sparse {
 public:
  /// Forgets everything. Room is made once.
  void begin(std::size_t entities) {
    if (cells_.size() < entities) cells_.resize(entities);
    if (++round_ > 0) return;
    for (Cell& cell : cells_) cell.round = 0;  // after 2^32 rounds
    round_ = 1;
  }

  bool has(Index entity) const { return cells_[entity].round == round_; }
  void put(Index entity, const Value& value) { cells_[entity] = {round_, value}; }
  /// REQUIRES: has(entity).
  Value& at(Index entity) { return cells_[entity].value; }
  const Value& at(Index entity) const { return cells_[entity].value; }

 private:
  struct Cell {
    Index round = 0;
    Value value{};
  };
  std::vector<Cell> cells_;
  Index round_ = 0;
};

}  // namespace entente::query

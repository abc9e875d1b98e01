// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Boosted regression trees that answer a yes-or-no question about a row of numbers with a probability.
// Immutable; shared by threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "nlp/binary.hpp"

namespace entente::relations {

/// Rows of numbers, each with its answer.
struct TreeExamples {
  std::size_t columns = 0;
  std::vector<float> values;  ///< row by row; finite
  std::vector<bool> answers;

  std::size_t size() const { return answers.size(); }
  float at(std::size_t row, std::size_t column) const { return values[row * columns + column]; }
};

struct TreeOptions {
  int rounds = 150;
  int leaves = 8;          ///< of a tree
  double rate = 0.05;      ///< how much of each tree counts
  double l2 = 1;           ///< regularization of the leaves
  std::size_t least = 30;  ///< rows of a leaf
  std::size_t bins = 64;   ///< places at which a column is cut
};

class Trees {
 public:
  /// Gradient boosting with the logistic loss (Friedman 2001), second-order gains and leaves (Chen and
  /// Guestrin 2016), trees grown leaf by leaf. Deterministic.
  static Trees train(const TreeExamples& examples, const TreeOptions& options);
  void write(nlp::BinaryWriter& writer) const;
  /// Any bytes are safe; what fits no rows of `columns` numbers makes the reader fail.
  static Trees read(nlp::BinaryReader& reader, std::size_t columns);

  bool empty() const { return roots_.empty(); }
  /// `row` has the columns that the trees were trained on.
  float probability(const float* row) const;

 private:
  friend class TreeGrower;
  struct Node {
    std::uint16_t column = kLeaf;
    std::uint16_t left = 0;  ///< the right one follows it; both stand behind their parent
    float value = 0;         ///< rows below it go left; of a leaf: what it adds to the log-odds
  };
  static constexpr std::uint16_t kLeaf = 0xffff;
  double log_odds(const float* row) const;

  float bias_ = 0;  ///< log-odds of all rows
  std::vector<std::uint32_t> roots_;
  std::vector<Node> nodes_;  ///< `left` counts from the root of the tree
};

}  // namespace entente::relations

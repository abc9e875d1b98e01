// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Columns are cut into bins once; a split is then found from sums of gradients by bin. Of a tree's leaves the
// one that gains most is split next.
#include "relations/trees.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace entente::relations {
namespace {

double sigmoid(double x) {
  return 1.0 / (1.0 + std::exp(-x));
}

/// The values at which each column is cut: between neighbouring values, as many rows between two as can be.
std::vector<std::vector<float>> cuts_of(const TreeExamples& examples, std::size_t bins) {
  std::vector<std::vector<float>> cuts(examples.columns);
  std::vector<float> sorted(examples.size());
  for (std::size_t column = 0; column < examples.columns; ++column) {
    for (std::size_t row = 0; row < examples.size(); ++row) sorted[row] = examples.at(row, column);
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t bin = 1; bin < bins; ++bin) {
      const float value = sorted[bin * sorted.size() / bins];
      if (value > sorted.front() && (cuts[column].empty() || value > cuts[column].back()))
        cuts[column].push_back(value);
    }
  }
  return cuts;
}

}  // namespace

/// Grows one tree after the other.
class TreeGrower {
 public:
  TreeGrower(const TreeExamples& examples, const TreeOptions& options)
      : examples_(examples),
        options_(options),
        cuts_(cuts_of(examples, options.bins)),
        bins_(examples.values.size()),
        odds_(examples.size()),
        slopes_(examples.size()),
        curves_(examples.size()) {
    for (std::size_t row = 0; row < examples.size(); ++row)
      for (std::size_t column = 0; column < examples.columns; ++column) {
        const auto& cuts = cuts_[column];
        bins_[row * examples.columns + column] = static_cast<std::uint8_t>(
            std::upper_bound(cuts.begin(), cuts.end(), examples.at(row, column)) - cuts.begin());
      }
  }

  Trees grow() {
    const auto yes =
        static_cast<double>(std::count(examples_.answers.begin(), examples_.answers.end(), true));
    const auto all = static_cast<double>(examples_.size());
    trees_.bias_ = static_cast<float>(std::log((yes + 0.5) / (all - yes + 0.5)));
    std::fill(odds_.begin(), odds_.end(), static_cast<double>(trees_.bias_));
    for (int round = 0; round < options_.rounds; ++round) grow_tree();
    return std::move(trees_);
  }

 private:
  struct Split {
    double gain = 0;
    std::size_t column = 0;
    std::size_t bin = 0;  ///< rows of smaller bins go left
  };
  struct Leaf {
    std::uint16_t node;
    std::vector<std::uint32_t> rows;
    Split best;
  };
  struct Sums {
    double slope = 0, curve = 0;
    std::size_t count = 0;
  };

  double worth(const Sums& sums) const { return sums.slope * sums.slope / (sums.curve + options_.l2); }

  Sums sums_of(const std::vector<std::uint32_t>& rows) const {
    Sums sums;
    for (const std::uint32_t row : rows) {
      sums.slope += slopes_[row];
      sums.curve += curves_[row];
    }
    sums.count = rows.size();
    return sums;
  }

  Split best_split(const std::vector<std::uint32_t>& rows) const {
    Split best;
    if (rows.size() < 2 * options_.least) return best;
    const Sums all = sums_of(rows);
    std::vector<Sums> bins;
    for (std::size_t column = 0; column < examples_.columns; ++column) {
      bins.assign(cuts_[column].size() + 1, {});
      for (const std::uint32_t row : rows) {
        Sums& bin = bins[bins_[row * examples_.columns + column]];
        bin.slope += slopes_[row];
        bin.curve += curves_[row];
        ++bin.count;
      }
      Sums left;
      for (std::size_t bin = 1; bin < bins.size(); ++bin) {
        left.slope += bins[bin - 1].slope;
        left.curve += bins[bin - 1].curve;
        left.count += bins[bin - 1].count;
        if (left.count < options_.least || all.count - left.count < options_.least) continue;
        const Sums right{all.slope - left.slope, all.curve - left.curve, all.count - left.count};
        const double gain = worth(left) + worth(right) - worth(all);
        if (gain > best.gain + 1e-9) best = {gain, column, bin};
      }
    }
    return best;
  }

  void grow_tree() {
    for (std::size_t row = 0; row < examples_.size(); ++row) {
      const double probability = sigmoid(odds_[row]);
      slopes_[row] = probability - (examples_.answers[row] ? 1.0 : 0.0);
      curves_[row] = probability * (1 - probability);
    }
    trees_.roots_.push_back(static_cast<std::uint32_t>(trees_.nodes_.size()));
    root_ = trees_.nodes_.size();
    trees_.nodes_.emplace_back();
    std::vector<Leaf> leaves(1);
    leaves[0].node = 0;
    leaves[0].rows.resize(examples_.size());
    std::iota(leaves[0].rows.begin(), leaves[0].rows.end(), 0);
    leaves[0].best = best_split(leaves[0].rows);
    while (leaves.size() < static_cast<std::size_t>(options_.leaves)) {
      const auto most = std::max_element(leaves.begin(), leaves.end(), [](const Leaf& a, const Leaf& b) {
        return a.best.gain < b.best.gain;
      });
      if (most->best.gain <= 0) break;
      leaves.push_back(split(*most));
    }
    for (const Leaf& leaf : leaves) {
      const Sums sums = sums_of(leaf.rows);
      const double value = -options_.rate * sums.slope / (sums.curve + options_.l2);
      trees_.nodes_[root_ + leaf.node].value = static_cast<float>(value);
      for (const std::uint32_t row : leaf.rows) odds_[row] += static_cast<double>(static_cast<float>(value));
    }
  }

  /// Makes `leaf` its left part and gives the right one.
  Leaf split(Leaf& leaf) {
    const Split best = leaf.best;
    const auto left = static_cast<std::uint16_t>(trees_.nodes_.size() - root_);
    trees_.nodes_[root_ + leaf.node] = {static_cast<std::uint16_t>(best.column), left,
                                        cuts_[best.column][best.bin - 1]};
    trees_.nodes_.resize(trees_.nodes_.size() + 2);
    Leaf right{static_cast<std::uint16_t>(left + 1), {}, {}};
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t row : leaf.rows)
      (bins_[row * examples_.columns + best.column] < best.bin ? rows : right.rows).push_back(row);
    leaf = {left, std::move(rows), {}};
    leaf.best = best_split(leaf.rows);
    right.best = best_split(right.rows);
    return right;
  }

  const TreeExamples& examples_;
  const TreeOptions& options_;
  std::vector<std::vector<float>> cuts_;
  std::vector<std::uint8_t> bins_;  ///< as the values
  std::vector<double> odds_, slopes_, curves_;
  std::size_t root_ = 0;
  Trees trees_;
};

Trees Trees::train(const TreeExamples& examples, const TreeOptions& options) {
  return examples.size() == 0 ? Trees() : TreeGrower(examples, options).grow();
}

float Trees::probability(const float* row) const {
  double odds = static_cast<double>(bias_);
  for (const std::uint32_t root : roots_) {
    const Node* node = &nodes_[root];
    while (node->column != kLeaf)
      node = &nodes_[root + node->left + (row[node->column] < node->value ? 0U : 1U)];
    odds += static_cast<double>(node->value);
  }
  return static_cast<float>(sigmoid(odds));
}

void Trees::write(nlp::BinaryWriter& writer) const {
  writer.number(std::bit_cast<std::uint32_t>(bias_));
  writer.list(roots_);
  writer.number(static_cast<std::uint32_t>(nodes_.size()));
  for (const Node& node : nodes_) {
    writer.number(node.column);
    writer.number(node.left);
    writer.number(std::bit_cast<std::uint32_t>(node.value));
  }
}

Trees Trees::read(nlp::BinaryReader& reader, std::size_t columns) {
  Trees trees;
  trees.bias_ = std::bit_cast<float>(reader.number<std::uint32_t>());
  trees.roots_ = reader.list<std::uint32_t>();
  const auto count = reader.number<std::uint32_t>();
  for (std::uint32_t i = 0; i < count && !reader.failed(); ++i) {
    Node node;
    node.column = reader.number<std::uint16_t>();
    node.left = reader.number<std::uint16_t>();
    node.value = std::bit_cast<float>(reader.number<std::uint32_t>());
    trees.nodes_.push_back(node);
  }
  for (std::size_t tree = 0; tree < trees.roots_.size(); ++tree) {
    const std::size_t root = trees.roots_[tree];
    const std::size_t end = tree + 1 < trees.roots_.size() ? trees.roots_[tree + 1] : trees.nodes_.size();
    if (root >= end || end > trees.nodes_.size()) reader.fail();
    for (std::size_t at = root; at < end && !reader.failed(); ++at) {
      const Node& node = trees.nodes_[at];
      if (node.column == kLeaf) continue;
      // Children stand behind their parent: no walk is endless.
      if (node.column >= columns || root + node.left <= at || root + node.left + 1 >= end) reader.fail();
    }
  }
  return reader.failed() ? Trees() : trees;
}

}  // namespace entente::relations

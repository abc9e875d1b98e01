// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Wire copy: sentences that outlets print with a word or two of their own.
#pragma once

#include <numeric>
#include <span>
#include <string_view>
#include <vector>

#include "entente/graph.hpp"

namespace entente::graph {

class UnionFind {
 public:
  explicit UnionFind(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0); }

  Index root(Index i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(Index a, Index b) { parent_[root(a)] = root(b); }
  Index size() const { return static_cast<Index>(parent_.size()); }

 private:
  std::vector<Index> parent_;
};

/// Whether two sentences share at least seven in ten of their words and pairs of neighbouring words, as sets,
/// case and punctuation aside.
bool are_near_copies(std::string_view a, std::string_view b);

/// Joins the same words in the same order wherever they are, and near copies, each looked for among the
/// kCopyWindow pieces of evidence after it: copies of one report come within days, and evidence is in order
/// of time.
inline constexpr Index kCopyWindow = 200;
void join_near_copies(std::span<const Evidence> evidence, UnionFind& sets);

}  // namespace entente::graph

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Longest match of phrases over sequences of symbols. Filled once while a gazetteer loads, then only read, by
// any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/ids.hpp"

namespace entente {

/// Strings interned to dense numbers, by an open-addressing table over one pool of bytes.
class SymbolTable {
 public:
  /// The number of `text`, given it now if it has none.
  Index intern(std::string_view text);
  /// The number of `text`, or kNone.
  Index find(std::string_view text) const;
  Index size() const { return static_cast<Index>(ends_.size()); }
  std::string_view text(Index symbol) const;

 private:
  std::size_t slot(std::string_view text) const;
  void grow();

  std::string pool_;
  std::vector<std::uint32_t> ends_;
  std::vector<Index> slots_;
};

/// A trie over symbols; edges live in one open-addressing table keyed by (node, symbol).
class PhraseTrie {
 public:
  static constexpr Index kRoot = 0;

  /// The node reached from `node` by `symbol`, or kNone.
  Index step(Index node, Index symbol) const;
  /// The value stored at a node, or kNone.
  Index value(Index node) const { return values_[node]; }

  /// Adds a phrase; its node's value is kept when it has one, else set to `value`. Returns the value that
  /// stands.
  Index insert(const std::vector<Index>& phrase, Index value);
  std::size_t node_count() const { return values_.size(); }

 private:
  struct Edge {
    Index node = kNone;
    Index symbol = kNone;
    Index target = kNone;
  };
  std::size_t slot(Index node, Index symbol) const;
  Index step_or_add(Index node, Index symbol);
  void grow();

  std::vector<Index> values_ = {kNone};
  std::vector<Edge> edges_;
  std::size_t used_ = 0;
};

}  // namespace entente

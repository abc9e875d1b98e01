// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Straits, canals, pipelines, ports, bases: what actors depend on though it does not act.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/query.hpp"

namespace entente::query {

constexpr bool is_place(EntityType type) {
  return type == EntityType::place || type == EntityType::facility;
}

/// The places and facilities of a graph by their names. Not thread-safe: it remembers what it was asked.
class Places {
 public:
  explicit Places(const Graph& graph);

  /// Those that an assertion of `tie` is about: its object, its facility, its place; each once.
  std::vector<Index> of(const Tie& tie, const Evidence& evidence);

 private:
  Index find(std::string_view name);

  const Graph& graph_;
  std::unordered_map<std::string, Index> by_name_;       // folded; of several the first
  std::unordered_map<std::string_view, Index> answers_;  // kNone: no place of that name
};

}  // namespace entente::query

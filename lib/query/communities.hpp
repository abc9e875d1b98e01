// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "entente/ids.hpp"

namespace entente::query {

/// An undirected weighted graph; each pair stands once, with first < second and a weight above 0.
struct WeightedPairs {
  struct Pair {
    Index first, second;
    double weight;
  };
  Index size = 0;
  std::vector<Pair> pairs;
};

/// The community of each vertex, numbered from 0 in order of their first vertex. Each is connected, and no
/// move of one vertex to another community would raise the modularity. Deterministic.
std::vector<Index> find_communities(const WeightedPairs& graph, double resolution);

/// Newman's modularity: 0 without pairs.
double modularity(const WeightedPairs& graph, const std::vector<Index>& communities, double resolution);

}  // namespace entente::query

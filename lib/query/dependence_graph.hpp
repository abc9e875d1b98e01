// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Dependences as a Boost graph.
#pragma once

#include <cstdint>
#include <vector>

#include <boost/graph/adjacency_list.hpp>

#include "entente/query.hpp"

namespace entente::query {

struct Length {
  double length = 0;  ///< -log(strength)
};
using DependenceGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, Length>;

enum class Direction : std::uint8_t { to_provider, to_dependent };

/// An edge between each dependent and its provider, over all domains together. Vertices are the graph's
/// entities.
DependenceGraph dependence_graph(const Graph& graph, const std::vector<Dependence>& dependences,
                                 Direction direction = Direction::to_provider);

}  // namespace entente::query

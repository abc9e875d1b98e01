// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Dependences as a Boost graph.
#pragma once

#include <vector>

#include <boost/graph/adjacency_list.hpp>

#include "entente/query.hpp"

namespace entente::query {

struct Length {
  double length = 0;  ///< -log(strength)
};
using DependenceGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, Length>;

/// An edge from each dependent to its provider, over all domains together. Vertices are the graph's entities.
DependenceGraph dependence_graph(const Graph& graph, const std::vector<Dependence>& dependences);

}  // namespace entente::query

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A Graph as the Boost.Graph graph it is, so that any algorithm of Boost runs on it:
//
//   const entente::BoostGraph& graph = entente::boost_graph(world);
//   std::vector<int> component(num_vertices(graph));
//   boost::strong_components(graph, boost::make_iterator_property_map(component.begin(),
//   get(boost::vertex_index, graph)));
//
// Vertex i is `world.entity(i)`, its bundle an Entity; an edge's bundle is its Tie, and `get(&Tie::index,
// graph)` is an edge index map. Parallel edges are ties of different types. Lifetime: that of the Graph.
// Including this header costs about two seconds of compilation; no other header of Entente includes Boost.
#pragma once

#include <boost/graph/adjacency_list.hpp>

#include "entente/graph.hpp"

namespace entente {

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Entity, Tie>;

const BoostGraph& boost_graph(const Graph& graph);

}  // namespace entente

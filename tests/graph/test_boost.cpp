// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Any algorithm of Boost runs on a graph.
#include <boost/graph/connected_components.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>

#include "catch.hpp"
#include "entente/bgl.hpp"
#include "support/articles.hpp"

using namespace entente;

TEST_CASE("Boost algorithms run on a graph") {
  testing::Article a("a");
  a.say("AAA", RelationType::arms, "BBB");
  a.say("BBB", RelationType::arms, "CCC");
  a.say("CCC", RelationType::arms, "AAA");
  a.say("CCC", RelationType::aids, "DDD");
  a.say("CCC", RelationType::supplies, "DDD");
  const Graph world = build_graph(std::vector<Extraction>{a.extraction});
  const BoostGraph& graph = boost_graph(world);
  REQUIRE(num_vertices(graph) == 4);
  REQUIRE(num_edges(graph) == 5);  // parallel edges are kept

  SECTION("strong components") {
    std::vector<int> component(num_vertices(graph));
    const int count = boost::strong_components(
        graph, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
    CHECK(count == 2);
    CHECK(component[*world.find_entity("AAA")] == component[*world.find_entity("CCC")]);
    CHECK(component[*world.find_entity("AAA")] != component[*world.find_entity("DDD")]);
  }
  SECTION("a filtered graph by bundled properties") {
    const auto keep = [&](BoostGraph::edge_descriptor edge) {
      return graph[edge].type != RelationType::arms;
    };
    const boost::filtered_graph<BoostGraph, std::function<bool(BoostGraph::edge_descriptor)>> aid(graph,
                                                                                                  keep);
    std::vector<BoostGraph::vertex_descriptor> order;
    CHECK_NOTHROW(boost::topological_sort(aid, std::back_inserter(order)));
    CHECK(order.size() == 4);
  }
  SECTION("bundles are entities and ties") {
    CHECK(graph[0].id == "AAA");
    const auto [edge, found] = boost::edge(0, 1, graph);
    REQUIRE(found);
    CHECK(&graph[edge] == &world.tie(graph[edge].index));
  }
}

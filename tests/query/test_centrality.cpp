// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "entente/query.hpp"
#include "support/articles.hpp"

using namespace entente;

TEST_CASE("The hub of a star is the most central by any measure") {
  testing::Article a("a");
  for (const char* leaf : {"A", "B", "C", "D"}) a.say(leaf, RelationType::depends_on, "HUB");
  a.entity("LONE");
  const Graph graph = build_graph(std::vector<Extraction>{a.extraction});
  const auto measure = GENERATE(Centrality::degree, Centrality::pagerank, Centrality::betweenness);
  CAPTURE(kCentralityNames[static_cast<std::size_t>(measure)]);
  const auto list = top(graph, measure);
  REQUIRE(list.size() == 5);
  CHECK(graph.entity(list[0].entity).id == "HUB");
  CHECK(graph.entity(list[1].entity).id == "A");
  CHECK(list[0].value > list[1].value);
  CHECK(top(graph, measure, 2).size() == 2);
  CHECK(top(Graph(), measure).empty());
}

TEST_CASE("Betweenness is the share of chains, degree the number of ties") {
  testing::Article a("a");
  a.say("A", RelationType::arms, "B");
  a.say("B", RelationType::arms, "C");
  a.say("B", RelationType::aids, "C");
  const Graph graph = build_graph(std::vector<Extraction>{a.extraction});
  // Of the one pair without a tie of its own, B is on the only chain.
  CHECK(top(graph, Centrality::betweenness)[0].value == Approx(1.0));
  CHECK(top(graph, Centrality::degree)[0].value == 3);
}

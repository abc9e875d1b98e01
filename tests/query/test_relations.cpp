// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "entente/query.hpp"
#include "support/articles.hpp"

using namespace entente;
using Catch::Matchers::Contains;

namespace {

Graph world() {
  testing::Article a("a", "2004-06-15");
  a.say("RUS", RelationType::deploys_to, "TJK").domain = Domain::security;
  a.say("RUS", RelationType::deploys_to, "TJK").domain = Domain::border;
  a.say("TJK", RelationType::owes_debt_to, "RUS").score = 0.5;
  a.say("RUS", RelationType::arms, "IND").score = 0.25;
  testing::Article b("b", "2010");
  b.say("RUS", RelationType::agrees_with, "TJK").score = 0.125;
  b.entity("FRA");
  return build_graph(std::vector<Extraction>{a.extraction, b.extraction});
}

std::vector<std::string> ids(const Graph& graph, const std::vector<Relation>& list) {
  std::vector<std::string> result;
  for (const Relation& relation : list) result.push_back(graph.tie_id(relation.tie.index));
  return result;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("Relations of one and between two") {
  const Graph graph = world();
  const Index russia = *graph.find_entity("RUS");
  const Index tajikistan = *graph.find_entity("TJK");
  CHECK(ids(graph, relations(graph, russia)) ==
        Ids{"RUS:deploys_to:TJK", "TJK:owes_debt_to:RUS", "RUS:arms:IND", "RUS:agrees_with:TJK"});
  CHECK(ids(graph, relations(graph, tajikistan, russia)) ==
        Ids{"RUS:deploys_to:TJK", "TJK:owes_debt_to:RUS", "RUS:agrees_with:TJK"});
  CHECK(relations(graph, tajikistan, *graph.find_entity("IND")).empty());
  CHECK(relations(graph, *graph.find_entity("FRA")).empty());
}

TEST_CASE("A filter leaves only its evidence in a relation") {
  const Graph graph = world();
  const auto list = relations(graph, *graph.find_entity("RUS"), {}, {.domains = {Domain::border}});
  REQUIRE(list.size() == 1);
  CHECK(list[0].tie.assertions == 1);
  CHECK(list[0].evidence.size() == 1);
  CHECK(list[0].tie.has_domain(Domain::border));
  CHECK_FALSE(list[0].tie.has_domain(Domain::security));
  CHECK(graph.tie_id(list[0].tie.index) == "RUS:deploys_to:TJK");
}

TEST_CASE("A tie is explained by its id") {
  const Graph graph = world();
  const NameIndex names(graph);
  CHECK(explain(graph, names, "RUS:deploys_to:TJK").evidence.size() == 2);
  CHECK(explain(graph, names, "TJK:agrees_with:RUS").evidence.size() == 1);
  CHECK(explain(graph, names, "the name of rus:deploys_to:tjk").evidence.size() == 2);
  CHECK_THROWS_WITH(explain(graph, names, "TJK:deploys_to:RUS"), Contains("no deploys_to from"));
  CHECK_THROWS_WITH(explain(graph, names, "nonsense"), Contains("not the id of a tie"));
  CHECK_THROWS_WITH(explain(graph, names, "XXX:deploys_to:TJK"), Contains("nobody called \"XXX\""));
}

TEST_CASE("An entity is described by its ties") {
  const Graph graph = world();
  const EntitySummary summary = describe(graph, *graph.find_entity("RUS"));
  CHECK(summary.ties_out + summary.ties_in == 4);
  CHECK(summary.ties_in == 1);
  CHECK(summary.assertions == 5);
  CHECK(summary.documents == 2);
  CHECK(summary.first == "2004-06-15");
  CHECK(summary.last == "2010");
  REQUIRE(summary.partners.size() == 2);
  CHECK(graph.entity(summary.partners[0].first).id == "TJK");
  CHECK(summary.partners[0].second == 4);
  CHECK(summary.types.size() == 4);
  CHECK(describe(graph, *graph.find_entity("FRA")).assertions == 0);
}

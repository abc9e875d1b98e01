// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "entente/graph.hpp"
#include "support/articles.hpp"

using namespace entente;

namespace {

std::vector<Extraction> world() {
  testing::Article a("a", "2004-06-15");
  Assertion& old = a.say("RUS", RelationType::deploys_to, "TJK");
  old.time = "1993";
  old.domain = Domain::security;
  Assertion& weak = a.say("RUS", RelationType::deploys_to, "TJK");
  weak.score = 0.2;
  weak.phase = Phase::end;
  a.say("CHN", RelationType::aids, "KGZ").factuality = Factuality::planned;
  a.say("RUS", RelationType::borders, "CHN");
  testing::Article b("b");
  b.say("RUS", RelationType::arms, "IND");
  b.entity("FRA");
  return {a.extraction, b.extraction};
}

std::size_t count(const GraphFilter& filter) {
  return build_graph(world(), filter).evidence_count();
}

}  // namespace

TEST_CASE("Filters leave assertions out") {
  CHECK(count({}) == 5);
  CHECK(count({.types = {RelationType::deploys_to}}) == 2);
  CHECK(count({.groups = {RelationGroup::dependency}}) == 2);
  CHECK(count({.types = {RelationType::borders}, .groups = {RelationGroup::dependency}}) == 3);
  CHECK(count({.domains = {Domain::security}}) == 1);
  CHECK(count({.phases = {Phase::end}}) == 1);
  CHECK(count({.factualities = {Factuality::planned, Factuality::possible}}) == 1);
  CHECK(count({.min_score = 0.5}) == 4);
  CHECK(count({.since = "2004"}) == 3);  // the undated one cannot be told
  CHECK(count({.until = "1995"}) == 1);
  CHECK(count({.since = "1993-06", .until = "1993-07"}) == 1);
  CHECK_THROWS_AS(count({.since = "yesterday"}), QueryError);
}

TEST_CASE("Without a filter all entities are nodes, with one those that have ties") {
  CHECK(build_graph(world()).entity_count() == 6);
  const Graph graph = build_graph(world(), {.types = {RelationType::arms}});
  REQUIRE(graph.entity_count() == 2);
  CHECK(graph.entity(0).id == "IND");
  CHECK(graph.tie_id(0) == "RUS:arms:IND");
}

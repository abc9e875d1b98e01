// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "entente/query.hpp"
#include "support/articles.hpp"

using namespace entente;
using Catch::Matchers::Contains;

namespace {

Graph world() {
  testing::Article a("a");
  a.entity("RUS", "Russia");
  a.entity("TJK", "Tajikistan");
  a.entity("CIV", "Côte d'Ivoire");
  a.entity("COD", "DR Congo");
  a.entity("COG", "Republic of the Congo");
  a.entity("igo:nato", "North Atlantic Treaty Organization");
  a.entity("place:moscow", "Moscow");
  a.extraction.entities[0].aliases = {"Kremlin", "Moscow"};
  a.extraction.entities[3].aliases = {"Congo"};
  a.extraction.entities[4].aliases = {"Congo"};
  a.extraction.entities[5].aliases = {"NATO"};
  a.say("RUS", RelationType::aids, "COG");
  return build_graph(std::vector<Extraction>{a.extraction});
}

}  // namespace

TEST_CASE("Entities are found by any of their names") {
  const Graph graph = world();
  const NameIndex names(graph);
  const auto [name, id] = GENERATE(table<std::string, std::string>({{"RUS", "RUS"},
                                                                    {"rus", "RUS"},
                                                                    {"russia", "RUS"},
                                                                    {" The KREMLIN ", "RUS"},
                                                                    {"cote d’ivoire", "CIV"},
                                                                    {"N.A.T.O.", "igo:nato"},
                                                                    {"igo:nato", "igo:nato"},
                                                                    {"Moscow", "place:moscow"}}));
  CAPTURE(name);
  CHECK(graph.entity(names.find(name)).id == id);
}

TEST_CASE("An ambiguous name tells its candidates") {
  const Graph graph = world();
  const NameIndex names(graph);
  const auto found = names.candidates("congo");
  REQUIRE(found.size() == 2);
  CHECK(graph.entity(found[0]).id == "COG");  // has more evidence
  CHECK_THROWS_AS(names.find("Congo"), QueryError);
  CHECK_THROWS_WITH(names.find("Congo"), Contains("COG (Republic of the Congo), COD (DR Congo)"));
}

TEST_CASE("An unknown name tells what is near") {
  const Graph graph = world();
  const NameIndex names(graph);
  CHECK_THROWS_AS(names.find("Tadjikistan"), QueryError);
  CHECK_THROWS_WITH(names.find("Tadjikistan"), Contains("did you mean Tajikistan?"));
  CHECK_THROWS_WITH(names.find("Tajik"), Contains("did you mean Tajikistan?"));
  CHECK_THROWS_WITH(names.find("Atlantis"),
                    Contains("nobody called \"Atlantis\"") && !Contains("did you mean"));
  CHECK_THROWS_AS(names.find(""), QueryError);
  CHECK_THROWS_AS(names.find(std::string(100000, 'x')), QueryError);
  CHECK(names.candidates("").empty());
  CHECK(names.suggestions("Russai").front() == "Russia");
}

TEST_CASE("Words of the ontology are read as people type them") {
  CHECK(parse_relation_type("deploys_to") == RelationType::deploys_to);
  CHECK(parse_relation_type("DEPLOYS-TO") == RelationType::deploys_to);
  CHECK(parse_domain("energy") == Domain::energy);
  CHECK(parse_phase("end") == Phase::end);
  CHECK(parse_factuality("planned") == Factuality::planned);
  CHECK(parse_relation_group("conflict") == RelationGroup::conflict);
  CHECK_THROWS_WITH(parse_relation_type("DEPENDSON"), Contains("did you mean depends_on?"));
  CHECK_THROWS_WITH(parse_phase("xyz"), Contains("there are ongoing, start, end"));
  CHECK_THROWS_AS(parse_domain(""), QueryError);
}

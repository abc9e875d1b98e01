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

TEST_CASE("Codes of other lists find entities too, after their names") {
  testing::Article a("a");
  for (const char* id : {"RUS", "AUS", "igo:au"}) a.entity(id, std::string("Name of ") + id);
  a.extraction.entities[2].aliases = {"AU"};
  const Graph graph = build_graph(std::vector<Extraction>{a.extraction});
  const std::vector<EntityCode> codes = {
      {"Q159", "RUS"}, {"cow:365", "RUS"}, {"AU", "AUS"}, {"Q408", "AUS"}, {"Q30", "USA"}};
  const NameIndex names(graph, codes);
  CHECK(graph.entity(names.find("q159")).id == "RUS");
  CHECK(graph.entity(names.find("COW:365")).id == "RUS");
  CHECK(graph.entity(names.find("Q408")).id == "AUS");
  CHECK(graph.entity(names.find("AU")).id == "igo:au");
  CHECK_THROWS_AS(names.find("Q30"), QueryError);
  CHECK_THROWS_AS(NameIndex(graph).find("Q159"), QueryError);
}

TEST_CASE("The gazetteer tells codes") {
  const auto codes = load_codes(ENTENTE_SOURCE_DIR "/data/gazetteer");
  const auto has = [&](const std::string& code, const std::string& id) {
    return std::any_of(codes.begin(), codes.end(),
                       [&](const EntityCode& one) { return one.code == code && one.id == id; });
  };
  CHECK(has("Q889", "AFG"));
  CHECK(has("AF", "AFG"));
  CHECK(has("cow:700", "AFG"));
  CHECK_THROWS_AS(load_codes("/no/such/folder"), IoError);
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What the world baseline answers, against the Factbook's own lists, typed from them.
#include "catch.hpp"
#include "entente/query.hpp"
#include "entente/store.hpp"

using namespace entente;

namespace {

const Graph& world() {
  static const Graph kGraph = build_graph(load_world(ENTENTE_SOURCE_DIR "/data/world"));
  return kGraph;
}

struct Importer {
  std::string country;
  std::vector<std::pair<std::string, double>> partners;  // share of its imports, as the Factbook orders them
};

// Imports - partners, 2023.
const std::vector<Importer> kImporters = {
    {"RUS", {{"CHN", .53}, {"TUR", .05}, {"DEU", .05}, {"KAZ", .05}, {"ITA", .02}}},
    {"USA", {{"MEX", .15}, {"CHN", .15}, {"CAN", .14}, {"DEU", .05}, {"JPN", .05}}},
    {"CHN", {{"KOR", .07}, {"USA", .07}, {"JPN", .06}, {"AUS", .06}, {"RUS", .06}}},
    {"FRA", {{"DEU", .15}, {"BEL", .11}, {"NLD", .09}, {"ESP", .08}, {"ITA", .08}}},
    {"GBR", {{"CHN", .13}, {"USA", .11}, {"DEU", .10}, {"FRA", .05}, {"NOR", .04}}},
    {"ITA", {{"DEU", .15}, {"FRA", .09}, {"CHN", .08}, {"NLD", .06}, {"ESP", .05}}},
    {"ESP", {{"DEU", .11}, {"CHN", .10}, {"FRA", .10}, {"ITA", .07}, {"USA", .07}}},
    {"GEO", {{"TUR", .16}, {"USA", .13}, {"RUS", .11}, {"CHN", .08}, {"DEU", .06}}},
    {"DZA", {{"CHN", .24}, {"FRA", .12}, {"ITA", .08}, {"TUR", .07}, {"BRA", .06}}},
    {"AIA", {{"CHL", .50}, {"USA", .27}, {"BWA", .15}, {"JPN", .01}, {"DOM", .01}}}};

}  // namespace

TEST_CASE("The top import dependencies of ten countries are the Factbook's partners in its order") {
  const auto rules = DependenceRules::load(ENTENTE_SOURCE_DIR "/data/dependence.json");
  for (const Importer& importer : kImporters) {
    INFO(importer.country);
    const auto answers =
        dependencies_of(world(), *world().find_entity(importer.country), rules, {.domains = {Domain::trade}});
    REQUIRE(answers.size() >= importer.partners.size());
    for (std::size_t i = 0; i < importer.partners.size(); ++i) {
      INFO(i);
      CHECK(world().entity(answers[i].provider).id == importer.partners[i].first);
      CHECK(answers[i].share == Approx(importer.partners[i].second));
    }
  }
}

TEST_CASE("The world has an answer before the first article") {
  const auto rules = DependenceRules::load(ENTENTE_SOURCE_DIR "/data/dependence.json");
  const NameIndex names(world());
  CHECK(depends_on(world(), names.find("Russia"), rules).size() > 20);
  CHECK(world().find_tie("CHN:borders:TJK"));
  CHECK(world().find_tie("TJK:member_of:igo:csto"));
  CHECK(world().find_tie("DNK:controls:GRL"));
  CHECK(world().find_tie("person:vladimir-putin:leads:RUS"));
  CHECK(world().entity(names.find("UAE")).id == "ARE");
}

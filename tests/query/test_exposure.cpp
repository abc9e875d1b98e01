// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "entente/query.hpp"
#include "support/articles.hpp"

using namespace entente;

namespace {

struct World {
  testing::Article article{"a"};
  void depends(const std::string& who, const std::string& whom, double score) {
    article.say(who, RelationType::depends_on, whom).score = score;
  }
  Graph graph() const { return build_graph(std::vector<Extraction>{article.extraction}); }
};

const DependenceRules& rules() {
  static const DependenceRules kRules = DependenceRules::load(ENTENTE_SOURCE_DIR "/data/dependence.json");
  return kRules;
}

std::vector<std::string> ids(const Graph& graph, std::span<const Index> list) {
  std::vector<std::string> result;
  for (const Index entity : list) result.push_back(graph.entity(entity).id);
  return result;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("Exposure follows the strongest chain") {
  World world;
  world.depends("A", "B", 0.5);
  world.depends("B", "D", 0.5);
  world.depends("A", "C", 0.75);
  world.depends("C", "D", 0.875);
  world.depends("D", "E", 1.0);
  world.depends("X", "A", 1.0);
  const Graph graph = world.graph();
  const ExposureReport report = exposure(graph, *graph.find_entity("A"), rules());
  REQUIRE(report.exposures.size() == 4);
  CHECK(ids(graph, std::vector{report.exposures[0].provider}) == Ids{"C"});
  CHECK(report.exposures[0].strength == Approx(0.75));
  CHECK(ids(graph, report.chain(1)) == Ids{"A", "C", "D"});
  CHECK(report.exposures[1].strength == Approx(0.65625));
  CHECK(ids(graph, report.chain(2)) == Ids{"A", "C", "D", "E"});
  CHECK(report.exposures[3].strength == Approx(0.5));
  REQUIRE(report.points_of_failure.size() == 1);
  CHECK(ids(graph, std::vector{report.points_of_failure[0].entity}) == Ids{"D"});
  CHECK(ids(graph, report.cut_off(report.points_of_failure[0])) == Ids{"E"});
}

TEST_CASE("Everything behind the only supplier is cut off with it") {
  World world;
  world.depends("A", "B", 0.5);
  world.depends("B", "C", 0.5);
  world.depends("B", "D", 0.5);
  world.depends("C", "E", 0.5);
  world.depends("D", "E", 0.5);
  world.depends("E", "A", 0.5);
  const Graph graph = world.graph();
  const ExposureReport report = exposure(graph, *graph.find_entity("A"), rules());
  REQUIRE(report.points_of_failure.size() == 1);
  CHECK(ids(graph, report.cut_off(report.points_of_failure[0])) == Ids{"C", "D", "E"});
}

TEST_CASE("The report of a long chain is as long as the chain") {
  World world;
  constexpr int kLength = 3000;
  for (int i = 0; i < kLength; ++i)
    world.depends("A" + std::to_string(10000 + i), "A" + std::to_string(10001 + i), 1.0);
  const Graph graph = world.graph();
  const ExposureReport report = exposure(graph, 0, rules());
  CHECK(report.exposures.size() == kLength);
  CHECK(report.behind.size() == kLength);
  CHECK(report.points_of_failure.size() == kLength - 1);
  CHECK(report.cut_off(report.points_of_failure[0]).size() == kLength - 1);
  CHECK(report.chain(kLength - 1).size() == kLength + 1);
}

TEST_CASE("Who depends on nobody is exposed to nobody") {
  World world;
  world.depends("A", "B", 0.5);
  const Graph graph = world.graph();
  const ExposureReport report = exposure(graph, *graph.find_entity("B"), rules());
  CHECK(report.exposures.empty());
  CHECK(report.points_of_failure.empty());
}

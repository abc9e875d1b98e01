// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Dependence on straits, canals and bases; against a slow twin that goes through all assertions.
#include "catch.hpp"
#include "entente/query.hpp"
#include "support/articles.hpp"
#include "support/slow_dependence.hpp"

using namespace entente;
using testing::Said;
using Key = testing::DependenceKey;

namespace {

const DependenceRules& rules() {
  static const DependenceRules kRules = DependenceRules::load(ENTENTE_SOURCE_DIR "/data/dependence.json");
  return kRules;
}

struct SlowPlaceRule {
  RelationType type;
  bool subject, object;
  double weight;
  bool own;
  Domain domain;
};
const std::vector<SlowPlaceRule> kSlowRules = {
    {RelationType::depends_on, true, false, 1.0, true, Domain::transit},
    {RelationType::supplies, true, true, 0.4, true, Domain::trade},
    {RelationType::has_base_in, true, false, 0.4, false, Domain::security},
    {RelationType::deploys_to, true, false, 0.4, false, Domain::security},
    {RelationType::protects, false, true, 0.4, false, Domain::security},
    {RelationType::controls, true, false, 0.3, true, Domain::politics},
    {RelationType::invests_in, true, false, 0.2, true, Domain::finance}};

/// Random articles in which E17 is a base called Okno, which others name as the place of what they tell.
std::vector<Extraction> articles(unsigned seed) {
  auto list = testing::random_extractions(seed, {25, 9, 20});
  for (Extraction& extraction : list)
    for (Entity& entity : extraction.entities)
      if (entity.id == "E17") {
        entity.type = EntityType::facility;
        entity.name = "The Okno";
        entity.aliases = {"Okno"};
      }
  return list;
}

std::map<Key, double> slow_places(const std::vector<Extraction>& extractions) {
  std::map<Key, double> doubts;
  long now = -testing::kNever;
  const auto ties = testing::slow_ties(extractions);
  for (const auto& [key, list] : ties)
    for (const Said& said : list)
      if (const auto report = testing::slow_date(said.document->date)) now = std::max(now, report->end);
  for (const auto& [key, list] : ties)
    for (const SlowPlaceRule& rule : kSlowRules) {
      const auto& [subject, type, object] = key;
      if (type != rule.type) continue;
      std::map<Domain, std::pair<std::vector<Said>, std::vector<double>>> found;
      for (const Said& said : list) {
        const Assertion& a = *said.assertion;
        if ((object != "E17" && a.facility != "Okno") || !testing::slow_holds(said, list, now, false))
          continue;
        auto& [evidence, values] = found[rule.own && a.domain != Domain::none ? a.domain : rule.domain];
        evidence.push_back(said);
        values.push_back(rule.weight * testing::slow_factuality(a.factuality) * a.score);
      }
      for (const auto& [domain, both] : found)
        for (const auto& [depends, who] : {std::make_pair(rule.subject, subject), {rule.object, object}})
          if (depends && who != "E17")
            doubts.try_emplace({who, "E17", domain}, 1.0).first->second *=
                1 -
                testing::slow_noisy_or(testing::slow_groups(both.first, testing::same_witness), both.second);
    }
  for (auto& [key, doubt] : doubts) doubt = 1 - doubt;
  std::erase_if(doubts, [](const auto& entry) { return entry.second <= 0; });
  return doubts;
}

Graph strait() {
  testing::Article a("a", "2026-05");
  a.entity("place:strait-of-hormuz", "Strait of Hormuz");
  Assertion& one = a.say("KWT", RelationType::depends_on, "region:persian-gulf",
                         "Kuwait depends on the Persian Gulf and the Strait of Hormuz.");
  one.place = "Strait of Hormuz";
  one.domain = Domain::transit;
  a.say("KWT", RelationType::supplies, "PAK").domain = Domain::energy;
  a.say("IRN", RelationType::controls, "place:strait-of-hormuz");
  a.say("USA", RelationType::consults, "OMN").place = "Strait of Hormuz";
  return build_graph(std::vector<Extraction>{a.extraction});
}

}  // namespace

TEST_CASE("Who depends on a place is what going through all assertions gives") {
  const unsigned seed = GENERATE(range(1U, 31U));
  CAPTURE(seed);
  const auto extractions = articles(seed);
  const Graph graph = build_graph(extractions);
  const Index base = *graph.find_entity("E17");
  std::map<Key, double> found;
  for (const Dependence& d : depends_on(graph, base, rules()))
    found[{graph.entity(d.dependent).id, graph.entity(d.provider).id, d.domain}] = d.strength;
  const auto expected = slow_places(extractions);
  CHECK(expected.size() > 1);
  REQUIRE(found.size() == expected.size());
  for (const auto& [key, strength] : expected) {
    CAPTURE(std::get<0>(key), name(std::get<2>(key)));
    REQUIRE(found.count(key) == 1);
    CHECK(found.at(key) == Approx(strength));
  }
}

TEST_CASE("Who is exposed to somebody is exposure turned round") {
  const unsigned seed = GENERATE(range(1U, 11U));
  CAPTURE(seed);
  const Graph graph = build_graph(articles(seed));
  const DependenceOptions options{.places = true};
  std::map<std::pair<Index, Index>, double> expected, found;
  for (Index who = 0; who < graph.entity_count(); ++who) {
    for (const Exposure& one : exposure(graph, who, rules(), options).exposures)
      expected[{who, one.provider}] = one.strength;
    const ExposureReport report = exposed_to(graph, who, rules(), options);
    for (std::size_t i = 0; i < report.exposures.size(); ++i) {
      found[{report.exposures[i].provider, who}] = report.exposures[i].strength;
      const auto chain = report.chain(i);
      CHECK(chain.front() == who);
      CHECK_FALSE(report.exposures[i].evidence.sentence.empty());
    }
  }
  REQUIRE(found.size() == expected.size());
  for (const auto& [ends, strength] : expected) CHECK(found.at(ends) == Approx(strength));
}

TEST_CASE("A strait is depended on by those whose way leads through it, and whoever depends on them") {
  const Graph graph = strait();
  const Index hormuz = *graph.find_entity("place:strait-of-hormuz");
  const ExposureReport report = exposed_to(graph, hormuz, rules());
  REQUIRE(report.exposures.size() == 3);
  const auto id = [&](std::size_t i) { return graph.entity(report.exposures[i].provider).id; };
  CHECK(id(0) == "KWT");
  CHECK(report.exposures[0].strength == Approx(1.0));
  CHECK(report.exposures[0].evidence.sentence ==
        "Kuwait depends on the Persian Gulf and the Strait of Hormuz.");
  CHECK(std::set<std::string>{id(1), id(2)} == std::set<std::string>{"IRN", "PAK"});
  REQUIRE(report.points_of_failure.size() == 1);
  CHECK(graph.entity(report.points_of_failure[0].entity).id == "KWT");
}

TEST_CASE("Places count where they are asked for alone") {
  const Graph graph = strait();
  const Index kuwait = *graph.find_entity("KWT");
  CHECK(dependencies_of(graph, kuwait, rules()).size() == 1);
  const auto with_places = dependencies_of(graph, kuwait, rules(), {.places = true});
  REQUIRE(with_places.size() == 2);
  CHECK(with_places[1].domain == Domain::transit);
  DependenceRules without = rules();
  without.places.clear();
  CHECK(depends_on(graph, *graph.find_entity("place:strait-of-hormuz"), without).empty());
}

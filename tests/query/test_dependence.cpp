// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "entente/query.hpp"
#include "support/articles.hpp"

using namespace entente;
using testing::Article;

namespace {

const DependenceRules& rules() {
  static const DependenceRules kRules = DependenceRules::load(ENTENTE_SOURCE_DIR "/data/dependence.json");
  return kRules;
}

Graph graph_of(const std::vector<Article>& articles) {
  std::vector<Extraction> extractions;
  for (const Article& article : articles) extractions.push_back(article.extraction);
  return build_graph(extractions);
}

/// How much A depends on B in a domain; 0 when not at all.
double strength(const Graph& graph, Domain domain, const DependenceOptions& options = {}) {
  for (const Dependence& d : dependencies_of(graph, *graph.find_entity("AAA"), rules(), options))
    if (graph.entity(d.provider).id == "BBB" && d.domain == domain) return d.strength;
  return 0;
}

}  // namespace

TEST_CASE("Each kind of assertion counts by the table") {
  const auto [subject, type, object, domain, weight] =
      GENERATE(table<std::string, RelationType, std::string, Domain, double>({
          {"AAA", RelationType::depends_on, "BBB", Domain::none, 1.0},
          {"BBB", RelationType::controls, "AAA", Domain::politics, 0.8},
          {"BBB", RelationType::protects, "AAA", Domain::security, 0.6},
          {"AAA", RelationType::owes_debt_to, "BBB", Domain::finance, 0.5},
          {"BBB", RelationType::has_base_in, "AAA", Domain::security, 0.4},
          {"BBB", RelationType::deploys_to, "AAA", Domain::security, 0.4},
          {"BBB", RelationType::arms, "AAA", Domain::arms, 0.4},
          {"BBB", RelationType::aids, "AAA", Domain::aid, 0.4},
          {"BBB", RelationType::supplies, "AAA", Domain::trade, 0.3},
          {"BBB", RelationType::invests_in, "AAA", Domain::finance, 0.2},
      }));
  CAPTURE(name(type));
  Article a("a", "2004");
  Assertion& assertion = a.say(subject, type, object);
  CHECK(strength(graph_of({a}), domain) == Approx(weight));
  CHECK(depends_on(graph_of({a}), 1, rules()).size() == 1);
  CHECK(depends_on(graph_of({a}), 0, rules()).empty());
  assertion.score = 0.5;
  CHECK(strength(graph_of({a}), domain) == Approx(weight / 2));
  assertion.factuality = Factuality::planned;
  CHECK(strength(graph_of({a}), domain) == Approx(weight / 4));
  assertion.factuality = Factuality::possible;
  CHECK(strength(graph_of({a}), domain) == Approx(weight / 8));
  assertion.factuality = Factuality::negated;
  CHECK(dependences(graph_of({a}), rules()).empty());
}

TEST_CASE("The domain is the assertion's own where the table says so") {
  Article a("a");
  a.say("AAA", RelationType::depends_on, "BBB").domain = Domain::food;
  a.say("BBB", RelationType::supplies, "AAA").domain = Domain::energy;
  a.say("BBB", RelationType::arms, "AAA").domain = Domain::technology;
  const Graph graph = graph_of({a});
  CHECK(strength(graph, Domain::food) == Approx(1.0));
  CHECK(strength(graph, Domain::energy) == Approx(0.3));
  CHECK(strength(graph, Domain::arms) == Approx(0.4));
  CHECK(dependences(graph, rules(), {.domains = {Domain::energy}}).size() == 1);
  CHECK(dependences(graph, rules(), {.min_strength = 0.35}).size() == 2);
}

TEST_CASE("One document that says a thing in two domains counts in both") {
  Article a("a");
  a.say("BBB", RelationType::supplies, "AAA").domain = Domain::energy;
  a.say("BBB", RelationType::supplies, "AAA").domain = Domain::food;
  CHECK(dependences(graph_of({a}), rules()).size() == 2);
}

TEST_CASE("An import share raises the weight of a supply") {
  Article a("a");
  a.say("BBB", RelationType::supplies, "AAA").detail = "80 percent of its gas";
  CHECK(strength(graph_of({a}), Domain::trade) == Approx(0.8));
  a.extraction.assertions[0].detail = "5 percent of its gas";
  CHECK(strength(graph_of({a}), Domain::trade) == Approx(0.3));
}

TEST_CASE("Independent evidence adds up, copies do not") {
  Article a("a");
  a.say("BBB", RelationType::arms, "AAA", "B arms A.");
  a.say("BBB", RelationType::arms, "AAA", "B sends more tanks.").score = 0.5;
  Article b("b");
  b.say("BBB", RelationType::arms, "AAA", "b  arms A.");
  CHECK(strength(graph_of({a, b}), Domain::arms) == Approx(0.4));
  Article c("c");
  c.say("BBB", RelationType::arms, "AAA", "A buys jets of B.");
  const Graph graph = graph_of({a, b, c});
  CHECK(strength(graph, Domain::arms) == Approx(1 - 0.6 * 0.6));
  const auto list = dependences(graph, rules());
  REQUIRE(list.size() == 1);
  REQUIRE(list[0].parts.size() == 4);
  CHECK(std::count_if(list[0].parts.begin(), list[0].parts.end(), [](const auto& p) { return p.counted; }) ==
        2);
  CHECK(list[0].parts[0].evidence.sentence == "B arms A.");
  CHECK(list[0].parts[3].value == Approx(0.2));
}

TEST_CASE("What ended does not count any more") {
  Article a("a", "2000");
  Assertion& base = a.say("BBB", RelationType::has_base_in, "AAA");
  Article b("b", "2007-05");
  Assertion& end = b.say("BBB", RelationType::has_base_in, "AAA");
  end.phase = Phase::end;

  SECTION("from the day it ended") {
    CHECK(strength(graph_of({a, b}), Domain::security) == 0);
    CHECK(strength(graph_of({a, b}), Domain::security, {.as_of = "2006"}) == Approx(0.4));
    CHECK(strength(graph_of({a, b}), Domain::security, {.as_of = "1999"}) == 0);
    CHECK(strength(graph_of({a, b}), Domain::security, {.as_of = "2008"}) == 0);
  }
  SECTION("unless it began again") {
    Article c("c", "2012");
    c.say("BBB", RelationType::has_base_in, "AAA").phase = Phase::start;
    CHECK(strength(graph_of({c, a, b}), Domain::security) == Approx(0.4));
    CHECK(strength(graph_of({c, a, b}), Domain::security, {.as_of = "2010"}) == 0);
  }
  SECTION("a planned end closes nothing, and shows that it holds") {
    end.factuality = Factuality::planned;
    CHECK(strength(graph_of({a, b}), Domain::security) == Approx(1 - 0.6 * 0.8));
  }
  SECTION("the end of one facility leaves the others") {
    end.facility = "Okno";
    CHECK(strength(graph_of({a, b}), Domain::security) == Approx(0.4));
    base.facility = "Okno";
    CHECK(strength(graph_of({a, b}), Domain::security) == 0);
  }
  SECTION("an interval ends by itself") {
    base.time = "1998/2001";
    CHECK(strength(graph_of({a}), Domain::security, {.as_of = "2001"}) == Approx(0.4));
    CHECK(strength(graph_of({a}), Domain::security, {.as_of = "2002"}) == 0);
  }
  SECTION("an end without date closes what has none") {
    a.extraction.document.date = b.extraction.document.date = "";
    CHECK(strength(graph_of({a, b}), Domain::security) == 0);
  }
}

TEST_CASE("A deployment against the will of its host is no dependence") {
  Article a("a", "2022-03");
  a.say("BBB", RelationType::deploys_to, "AAA");
  Article b("b", "2022-02");
  Assertion& attack = b.say("BBB", RelationType::attacks, "AAA");
  CHECK(strength(graph_of({a, b}), Domain::security) == 0);
  SECTION("a possible attack does not matter") {
    attack.factuality = Factuality::possible;
    CHECK(strength(graph_of({a, b}), Domain::security) == Approx(0.4));
  }
  SECTION("nor one of long ago") {
    attack.time = "1941";
    CHECK(strength(graph_of({a, b}), Domain::security) == Approx(0.4));
  }
  SECTION("nor one by the host") {
    std::swap(attack.subject, attack.object);
    CHECK(strength(graph_of({a, b}), Domain::security) == Approx(0.4));
  }
  SECTION("control counts as dependence of its own") {
    attack.type = RelationType::controls;
    CHECK(strength(graph_of({a, b}), Domain::security) == 0);
    CHECK(strength(graph_of({a, b}), Domain::politics) == Approx(0.8));
  }
}

TEST_CASE("Old evidence counts less when a half-life is given") {
  Article a("a", "1994-06-15");
  a.say("BBB", RelationType::arms, "AAA");
  Article b("b", "2004-06-15");
  b.say("BBB", RelationType::aids, "CCC");
  const Graph graph = graph_of({a, b});
  CHECK(strength(graph, Domain::arms) == Approx(0.4));
  CHECK(strength(graph, Domain::arms, {.half_life_years = 10}) == Approx(0.2).epsilon(0.001));
  CHECK(strength(graph, Domain::arms, {.as_of = "2014-06-15", .half_life_years = 10}) ==
        Approx(0.1).epsilon(0.001));
  CHECK_THROWS_AS(strength(graph, Domain::arms, {.as_of = "soon"}), QueryError);
}

TEST_CASE("Only actors depend and are depended on") {
  Article a("a");
  a.say("BBB", RelationType::controls, "facility:okno");
  a.say("BBB", RelationType::controls, "group:rebels");
  const auto list = dependences(graph_of({a}), rules());
  REQUIRE(list.size() == 1);
  CHECK(graph_of({a}).entity(list[0].dependent).id == "group:rebels");
}

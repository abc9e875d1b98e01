// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The facts of data/world as documents.
#include <set>

#include "catch.hpp"
#include "entente/store.hpp"
#include "support/temporary_folder.hpp"

using namespace entente;

namespace {

const std::string kWorld = ENTENTE_SOURCE_DIR "/data/world";

const std::string kHead =
    "# entente-world 1 loans\n# document: list/{entry}\n# date: 2020\n# outlet: List\n# relation: "
    "owes_debt_to finance\n"
    "# detail: {value} million\n# sentence: {subject} [owes] {object} {value} million ({time}).\n";
const std::string kEntities =
    "# entente-world 1 entities\nTJK\tcountry\tTajikistan\tTJK\tTajik Republic\nCHN\tcountry\tChina\tCHN\t\n";

}  // namespace

TEST_CASE("A row becomes a sentence that holds its trigger and both ends") {
  const testing::TemporaryFolder folder;
  folder.write("entities.tsv", kEntities);
  folder.write("loans.tsv", kHead + "TJK\tTJK\tCHN\t2019\t1,100\n");
  const auto world = load_world(folder.path().string());
  REQUIRE(world.size() == 1);
  const Extraction& said = world[0];
  CHECK(said.document.id == "list/TJK");
  CHECK(said.document.title == "Tajikistan");
  CHECK(said.document.date == "2020");
  CHECK(said.document.outlet == "List");
  CHECK(said.document.text == "Tajikistan owes China 1,100 million (2019).\n");
  REQUIRE(said.assertions.size() == 1);
  const Assertion& a = said.assertions[0];
  const auto quote = [&](Span span) { return said.document.text.substr(span.begin, span.size()); };
  CHECK(said.entities[a.subject].id == "TJK");
  CHECK(said.entities[a.subject].aliases == std::vector<std::string>{"Tajik Republic"});
  CHECK(said.entities[a.object].id == "CHN");
  CHECK(quote(a.sentence) == "Tajikistan owes China 1,100 million (2019).");
  CHECK(quote(a.trigger) == "owes");
  CHECK(quote(a.subject_span) == "Tajikistan");
  CHECK(quote(a.object_span) == "China");
  CHECK(a.time == "2019");
  CHECK(a.detail == "1,100 million");
  CHECK(a.domain == Domain::finance);
  CHECK(a.rule == "world:loans");
}

TEST_CASE("A row may name the place or facility it is about") {
  const testing::TemporaryFolder folder;
  folder.write("entities.tsv",
               kEntities + "place:pass\tplace\tKulma Pass\t\t\nfacility:road\tfacility\tPamir Highway\t\t\n");
  folder.write(
      "roads.tsv",
      "# entente-world 1 roads\n# document: list/{entry}\n# relation: depends_on transit\n# place: {value}\n"
      "# sentence: {subject} [depends on] {object} and the {value}.\n"
      "TJK\tTJK\tCHN\t\tplace:pass\nTJK\tTJK\tCHN\t\tfacility:road\n");
  const auto world = load_world(folder.path().string());
  REQUIRE(world.size() == 1);
  const Extraction& said = world[0];
  CHECK(said.document.text ==
        "Tajikistan depends on China and the Kulma Pass.\nTajikistan depends on China and the Pamir "
        "Highway.\n");
  CHECK(said.assertions[0].place == "Kulma Pass");
  CHECK(said.assertions[1].facility == "Pamir Highway");
  CHECK(said.entities.size() == 4);
}

TEST_CASE("Mistakes in a file of facts are told with their line") {
  const testing::TemporaryFolder folder;
  CHECK_THROWS_AS(load_world(folder.file("nowhere")), IoError);
  CHECK_THROWS_WITH(load_world(folder.path().string()), Catch::Contains("no facts"));
  folder.write("entities.tsv", kEntities);
  const auto complains = [&](const std::string& text, const std::string& message) {
    folder.write("loans.tsv", text);
    CHECK_THROWS_WITH(load_world(folder.path().string()), Catch::Contains(message));
  };
  complains(kHead + "TJK\tTJK\tCHN\t2019\t\xff\n", "loans.tsv:8: this is not UTF-8");
  complains("RUS\tTJK\n", "loans.tsv:1: expected");
  complains(kHead + "TJK\tTJK\tCHN\n", "loans.tsv:8: 5 cells");
  complains(kHead + "TJK\tTJK\tXYZ\t\t\n", "loans.tsv:8: no file tells who \"XYZ\" is");
  complains("# entente-world 1 loans\n# place: Dushanbe\n", "loans.tsv:2: place: {value} is expected");
  complains("# entente-world 1 loans\n# relation: owes\n", "loans.tsv:2: there is no relation type \"owes\"");
  complains("# entente-world 1 loans\n# relation: owes_debt_to money\n", "there is no domain \"money\"");
  complains("# entente-world 1 loans\nTJK\tTJK\tCHN\t\t\n", "loans.tsv:2: the head tells no document");
}

TEST_CASE("The world that comes with the program fits the ontology") {
  const auto world = load_world(kWorld);
  CHECK(world.size() > 200);
  std::set<std::string> rules;
  for (const Extraction& said : world) {
    CHECK_FALSE(said.document.outlet.empty());
    for (const Assertion& a : said.assertions) {
      rules.insert(a.rule);
      const Entity& subject = said.entities[a.subject];
      const Entity& object = said.entities[a.object];
      INFO(said.document.id << ' ' << subject.id << ' ' << name(a.type) << ' ' << object.id);
      REQUIRE(subject.id != object.id);
      REQUIRE(has(info(a.type).subjects, subject.type));
      REQUIRE(has(info(a.type).objects, object.type));
      REQUIRE(said.document.text.substr(a.subject_span.begin, a.subject_span.size()) == subject.name);
      REQUIRE(said.document.text.substr(a.object_span.begin, a.object_span.size()) == object.name);
      REQUIRE_FALSE(a.trigger.empty());
      REQUIRE(a.sentence.contains(a.trigger));
    }
  }
  CHECK(rules == std::set<std::string>{"world:bases", "world:borders", "world:deployments", "world:exports",
                                       "world:imports", "world:invasions", "world:leaders",
                                       "world:memberships", "world:passages", "world:territories",
                                       "world:waterways"});
}

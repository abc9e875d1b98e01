// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "entente/store.hpp"
#include "support/articles.hpp"
#include "support/files.hpp"

using namespace entente;
using testing::Article;
using testing::TemporaryFolder;

namespace {

StoreOptions at(std::string time) {
  return {StoreMode::write, [time] { return time; }};
}

std::vector<Extraction> contents(const Store& store) {
  std::vector<Extraction> result;
  store.visit([&](const Extraction& extraction) { result.push_back(extraction); });
  return result;
}

bool same(const Extraction& a, const Extraction& b) {
  const auto document = [](const Document& d) {
    return std::tie(d.id, d.title, d.date, d.outlet, d.url, d.text);
  };
  const auto equal_entities = [](const Entity& x, const Entity& y) {
    return std::tie(x.id, x.type, x.name, x.aliases, x.code) ==
           std::tie(y.id, y.type, y.name, y.aliases, y.code);
  };
  return document(a.document) == document(b.document) && a.assertions == b.assertions &&
         std::equal(a.entities.begin(), a.entities.end(), b.entities.begin(), b.entities.end(),
                    equal_entities);
}

Extraction sample(const std::string& id = "seed") {
  Article article(id, "2004-06-15", "Monitor");
  article.extraction.document.url = "https://example.org/" + id;
  Assertion& a =
      article.say("RUS", RelationType::deploys_to, "TJK", std::string(500, 'x') + " border guards.");
  a.phase = Phase::end;
  a.factuality = Factuality::planned;
  a.domain = Domain::border;
  a.time = "2004/2006";
  a.place = "Dushanbe";
  a.facility = "Okno";
  a.detail = "border guards";
  a.via = "the Federal Security Service";
  a.source = "Interfax";
  a.score = 0.1;
  a.rule = "deploy.station";
  article.extraction.entities[0].aliases = {"Kremlin", "Moscow"};
  return article.extraction;
}

}  // namespace

TEST_CASE("A store gives back what it was given") {
  Store store(":memory:", at("2020-01-01T00:00:00Z"));
  CHECK(store.add({sample()}).added == std::vector<std::string>{"seed"});
  const auto found = store.find("seed");
  REQUIRE(found);
  CHECK(same(*found, sample()));
  CHECK_FALSE(store.find("other"));
  const auto list = store.documents();
  REQUIRE(list.size() == 1);
  CHECK(list[0].ingested_at == "2020-01-01T00:00:00Z");
  CHECK(list[0].hash == content_hash(sample().document));
  CHECK(list[0].assertions == 1);
  CHECK(store.size().entities == 2);
  CHECK(store.size().bytes == sample().document.text.size());
}

TEST_CASE("Any bytes survive in every field") {
  Extraction odd = sample();
  const std::string bytes("\x00\xff'\";--\n\xe2\x80\x8f)", 10);
  odd.document.text += bytes;
  odd.document.title = odd.assertions[0].detail = odd.assertions[0].rule = odd.entities[0].name = bytes;
  odd.entities[1].aliases = {"", bytes};
  odd.document.outlet.clear();
  Store store(":memory:");
  store.add({odd});
  CHECK(same(*store.find("seed"), odd));
}

TEST_CASE("The content hash tells title, date and text apart") {
  // printf '1:t4:20045:words' | sha256sum
  CHECK(content_hash({"id", "t", "2004", "outlet", "url", "words"}) ==
        "643d3c293bd1e5e5164e493416aaa4b14974d932f2f0171e343ad27d5cc5a62d");
  CHECK(content_hash({"a", "ab", "", "", "", ""}) != content_hash({"a", "a", "b", "", "", ""}));
  CHECK(content_hash({"a", "t", "", "x", "", ""}) == content_hash({"b", "t", "", "y", "z", ""}));
}

TEST_CASE("A document is added once") {
  Store store(":memory:");
  store.add({sample("b")});
  CHECK(store.has(sample("b").document));
  CHECK(store.has_hash(content_hash(sample("b").document)));

  SECTION("the same again is a duplicate") {
    CHECK(store.add({sample("b")}).duplicates == std::vector<std::string>{"b"});
    CHECK(store.size().documents == 1);
    CHECK(store.size().assertions == 1);
  }
  SECTION("the same content under a greater id is a duplicate") {
    Extraction copy = sample("b");
    copy.document.id = "c";
    CHECK(store.has(copy.document));
    CHECK(store.add({copy}).duplicates == std::vector<std::string>{"c"});
    CHECK_FALSE(store.find("c"));
  }
  SECTION("the same content under a smaller id takes the document over") {
    Extraction copy = sample("b");
    copy.document.id = "a";
    copy.document.outlet = "Agency";
    CHECK_FALSE(store.has(copy.document));
    CHECK(store.add({copy}).duplicates == std::vector<std::string>{"a"});
    CHECK_FALSE(store.find("b"));
    CHECK(same(*store.find("a"), copy));
  }
  SECTION("the same id with other content replaces it") {
    Extraction changed = sample("b");
    changed.document.text += " More.";
    changed.assertions.clear();
    changed.entities.resize(1);
    CHECK_FALSE(store.has(changed.document));
    CHECK(store.add({changed}).replaced == std::vector<std::string>{"b"});
    CHECK(store.size().documents == 1);
    CHECK(store.size().assertions == 0);
    CHECK(store.size().entities == 1);
    CHECK(same(*store.find("b"), changed));
  }
}

TEST_CASE("Removing a document takes all of it away") {
  Store store(":memory:");
  Extraction other = sample("b");
  other.document.title = "Another";
  store.add({sample("a"), other});
  CHECK(store.remove("a"));
  CHECK_FALSE(store.remove("a"));
  CHECK(store.size().documents == 1);
  CHECK(store.size().entities == 2);
  CHECK(store.remove("b"));
  CHECK(store.size().assertions == 0);
  CHECK(store.size().entities == 0);
  CHECK(store.add({sample("a")}).added.size() == 1);
}

TEST_CASE("What a store holds does not depend on the order of adding") {
  const unsigned seed = GENERATE(1U, 2U, 3U);
  CAPTURE(seed);
  std::vector<Extraction> documents = testing::random_extractions(seed);
  Extraction copy = documents[3];
  copy.document.id = "a-copy";
  documents.push_back(copy);
  Store forward(":memory:");
  forward.add(documents);
  std::reverse(documents.begin(), documents.end());
  Store backward(":memory:");
  for (Extraction& extraction : documents) {
    std::reverse(extraction.assertions.begin(), extraction.assertions.end());
    backward.add({extraction});
  }
  const auto a = contents(forward);
  const auto b = contents(backward);
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) CHECK(same(a[i], b[i]));
  CHECK(std::is_sorted(a.begin(), a.end(), [](auto& x, auto& y) { return x.document.id < y.document.id; }));
}

TEST_CASE("A store keeps its contents between openings") {
  const TemporaryFolder folder;
  const std::string file = folder.file("world.db");
  Store(file).add({sample()});
  Store reader(file, {StoreMode::read, {}});
  CHECK(same(*reader.find("seed"), sample()));
  CHECK_THROWS_AS(reader.add({sample("x")}), IoError);
  CHECK_THROWS_AS(reader.remove("seed"), IoError);
}

TEST_CASE("A bad extraction leaves the whole batch out") {
  Store store(":memory:");
  Extraction bad = sample("bad");
  SECTION("an entity that is not there") {
    bad.assertions[0].object = 7;
  }
  SECTION("a sentence beyond the text") {
    bad.assertions[0].sentence.end = 100000;
  }
  SECTION("a score that is no number") {
    bad.assertions[0].score = std::nan("");
  }
  SECTION("a span that runs backwards") {
    bad.assertions[0].trigger = {5, 4};
  }
  CHECK_THROWS_AS(store.add({sample("good"), bad}), DataError);
  CHECK(store.size().documents == 0);
  CHECK(store.add({sample("good")}).added.size() == 1);
  CHECK(store.find("good")->entities.size() == 2);
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Full-text search, against going through all sentences, while documents come and go.
#include <algorithm>
#include <set>

#include "catch.hpp"
#include "entente/store.hpp"
#include "store/search.hpp"
#include "support/articles.hpp"
#include "support/temporary_folder.hpp"

using namespace entente;
using testing::TemporaryFolder;

namespace {

using Hit = std::pair<std::string, std::string>;

std::set<Hit> hits(const std::vector<FoundSentence>& list) {
  std::set<Hit> result;
  for (const FoundSentence& one : list) result.insert({one.document, one.sentence});
  return result;
}

/// Sentences that hold the word, by going through all.
std::set<Hit> slow_hits(const Store& store, const std::string& word) {
  std::set<Hit> result;
  store.visit([&](const Extraction& said) {
    for (const Assertion& a : said.assertions) {
      const std::string sentence = said.document.text.substr(a.sentence.begin, a.sentence.size());
      std::string padded = " ";
      for (const char c : sentence) padded += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : ' ';
      if ((padded + " ").find(" " + word + " ") != std::string::npos)
        result.insert({said.document.id, sentence});
    }
  });
  return result;
}

}  // namespace

TEST_CASE("Search finds what going through all sentences finds, whatever came and went") {
  const TemporaryFolder folder;
  const std::string file = folder.file("world.db");
  const auto extractions = testing::random_extractions(3, {40, 6, 10});
  const auto check = [&](const Store& store) {
    for (const std::string word : {"E10", "E13", "Wire", "doc105", "nobody"})
      CHECK(hits(store.search(word, 100000)) == slow_hits(store, word));
  };
  Store store(file);
  store.add({extractions.begin(), extractions.begin() + 20});
  check(Store(file, {.mode = StoreMode::read, .clock = {}}));  // not indexed in the file yet
  check(store);
  store.add({extractions.begin() + 20, extractions.end()});
  check(Store(file, {.mode = StoreMode::read, .clock = {}}));  // half of it is
  check(store);
  for (int i = 0; i < 10; ++i) store.remove("doc" + std::to_string(103 + 2 * i));
  auto other = extractions[4];
  other.document.text += " More.";
  store.add({other});
  store.add({extractions[6]}, AddMode::replace);
  check(store);
  check(Store(file, {.mode = StoreMode::read, .clock = {}}));
  CHECK(store.validate().empty());
}

TEST_CASE("Words are words: phrases, beginnings, case and accents, nothing is an operator") {
  testing::Article a("a", "2004", "Herald");
  a.say("FRA", RelationType::deploys_to, "DJI", "France déployed its troops to Djibouti.");
  a.say("FRA", RelationType::opposes, "DJI", "Its troops OR nothing, France said.");
  const TemporaryFolder folder;
  Store store(folder.file("world.db"));
  store.add({a.extraction});
  const auto found = [&](const std::string& words) { return store.search(words).size(); };
  CHECK(found("troops") == 2);
  CHECK(found("TROOPS djibouti") == 1);
  CHECK(found("deploy*") == 1);
  CHECK(found("\"its troops\"") == 2);
  CHECK(found("\"troops its\"") == 0);
  CHECK(found("troops OR nobody") == 0);
  CHECK(found("OR") == 1);
  CHECK(found("") == 0);
  CHECK(found("  \" \" \"\"  ") == 0);
  CHECK(found("troops\"") == 2);
  CHECK(found("sentence:troops") == 0);
  CHECK(found("* - ( NEAR") == 0);
  CHECK(store.search("troops", 1).size() == 1);
  CHECK(store.search("Djibouti")[0].outlet == "Herald");
  CHECK(store.search("Djibouti")[0].date == "2004");
}

TEST_CASE("Any bytes can be searched for") {
  const TemporaryFolder folder;
  Store store(folder.file("world.db"));
  store.add(testing::random_extractions(1));
  testing::Random random(4);
  for (int i = 0; i < 500; ++i) {
    std::string words;
    for (unsigned k = random.below(12); k > 0; --k) words += static_cast<char>(random.below(256));
    CHECK_NOTHROW(store.search(words));
  }
}

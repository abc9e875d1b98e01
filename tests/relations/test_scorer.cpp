// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "entente/error.hpp"
#include "relations/scorer.hpp"
#include "support/temporary_folder.hpp"

using namespace entente;
using namespace entente::relations;

namespace {

constexpr auto kAttacks = static_cast<unsigned>(RelationType::attacks);
constexpr auto kAids = static_cast<unsigned>(RelationType::aids);

PairReading reading(Index subject, Index object, std::uint32_t feature) {
  PairReading made;
  made.subject = subject;
  made.object = object;
  made.features = {feature, 100 + feature % 7};
  made.evidence = 0xffffffff;
  return made;
}

/// Feature 1 means attacks, feature 2 means aids, feature 3 means nothing.
std::vector<Example> examples() {
  std::vector<Example> made;
  for (std::uint32_t document = 0; document < 120; ++document) {
    Example example;
    example.text = document;
    for (std::uint32_t which = 1; which <= 3; ++which) {
      example.pairs.push_back(reading(0, which, which));
      example.types.push_back(which == 1 ? 1U << kAttacks : which == 2 ? 1U << kAids : 0);
    }
    example.holding = {{0, RelationType::aids, 2}, {0, RelationType::attacks, 1}};
    std::sort(example.holding.begin(), example.holding.end());
    made.push_back(std::move(example));
  }
  return made;
}

float probability(const Scorer& scorer, std::vector<PairReading> pairs, RelationType type) {
  for (PairReading& pair : pairs) pair.probabilities = scorer.score(pair.features);
  for (const Candidate& candidate : candidates_of(pairs))
    if (candidate.type == type) return scorer.probability(candidate);
  return 0;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("The scorer learns what features mean, and what a document makes of them") {
  const Scorer scorer = Scorer::train(examples(), {});
  CHECK(scorer.score({1})[kAttacks] > 0.6F);
  CHECK(scorer.score({1})[kAids] < 0.2F);
  CHECK(scorer.score({2})[kAids] > 0.6F);
  CHECK(scorer.score({3})[kAttacks] < 0.2F);
  CHECK(scorer.threshold() > 0);
  CHECK(scorer.threshold() < 1);
  CHECK(probability(scorer, {reading(0, 1, 1)}, RelationType::attacks) > scorer.threshold());
  CHECK(probability(scorer, {reading(0, 1, 3)}, RelationType::attacks) < scorer.threshold());
}

TEST_CASE("A scorer is the same after saving, and training twice gives the same bytes") {
  const testing::TemporaryFolder folder;
  const Scorer scorer = Scorer::train(examples(), {});
  scorer.save(folder.file("a"), "command");
  Scorer::train(examples(), {}).save(folder.file("b"), "command");
  CHECK(bytes_of(folder.file("a")) == bytes_of(folder.file("b")));
  const Scorer loaded = Scorer::load(folder.file("a"));
  for (std::uint32_t feature = 0; feature < 110; ++feature)
    CHECK(loaded.score({feature}) == scorer.score({feature}));
  CHECK(loaded.threshold() == scorer.threshold());
  CHECK(probability(loaded, {reading(0, 1, 1)}, RelationType::attacks) ==
        probability(scorer, {reading(0, 1, 1)}, RelationType::attacks));
  CHECK(Scorer().empty());
  CHECK_FALSE(loaded.empty());
}

TEST_CASE("A damaged scorer is refused by name, wherever it is cut or changed") {
  const testing::TemporaryFolder folder;
  Scorer::train(examples(), {}).save(folder.file("a"), "command");
  const std::string whole = bytes_of(folder.file("a"));
  CHECK_THROWS_WITH(Scorer::read("hello", "x.bin"), Catch::Contains("x.bin: this is no scorer"));
  for (std::size_t size = 0; size < whole.size(); size += 97)
    CHECK_THROWS_AS(Scorer::read(whole.substr(0, size), "x.bin"), DataError);
  std::string changed = whole;
  changed[whole.size() / 2] = static_cast<char>(changed[whole.size() / 2] ^ 1);
  CHECK_THROWS_WITH(Scorer::read(changed, "x.bin"), Catch::Contains("x.bin: the scorer is damaged"));
  CHECK_THROWS_AS(Scorer::load(folder.file("none")), IoError);
}

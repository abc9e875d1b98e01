// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
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

/// Feature 1 means attacks, feature 2 means aids, feature 3 means nothing.
std::vector<Example> examples() {
  std::vector<Example> made;
  for (std::uint32_t i = 0; i < 300; ++i) {
    const std::uint32_t which = i % 3 + 1;
    const std::uint32_t types = which == 1 ? 1U << kAttacks : which == 2 ? 1U << kAids : 0;
    made.push_back({{which, 100 + i % 7}, types, i / 10});
  }
  return made;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("The scorer learns what features mean") {
  const Scorer scorer = Scorer::train(examples(), {});
  CHECK(scorer.score({1})[kAttacks] > 0.8F);
  CHECK(scorer.score({1})[kAids] < 0.2F);
  CHECK(scorer.score({2})[kAids] > 0.8F);
  CHECK(scorer.score({3})[kAttacks] < 0.2F);
  CHECK(scorer.threshold(RelationType::attacks) >= 0.35F);
  CHECK(scorer.threshold(RelationType::attacks) <= 0.75F);
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
  CHECK(Scorer().empty());
  CHECK_FALSE(loaded.empty());
}

TEST_CASE("A damaged scorer is refused by name, wherever it is cut or changed") {
  const testing::TemporaryFolder folder;
  Scorer::train(examples(), {}).save(folder.file("a"), "command");
  const std::string whole = bytes_of(folder.file("a"));
  CHECK_THROWS_WITH(Scorer::read("hello", "x.bin"), Catch::Contains("x.bin: this is no scorer"));
  for (std::size_t size = 0; size < whole.size(); size += 7)
    CHECK_THROWS_AS(Scorer::read(whole.substr(0, size), "x.bin"), DataError);
  std::string changed = whole;
  changed[whole.size() / 2] = static_cast<char>(changed[whole.size() / 2] ^ 1);
  CHECK_THROWS_WITH(Scorer::read(changed, "x.bin"), Catch::Contains("x.bin: the scorer is damaged"));
  CHECK_THROWS_AS(Scorer::load(folder.file("none")), IoError);
}

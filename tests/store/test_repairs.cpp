// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "catch.hpp"
#include "entente/repair.hpp"
#include "entente/store.hpp"
#include "support/temporary_folder.hpp"

using namespace entente;

namespace {

/// A document in which the first entity meets the second.
Extraction meeting(const std::string& id, std::vector<Entity> entities) {
  Extraction made;
  made.document = {
      .id = id, .title = {}, .date = "2004", .outlet = {}, .url = {}, .text = "A met B of " + id + "."};
  made.entities = std::move(entities);
  Assertion assertion;
  assertion.subject = 0;
  assertion.type = RelationType::consults;
  assertion.object = 1;
  assertion.rule = "test";
  made.assertions = {assertion};
  return made;
}

const Entity kLong{"person:sergey-lavrov", EntityType::person, "Sergey Lavrov", {}, ""};
const Entity kShort{"person:s-lavrov", EntityType::person, "S. Lavrov", {"Lavrov"}, ""};
const Entity kRussia{"RUS", EntityType::country, "Russia", {}, "RUS"};

std::string noon() {
  return "2004-06-15T00:00:00Z";
}

/// The ids in a document as readers see them.
std::vector<std::string> ids(const std::string& file, const std::string& document) {
  const Store store(file, {.mode = StoreMode::read, .clock = {}});
  std::vector<std::string> found;
  const Extraction extraction = *store.find(document);
  for (const Entity& entity : extraction.entities) found.push_back(entity.id);
  return found;
}

class Fixture {
 public:
  Fixture() {
    Store store(file);
    store.add(
        {meeting("a", {kLong, kRussia}), meeting("b", {kShort, kRussia}), meeting("c", {kLong, kShort})});
  }
  testing::TemporaryFolder folder;
  std::string file = folder.file("world.db");
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("merged entities are one for every reader, also in documents that come later", "[store]") {
  const Fixture world;
  Repairs(world.file, noon).merge("person:s-lavrov", "person:sergey-lavrov");
  CHECK(ids(world.file, "a") == Ids{"person:sergey-lavrov", "RUS"});
  CHECK(ids(world.file, "b") == Ids{"person:sergey-lavrov", "RUS"});
  CHECK(ids(world.file, "c") == Ids{"person:sergey-lavrov"});
  {
    Store store(world.file);
    const Extraction both = *store.find("c");
    CHECK(both.assertions.empty());  // he did not meet himself
    const Extraction later = *store.find("b");
    CHECK(later.entities[0].name == "Sergey Lavrov");
    CHECK(later.entities[0].aliases == Ids{"Lavrov", "S. Lavrov"});
    store.add({meeting("d", {kShort, kRussia})});
  }
  CHECK(ids(world.file, "d") == Ids{"person:sergey-lavrov", "RUS"});
}

TEST_CASE("a merge is taken back and the rows are as they were", "[store]") {
  const Fixture world;
  Repairs repairs(world.file, noon);
  repairs.merge("person:s-lavrov", "person:sergey-lavrov");
  CHECK(repairs.undo_merges("person:sergey-lavrov"));
  CHECK(ids(world.file, "c") == Ids{"person:sergey-lavrov", "person:s-lavrov"});
  CHECK_FALSE(repairs.undo_merges("person:sergey-lavrov"));
  CHECK(repairs.log().size() == 2);
  CHECK(repairs.log().front().made_at == noon());
}

TEST_CASE("an entity is split off in the documents that are named", "[store]") {
  const Fixture world;
  Repairs repairs(world.file, noon);
  const std::string other = repairs.split("person:sergey-lavrov", {"c"});
  CHECK(other == "person:sergey-lavrov~2");
  CHECK(ids(world.file, "a") == Ids{"person:sergey-lavrov", "RUS"});
  CHECK(ids(world.file, "c") == Ids{other, "person:s-lavrov"});
  repairs.merge(other, "person:s-lavrov");
  CHECK(ids(world.file, "c") == Ids{"person:s-lavrov"});
  CHECK(repairs.split("person:sergey-lavrov", {"a"}) == "person:sergey-lavrov~3");
}

TEST_CASE("merges lead to one another, never in a circle", "[store]") {
  const Fixture world;
  Repairs repairs(world.file, noon);
  repairs.merge("person:s-lavrov", "person:sergey-lavrov");
  CHECK_THROWS_AS(repairs.merge("person:sergey-lavrov", "person:s-lavrov"), QueryError);
  repairs.merge("person:sergey-lavrov", "RUS");
  CHECK(ids(world.file, "b") == Ids{"RUS"});
}

TEST_CASE("an alias is another name for every reader", "[store]") {
  const Fixture world;
  Repairs(world.file, noon).add_alias("RUS", "the Bear");
  const Store store(world.file, {.mode = StoreMode::read, .clock = {}});
  CHECK(store.find("a")->entities[1].aliases == Ids{"the Bear"});
}

TEST_CASE("whom and what a store does not know cannot be repaired", "[store]") {
  const Fixture world;
  Repairs repairs(world.file, noon);
  CHECK_THROWS_AS(repairs.merge("person:nobody", "RUS"), QueryError);
  CHECK_THROWS_AS(repairs.merge("RUS", "person:nobody"), QueryError);
  CHECK_THROWS_AS(repairs.merge("RUS", "RUS"), QueryError);
  CHECK_THROWS_AS(repairs.split("RUS", {"no-document"}), QueryError);
  CHECK_THROWS_AS(repairs.add_alias("person:nobody~2", "N"), QueryError);
  CHECK(repairs.log().empty());
  CHECK_THROWS_AS(Repairs(world.folder.file("missing.db")), IoError);
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "entities/entity_table.hpp"
#include "entities/small_gazetteer.hpp"

using namespace entente;

TEST_CASE("an entity is added once, with the id of the gazetteer or one made from its name", "[entities]") {
  const Gazetteer& gazetteer = testing::small_gazetteer();
  EntityTable table(gazetteer);
  const Index russia = table.known(gazetteer.find("RUS"));
  CHECK(table.known(gazetteer.find("RUS")) == russia);
  CHECK(table[russia].code == "RUS");
  const Index okno = table.named(EntityType::facility, "Okno tracking station");
  CHECK(table[okno].id == "facility:okno-tracking-station");
  CHECK(table.named(EntityType::facility, "Okno Tracking Station") == okno);
  CHECK(table.entry_of(okno) == kNone);
}

TEST_CASE("aliases are sorted and hold each form once, without the name", "[entities]") {
  const Gazetteer& gazetteer = testing::small_gazetteer();
  EntityTable table(gazetteer);
  const Index russia = table.known(gazetteer.find("RUS"));
  for (const char* form : {"Russian", "Moscow", "Russia", "Russian"}) table.add_alias(russia, form);
  CHECK(table.take()[russia].aliases == std::vector<std::string>{"Moscow", "Russian"});
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "import/record.hpp"
#include "import/statement.hpp"

using namespace entente;
using namespace entente::importers;

TEST_CASE("Words are found as words of their own") {
  CHECK(find_words("Belarus and Rus", "Rus") == Span{12, 15});
  CHECK_FALSE(find_words("Belarusian", "Belarus"));
  CHECK(find_words("US, USA", "US") == Span{0, 2});
  CHECK(find_words("USA, US", "US") == Span{5, 7});
  CHECK_FALSE(find_words("Österreich", "sterreich"));
  CHECK(find_words("(Österreich)", "Österreich") == Span{1, 12});
  CHECK(find_words("the U.S. did", "U.S.") == Span{4, 8});
  CHECK_FALSE(find_words("", "x"));
  CHECK_FALSE(find_words("x", ""));
  CHECK(find_words("\xff\xfe US", "US") == Span{3, 5});
}

TEST_CASE("Ids are made of type and name") {
  CHECK(id_for(EntityType::country, "Russia") == "country:russia");
  CHECK(id_for(EntityType::company, "  Acme & Sons, Ltd.") == "company:acme-sons-ltd");
  CHECK(id_for(EntityType::person, "José Ñandú") == "person:josé-ñandú");
  CHECK(id_for(EntityType::person, "...") == "person:");
}

TEST_CASE("Types are read as other programs write them") {
  CHECK(read_type("country") == EntityType::country);
  CHECK(read_type(":ArmedGroup") == EntityType::armed_group);
  CHECK(read_type("Entity;Country") == EntityType::country);
  CHECK(read_type("armed group") == EntityType::armed_group);
  CHECK_FALSE(read_type("Galaxy"));
  CHECK_FALSE(read_type(""));
}

TEST_CASE("A field takes the first of its names that there is") {
  const auto columns = [](std::vector<std::string> names, const ImportOptions& options = {}) {
    return fields_of(names, kEdgeFields, options);
  };
  const auto field = [](EdgeField value) { return static_cast<Index>(value); };
  CHECK(columns({"Source", "Target", "Label"}) ==
        std::vector<Index>{field(EdgeField::subject), field(EdgeField::object), field(EdgeField::relation)});
  // With ends of their own, a source is who is quoted.
  CHECK(columns({"source", "subject", "object"}) ==
        std::vector<Index>{field(EdgeField::source), field(EdgeField::subject), field(EdgeField::object)});
  CHECK(columns({":START_ID", ":END_ID", ":TYPE", "score:double", "x"}) ==
        std::vector<Index>{field(EdgeField::subject), field(EdgeField::object), field(EdgeField::relation),
                           field(EdgeField::score), kNone});
  // Gephi's Type is Directed or Undirected, not the relation.
  CHECK(columns({"Type", "interaction", "relation"}) ==
        std::vector<Index>{kNone, kNone, field(EdgeField::relation)});
  CHECK(columns({"a", "b"}, {.fields = {{"relation", "b"}}}) ==
        std::vector<Index>{kNone, field(EdgeField::relation)});
}

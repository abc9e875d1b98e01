// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "catch.hpp"
#include "entente/error.hpp"
#include "pipeline/annotated.hpp"
#include "support/temporary_folder.hpp"

using entente::testing::TemporaryFolder;

TEST_CASE("annotated documents are read, with defaults for what is absent") {
  const TemporaryFolder folder;
  const auto documents = entente::read_annotated(folder.write(
      "gold.jsonl",
      R"({"id":"a","entities":[{"id":"RUS","name":"Russia","type":"country","aliases":["Moscow"]}],)"
      R"("relations":[{"subject":"RUS","type":"attacks","object":"UKR","evidence":["One.","Two."]}]})"
      "\n\n"
      R"({"id":"b"})"));
  REQUIRE(documents.size() == 2);
  CHECK(documents[0].entities.at(0).aliases.at(0) == "Moscow");
  CHECK(documents[0].relations.at(0).phase == "ongoing");
  CHECK(documents[0].relations.at(0).factuality == "fact");
  CHECK(documents[0].relations.at(0).evidence.at(0) == "One.");
  CHECK(documents[1].relations.empty());
}

TEST_CASE("a line that is no document is named") {
  const TemporaryFolder folder;
  const auto path = folder.write("gold.jsonl", "{\"id\":\"a\"}\n{\"id\":");
  CHECK_THROWS_WITH(entente::read_annotated(path), Catch::Matchers::StartsWith(path + ":2: not JSON"));
  CHECK_THROWS_AS(entente::read_annotated(folder.write("gold.jsonl", "[1]")), entente::DataError);
  CHECK_THROWS_AS(entente::read_annotated("/nowhere/gold.jsonl"), entente::IoError);
}

TEST_CASE("members of the wrong type do no harm") {
  const TemporaryFolder folder;
  const auto documents = entente::read_annotated(folder.write(
      "gold.jsonl", R"({"id":"a","entities":[1,"x",{"id":2,"aliases":[3,"y"]}],"relations":{"a":1}})"));
  REQUIRE(documents.size() == 1);
  CHECK(documents[0].relations.empty());
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "imported.hpp"

using namespace entente;
using Catch::Matchers::Contains;
using testing::imported;
using Facts = std::vector<std::string>;

TEST_CASE("Edges of a table, with a sentence worded where there is none") {
  const auto result =
      imported("trade.csv", "source,target,label\nGazprom,Acme,supplies\nAcme,Gazprom,owes debt to\n");
  CHECK(result.facts() == Facts{"Gazprom supplies Acme", "Acme owes_debt_to Gazprom"});
  const Extraction& e = result.extractions.at(0);
  CHECK(e.document.text == "Gazprom supplies Acme.\nAcme owes debt to Gazprom.");
  CHECK(e.document.outlet == "trade.csv");
  CHECK(e.assertions.at(0).rule == "csv");
  CHECK(testing::is_sound(e));
}

TEST_CASE("Nodes of another table give names and types") {
  const testing::TemporaryFolder folder;
  testing::write_file(
      folder.file("nodes.csv"),
      "id:ID,name,aliases:string[],:LABEL\n1,Russia,Moscow;Kremlin,Entity;Country\n2,NATO,,Igo\n");
  ImportOptions options;
  options.nodes = folder.file("nodes.csv");
  const auto result = imported("edges.csv", ":START_ID,:END_ID,:TYPE\n1,2,OPPOSES\n", options);
  CHECK(result.facts() == Facts{"1 opposes 2"});
  const auto& entities = result.extractions.at(0).entities;
  CHECK(entities.at(0).name == "Russia");
  CHECK(entities.at(0).type == EntityType::country);
  CHECK(entities.at(0).aliases == std::vector<std::string>{"Kremlin", "Moscow"});
  CHECK(entities.at(1).type == EntityType::igo);
}

TEST_CASE("Quotes, line feeds, semicolons, tabs, byte order marks and formulas are read") {
  const auto sentence_of = [](const std::string& bytes) {
    const auto result = imported("e.csv", bytes);
    return result.extractions.empty() ? result.reason() : result.extractions[0].document.text;
  };
  CHECK(sentence_of("subject,object,relation,sentence\na,b,arms,\"He said \"\"a, b\"\"\nagain\"\n") ==
        "He said \"a, b\"\nagain");
  CHECK(sentence_of("subject;object;relation;sentence\r\na;b;arms;x, y\r\n") == "x, y");
  CHECK(sentence_of("subject\tobject\trelation\tsentence\na\tb\tarms\tx, y") == "x, y");
  CHECK(sentence_of("\xef\xbb\xbfsubject,object,relation,sentence\na,b,arms,x\n") == "x");
  CHECK(sentence_of("subject,object,relation,sentence\na,b,arms,'=1+1\n") == "=1+1");
  CHECK(sentence_of("subject,object,relation,sentence\n\na,b,arms,'tis\n") == "'tis");
}

TEST_CASE("A table that is none of ours is an error, a bad row is refused") {
  CHECK_THROWS_WITH(imported("e.csv", ""), Contains("empty"));
  CHECK_THROWS_WITH(imported("e.csv", "a,b\n1,2\n"), Contains("e.csv:1: no columns hold the ends"));
  CHECK_THROWS_WITH(imported("e.csv", "source,target\n\"1,2\n"),
                    Contains("e.csv:2") && Contains("never closed"));
  const auto result = imported("e.csv", "source,target,relation\na\na,b,likes\na,b,arms,more,cells\n");
  CHECK(result.refused.size() == 2);
  CHECK_THAT(result.refused[0].place, Contains("e.csv:2"));
  CHECK_THAT(result.refused[1].place, Contains("e.csv:3"));
  CHECK(result.facts() == Facts{"a arms b"});
}

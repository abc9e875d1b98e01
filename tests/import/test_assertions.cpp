// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "imported.hpp"

using namespace entente;
using Catch::Matchers::Contains;
using testing::imported;
using Facts = std::vector<std::string>;

namespace {

const std::string kLine =
    R"({"subject":{"name":"Russia","type":"country","id":"RUS"},"relation":"arms",)"
    R"("object":{"name":"India","type":"country","id":"IND"},"sentence":"Russia sells India tanks.",)"
    R"("words":"sells","document":"a1","reported":"2004-06-15","outlet":"Monitor"})";

std::string with(const std::string& from, const std::string& to) {
  std::string line = kLine;
  REQUIRE(line.find(from) != std::string::npos);
  return line.replace(line.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("An assertion with its sentence becomes a document of that sentence") {
  const auto result = imported("theirs.jsonl", kLine + "\n");
  REQUIRE(result.extractions.size() == 1);
  const Extraction& e = result.extractions[0];
  CHECK(e.document.id == "a1");
  CHECK(e.document.date == "2004-06-15");
  CHECK(e.document.outlet == "Monitor");
  CHECK(e.document.text == "Russia sells India tanks.");
  REQUIRE(e.assertions.size() == 1);
  const Assertion& a = e.assertions[0];
  CHECK(a.type == RelationType::arms);
  CHECK(e.entities.at(a.subject).name == "Russia");
  CHECK(e.document.text.substr(a.trigger.begin, a.trigger.size()) == "sells");
  CHECK(e.document.text.substr(a.object_span.begin, a.object_span.size()) == "India");
  CHECK(testing::is_sound(e));
}

TEST_CASE("Assertions of a document are gathered wherever they stand, sentences once") {
  const std::string other = with("\"a1\"", "\"b\"");
  const std::string aid = with("\"arms\"", "\"aids\"");
  const auto result = imported("theirs.jsonl", kLine + "\n" + other + "\n" + aid + "\n");
  REQUIRE(result.extractions.size() == 2);
  CHECK(result.extractions[0].document.id == "a1");
  CHECK(result.extractions[0].assertions.size() == 2);
  CHECK(result.extractions[0].document.text == "Russia sells India tanks.");
  CHECK(result.report.documents == 2);
  CHECK(result.report.assertions == 3);
}

TEST_CASE("What the ontology does not know is refused with its reason and line") {
  const auto [line, reason] = GENERATE(table<std::string, std::string>({
      {with("arms", "armed"), "did you mean arms?"},
      {with("\"relation\":\"arms\",", ""), "it has no relation type"},
      {with("country", "galaxy"), "its subject is of no type of ours: \"galaxy\""},
      {with("country", "place"), "RUS cannot be the subject of arms: it is of type place"},
      {with("\"IND\"", "\"RUS\""), "its ends are the same"},
      {with("\"words\"", "\"phase\":\"begun\",\"words\""), "there is no phase \"begun\""},
      {with("\"words\"", "\"factuality\":\"true\",\"words\""), "there is no factuality \"true\""},
      {with("\"words\"", "\"domain\":\"tanks\",\"words\""), "there is no domain \"tanks\""},
      {with("\"words\"", "\"time\":\"last year\",\"words\""), "no ISO 8601 date"},
      {with("\"words\"", "\"score\":1.5,\"words\""), "no number in (0, 1]"},
      {with("\"words\"", "\"score\":0,\"words\""), "no number in (0, 1]"},
      {"[1]", "no object"},
      {"{\"subject\":", "no JSON"},
      {"{}", "it has no subject"},
  }));
  CAPTURE(line);
  const auto result = imported("theirs.jsonl", "\n" + line + "\n" + kLine + "\n");
  CHECK(result.report.refused == 1);
  CHECK_THAT(result.reason(), Contains(reason));
  CHECK_THAT(result.refused.at(0).place, Contains("theirs.jsonl:2"));
  CHECK(result.facts() == Facts{"RUS arms IND"});
}

TEST_CASE("The evidence rule: the sentence holds its words and both ends") {
  const auto [line, reason] = GENERATE(table<std::string, std::string>({
      {with("Russia sells India tanks.", ""), "it has no sentence"},
      {with("Russia sells India tanks.", "Moscow sells India tanks."),
       "does not hold its subject \"Russia\""},
      {with("Russia sells India tanks.", "Russia sells Indian tanks."), "does not hold its object \"India\""},
      {with("\"sells\"", "\"delivers\""), "does not hold its words \"delivers\""},
      {with("\"words\"", "\"subject_mention\":\"Moscow\",\"words\""), "its subject \"Moscow\""},
      {with("\"words\"", "\"subject_span\":[0,99],\"words\""), "its subject"},
      {with("\"words\"", "\"span\":[10,35],\"object_span\":[0,5],\"words\""), "its object"},
  }));
  CAPTURE(line);
  const auto result = imported("theirs.jsonl", line + "\n");
  CHECK(result.extractions.empty());
  CHECK_THAT(result.reason(), Contains(reason));
}

TEST_CASE("An end may be mentioned by other words, which the line tells") {
  const std::string line =
      with("Russia sells India tanks.\"", "Moscow sells it tanks.\",\"subject_mention\":\"Moscow\"");
  const auto result =
      imported("theirs.jsonl", line.substr(0, line.size() - 1) + ",\"object_mention\":\"it\"}\n");
  CHECK(result.reason().empty());
  CHECK(result.facts() == Facts{"RUS arms IND"});
}

TEST_CASE("Entities without id get one of their type and name") {
  const auto result = imported(
      "theirs.jsonl",
      R"({"subject_name":"Acme & Sons, Ltd.","subject_type":"company","relation":"supplies","object":"IND",)"
      R"("object_name":"India","object_type":"country","sentence":"Acme & Sons, Ltd. supplies India."})");
  CHECK(result.reason().empty());
  CHECK(result.facts() == Facts{"company:acme-sons-ltd supplies IND"});
  CHECK(result.extractions.at(0).document.id == "theirs.jsonl/0001");
}

TEST_CASE("Names of members and of relation types can be mapped") {
  ImportOptions options;
  options.fields = {{"relation", "pred"}, {"sentence", "quote_text"}};
  options.relations = {{"sells weapons to", "arms"}};
  std::string line = with("\"relation\":\"arms\"", "\"pred\":\"Sells Weapons To\"");
  line.replace(line.find("\"sentence\""), 10, "\"quote_text\"");
  CHECK(imported("theirs.jsonl", line, options).facts() == Facts{"RUS arms IND"});
  options.relations = {{"sells", "sell"}};
  CHECK_THROWS_AS(imported("theirs.jsonl", line, options), QueryError);
  options = {.fields = {{"relations", "pred"}}};
  CHECK_THROWS_WITH(imported("theirs.jsonl", line, options), Contains("did you mean relation?"));
}

TEST_CASE("A whole document is checked against its text") {
  const std::string start =
      R"({"id":"d","text":"Intro. Russia sells India tanks.","entities":[)"
      R"({"id":"RUS","name":"Russia","type":"country"},{"id":"IND","name":"India","type":"country"}],)"
      R"("relations":[{"subject":"RUS","type":"arms","object":"IND",)";
  SECTION("evidence found in it") {
    const auto result = imported("d.jsonl", start + R"("evidence":["Russia sells India tanks."]}]})");
    REQUIRE(result.extractions.size() == 1);
    CHECK(result.extractions[0].assertions.at(0).sentence == Span{7, 32});
    CHECK(testing::is_sound(result.extractions[0]));
  }
  SECTION("evidence that nobody wrote") {
    const auto result = imported("d.jsonl", start + R"("evidence":["Russia sold India tanks."]}]})");
    CHECK_THAT(result.reason(), Contains("its evidence is not in the text"));
    CHECK(result.facts().empty());
  }
  SECTION("no evidence") {
    CHECK_THAT(imported("d.jsonl", start + R"("phase":"start"}]})").reason(), Contains("it has no evidence"));
  }
  SECTION("spans outside of it") {
    CHECK_THAT(imported("d.jsonl", start + R"("sentence":[7,999]}]})").reason(), Contains("outside"));
    CHECK_THAT(imported("d.jsonl", start + R"("sentence":[7,32],"trigger":[0,3]}]})").reason(),
               Contains("does not hold its words"));
  }
  SECTION("an entity that it does not list") {
    std::string line = start;
    line.replace(line.find("\"object\":\"IND\""), 14, "\"object\":\"CHN\"");
    CHECK_THAT(imported("d.jsonl", line + R"("evidence":["x"]}]})").reason(),
               Contains("\"CHN\" is not among the entities"));
  }
}

TEST_CASE("A file that is not there is an error") {
  CHECK_THROWS_AS(import_file("/nowhere/x.jsonl", {}, [](Extraction&&) {}), IoError);
}

TEST_CASE("An unknown format is told with the nearest") {
  ImportOptions options;
  options.format = "graphlm";
  CHECK_THROWS_WITH(imported("x", "", options), Contains("did you mean graphml?"));
}

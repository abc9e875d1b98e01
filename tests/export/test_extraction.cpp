// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/document.h>

#include "catch.hpp"
#include "support/exports.hpp"

using namespace entente;

TEST_CASE("An extraction is one line in the gold format") {
  testing::Article a("seed", "2004-06-15");
  a.extraction.document.title = "A title";
  Assertion& said = a.say("RUS", RelationType::deploys_to, "TJK", "Troops\nstay.");
  said.domain = Domain::security;
  said.score = 0.75;
  a.extraction.entities[0].aliases = {"Moscow"};
  const std::string line = to_json(a.extraction);
  CHECK(
      line ==
      R"({"id":"seed","date":"2004-06-15","title":"A title","text":"Troops\nstay.",)"
      R"("entities":[{"id":"RUS","name":"The name of RUS","type":"country","code":"RUS","aliases":["Moscow"]},)"
      R"({"id":"TJK","name":"The name of TJK","type":"country","code":"TJK"}],)"
      R"("relations":[{"subject":"RUS","type":"deploys_to","object":"TJK","phase":"ongoing","factuality":"fact",)"
      R"("domain":"security","evidence":["Troops\nstay."],"score":0.75,"rule":"test","sentence":[0,12],)"
      R"("trigger":[0,1],"subject_span":[0,1],"object_span":[11,12]}]})");
}

TEST_CASE("An extraction of nothing is a line too") {
  CHECK(to_json({}) == R"({"id":"","text":"","entities":[],"relations":[]})");
}

TEST_CASE("Hostile texts give valid lines") {
  for (const std::string& text : testing::hostile_texts()) {
    testing::Article a(text, text, text);
    a.say(text, RelationType::arms, "RUS", text).detail = text;
    const std::string line = to_json(a.extraction);
    CHECK(line.find('\n') == std::string::npos);
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
    CHECK_FALSE(document.HasParseError());
    CHECK(document["relations"].Size() == 1);
  }
}

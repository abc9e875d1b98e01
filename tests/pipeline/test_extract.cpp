// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "catch.hpp"
#include "entente/pipeline.hpp"
#include "pipeline/test_resources.hpp"

namespace {

entente::Extraction extract(std::string text) {
  entente::Document document;
  document.id = "test";
  document.date = "2004-06-15";
  document.text = std::move(text);
  return entente::extract(document, entente::testing::resources());
}

bool says(const entente::Extraction& extraction, std::string_view subject, entente::RelationType type,
          std::string_view object) {
  return std::any_of(extraction.assertions.begin(), extraction.assertions.end(), [&](const auto& assertion) {
    return extraction.entities[assertion.subject].id == subject && assertion.type == type &&
           extraction.entities[assertion.object].id == object;
  });
}

}  // namespace

TEST_CASE("a sentence becomes an assertion that quotes it") {
  const auto result = extract("Russia deployed troops to Tajikistan in 2004.");
  REQUIRE(says(result, "RUS", entente::RelationType::deploys_to, "TJK"));
  for (const auto& assertion : result.assertions) {
    CHECK(assertion.sentence.contains(assertion.trigger));
    CHECK(assertion.sentence.end <= result.document.text.size());
    CHECK_FALSE(assertion.rule.empty());
    CHECK(assertion.score > 0);
    CHECK(assertion.score <= 1);
  }
}

TEST_CASE("each assertion names a frame") {
  const auto result = extract(
      "Russia has troops in Tajikistan. After the talks in Ankara, Turkey and Syria, whose forces had fought "
      "since "
      "1998, agreed that Iran would stop arming the rebels. France is an ally of Chad, which attacked "
      "Libya.");
  REQUIRE_FALSE(result.assertions.empty());
  for (const auto& assertion : result.assertions) {
    INFO(assertion.rule);
    CHECK(assertion.rule.find('.') != std::string::npos);
    CHECK(assertion.trigger.size() > 0);
  }
}

TEST_CASE("any text is valid and the answer is a function of it") {
  const std::string texts[] = {"",
                               " ",
                               "\n\n\n",
                               ".",
                               "a",
                               std::string(5000, '('),
                               std::string(3000, '.'),
                               "\"\"\"",
                               "\xef\xbf\xbd",
                               "Putin Putin Putin Putin",
                               "of of of and and and , , , ;",
                               "Russia, China, Iran, Iraq, India and Italy attacked."};
  for (const auto& text : texts) {
    const auto once = extract(text);
    const auto twice = extract(text);
    CHECK(once.assertions == twice.assertions);
    CHECK(once.entities.size() == twice.entities.size());
  }
}

TEST_CASE("the data folder has to be there") {
  CHECK_THROWS_AS(entente::Resources::load("/nowhere"), entente::IoError);
  CHECK_FALSE(entente::default_data_directory().empty());
}

TEST_CASE("syntax alone covers every token") {
  const auto [tokens, parse] =
      entente::analyse("Moscow arms Dushanbe. It pays.", entente::testing::resources());
  CHECK(tokens.sentences.size() == 2);
  CHECK(parse.heads.size() == tokens.size());
  CHECK(parse.upos.size() == tokens.size());
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "entente/query.hpp"
#include "support/files.hpp"

using namespace entente;
using Catch::Matchers::Contains;

namespace {

const std::string kFile = ENTENTE_SOURCE_DIR "/data/dependence.json";

/// What loading says when `from` is written `to`.
std::string complaint(const std::string& from, const std::string& to) {
  std::string text = testing::read_file(kFile);
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  const testing::TemporaryFolder folder;
  const std::string file = folder.file("rules.json");
  testing::write_file(file, text);
  try {
    DependenceRules::load(file);
  } catch (const DataError& error) {
    CHECK_THAT(error.what(), Contains("rules.json:"));
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("The table of dependence loads") {
  const DependenceRules rules = DependenceRules::load(kFile);
  CHECK(rules.rules.size() == 10);
  CHECK(rules.places.size() == 7);
  CHECK(rules.breaks_consent.size() == 2);
  CHECK(rules.factuality == std::array<double, 4>{1, 0.5, 0.25, 0});
}

TEST_CASE("What is wrong with the table is told with its place") {
  CHECK_THROWS_AS(DependenceRules::load("/no/such/file"), IoError);
  CHECK_THAT(complaint("\"rules\": [", "\"rules\": [["), Contains("rules[0]") || Contains(":"));
  CHECK_THAT(complaint("\"version\": 1,", "\"version\": 1"), Contains("rules.json:4:"));
  CHECK_THAT(complaint("\"version\": 1", "\"version\": 2"), Contains("only version 1"));
  CHECK_THAT(complaint("entente-dependence", "something"), Contains("kind"));
  CHECK_THAT(complaint("\"controls\"", "\"rules_over\""),
             Contains("rules[1].type") && Contains("rules_over"));
  CHECK_THAT(complaint("\"controls\"", "\"depends_on\""), Contains("a second rule for depends_on"));
  CHECK_THAT(complaint("0.8", "1.8"), Contains("rules[1].weight") && Contains("0 to 1"));
  CHECK_THAT(complaint("0.8", "\"much\""), Contains("rules[1].weight"));
  CHECK_THAT(complaint("\"politics\"", "\"policy\""), Contains("rules[1].domain"));
  CHECK_THAT(complaint("\"dependent\": \"object\"", "\"dependent\": \"both\""),
             Contains("rules[1].dependent"));
  CHECK_THAT(complaint("\"both\"", "\"all\""), Contains("places[1].dependent"));
  CHECK_THAT(complaint("\"possible\": 0.25, ", ""), Contains("\"possible\" is missing"));
  CHECK_THAT(complaint("\"own\": true", "\"own\": 1"), Contains("rules[0].own"));
  CHECK_THAT(complaint("\"years\": 5", "\"years\": -5"), Contains("consent.years"));
  CHECK_THAT(complaint("\"half of\": 0.5", "\"half of\": \"0.5\""), Contains("shares.fractions"));
}

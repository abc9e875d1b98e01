// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "pipeline/entity_matcher.hpp"
#include "pipeline/evaluate.hpp"

using entente::AnnotatedDocument;
using entente::AnnotatedEntity;
using entente::AnnotatedRelation;

namespace {

AnnotatedRelation relation(const char* subject, const char* type, const char* object) {
  AnnotatedRelation result;
  result.subject = subject;
  result.type = type;
  result.object = object;
  return result;
}

const AnnotatedDocument kGold = {"d",
                                 {{"RUS", "country", "Russia", {"Moscow"}, ""},
                                  {"TJK", "country", "Tajikistan", {}, ""},
                                  {"nato", "igo", "North Atlantic Treaty Organization", {"NATO"}, ""},
                                  {"base", "facility", "201st Military Base", {}, ""}},
                                 {relation("RUS", "deploys_to", "TJK"), relation("RUS", "agrees_with", "TJK"),
                                  relation("RUS", "opposes", "nato"), relation("base", "located_in", "TJK")}};

}  // namespace

TEST_CASE("names are compared without accents, case, punctuation, possessives and a leading the") {
  CHECK(entente::comparable_name("The São Tomé’s  Port-Authority") == "sao tome port authority");
  CHECK(entente::comparable_name("the") == "the");
  CHECK(entente::comparable_name("U.S. Navy") == "u s navy");
  CHECK(entente::comparable_name("") == "");
  CHECK(entente::comparable_name("\xff\xfe") == "");
}

TEST_CASE("a document against itself is perfect") {
  const auto result = entente::evaluate({kGold}, {kGold});
  CHECK(result.all.f1() == 1.0);
  CHECK(result.political.gold == 3);
  CHECK(result.structure.gold == 1);
  CHECK(result.entities.right == 4);
  CHECK(result.phase_accuracy == 1.0);
  CHECK(result.mistakes.empty());
}

TEST_CASE("entities match by code, by name, and long names by words") {
  const AnnotatedDocument predicted = {"d",
                                       {{"x1", "country", "Russian Federation", {}, "RUS"},
                                        {"x2", "igo", "nato", {}, ""},
                                        {"x3", "facility", "201st Base", {}, ""},
                                        {"x4", "facility", "Base", {}, ""},
                                        {"x5", "country", "Russia", {}, "BLR"}},
                                       {}};
  const auto keys = entente::match_entities(predicted, kGold);
  CHECK(keys.at("x1") == "RUS");
  CHECK(keys.at("x2") == "nato");
  CHECK(keys.at("x3") == "base");   // all its words, two of them, stand in the gold name
  CHECK(keys.at("x4") == "?base");  // one word is too little
  CHECK(keys.at("x5") == "?BLR");   // a name does not overrule a code
}

TEST_CASE("symmetric relations match in either order, others do not") {
  AnnotatedDocument predicted = kGold;
  predicted.relations = {relation("TJK", "agrees_with", "RUS"), relation("TJK", "deploys_to", "RUS")};
  const auto result = entente::evaluate({kGold}, {predicted});
  CHECK(result.all.right == 1);
  CHECK(result.all.predicted == 2);
  CHECK(result.loose.right == 2);  // either direction counts there
  REQUIRE(result.mistakes.size() == 4);
  CHECK_FALSE(result.mistakes.front().missed);
  CHECK(result.mistakes.front().type == "deploys_to");
}

TEST_CASE("a triple counts once, self-loops never, and one agreeing attribute is enough") {
  AnnotatedDocument predicted = kGold;
  predicted.relations = {relation("RUS", "deploys_to", "TJK"), relation("RUS", "deploys_to", "TJK"),
                         relation("RUS", "attacks", "RUS")};
  predicted.relations[0].phase = "end";
  const auto result = entente::evaluate({kGold}, {predicted});
  CHECK(result.all.predicted == 1);
  CHECK(result.phase_accuracy == 1.0);
}

TEST_CASE("documents without prediction count as predicted empty, unknown ones not at all") {
  AnnotatedDocument other = kGold;
  other.id = "other";
  const auto result = entente::evaluate({kGold}, {other});
  CHECK(result.all.predicted == 0);
  CHECK(result.all.gold == 4);
  CHECK(result.all.f1() == 0.0);
}

TEST_CASE("types can be chosen") {
  const auto result = entente::evaluate({kGold}, {kGold}, {"opposes"});
  CHECK(result.all.gold == 1);
}

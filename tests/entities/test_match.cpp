// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "entities/match.hpp"
#include "entities/name_key.hpp"
#include "entities/small_gazetteer.hpp"
#include "text/segment.hpp"

using namespace entente;

namespace {

std::vector<std::string> matched(const std::string& text) {
  const Tokens tokens = segment(text);
  std::vector<std::string> words;
  for (const Match& match : match_names(text, tokens, testing::small_gazetteer())) {
    const auto begin = tokens.spans[match.first].begin;
    words.push_back(text.substr(begin, tokens.spans[match.last - 1].end - begin));
  }
  return words;
}

using Words = std::vector<std::string>;

/// The obvious twin: every stretch of tokens is looked up as a phrase, the longest from the left wins.
std::vector<Match> slow_match(const std::string& text, const Tokens& tokens, const Gazetteer& gazetteer) {
  std::vector<Match> matches;
  for (const Sentence& sentence : tokens.sentences) {
    for (Index first = sentence.first; first < sentence.last; ++first) {
      for (Index last = sentence.last; last > first; --last) {
        if (name_key(tokens.word(text, last - 1)).empty() || name_key(tokens.word(text, first)).empty())
          continue;
        std::string phrase;
        bool capital = false;
        for (Index i = first; i < last; ++i) {
          phrase += std::string(tokens.word(text, i)) + " ";
          for (const char c : tokens.word(text, i)) capital = capital || (c >= 'A' && c <= 'Z');
        }
        const auto senses = gazetteer.lookup(phrase);
        if (senses.empty() || !capital) continue;
        matches.push_back({first, last, kNone});
        first = last - 1;
        break;
      }
    }
  }
  return matches;
}

}  // namespace

TEST_CASE("the longest name from the left is matched", "[entities]") {
  CHECK(matched("The Russian Federation left.") == Words{"Russian Federation"});
  CHECK(matched("Russian troops left the United Nations.") == Words{"Russian", "United Nations"});
  CHECK(matched("George W. Bush and Bush") == Words{"George W. Bush", "Bush"});
}

TEST_CASE("case counts, but capitals match title case", "[entities]") {
  CHECK(matched("They told us so.").empty());
  CHECK(matched("RUSSIA AND TAJIKISTAN AGREE") == Words{"RUSSIA", "TAJIKISTAN"});
  CHECK(matched("russia").empty());
}

TEST_CASE("hyphens, accents and dots do not count", "[entities]") {
  CHECK(matched("al-Qaeda, Al Qaeda and Al-Qaida") == Words{"al-Qaeda", "Al Qaeda", "Al-Qaida"});
  CHECK(matched("the U.S. and the US") == Words{"U.S.", "US"});
  CHECK(matched("Cote d'Ivoire") == Words{"Cote d'Ivoire"});
  CHECK(matched("Russo-Tajik talks") == Words{"Russo", "Tajik"});
}

TEST_CASE("no name crosses a sentence or a possessive", "[entities]") {
  CHECK(matched("He left Ivory. Coast guards came.").empty());
  CHECK(matched("Russia's army") == Words{"Russia"});
}

TEST_CASE("the automaton agrees with looking up every phrase", "[entities]") {
  const Words parts = {"Russian", "Federation", "United", "Nations", "States",  "al",    "-",
                       "Qaeda",   "the",        "Moscow", "George",  "W.",      "Bush",  "and",
                       "U.S.",    "of",         ",",      "Ivory",   "Coast",   "North", "NATO",
                       "Treaty",  "White",      "House",  "army",    "Atlantic"};
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += parts[random() % parts.size()] + " ";
    const Tokens tokens = segment(text);
    auto fast = match_names(text, tokens, testing::small_gazetteer());
    for (Match& match : fast) match.value = kNone;
    INFO(text);
    REQUIRE(fast == slow_match(text, tokens, testing::small_gazetteer()));
  }
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Lifting of noun phrases on parses made by hand, so that no parser stands between rule and result.
#include <algorithm>

#include "catch.hpp"
#include "entities/hand_parse.hpp"
#include "entities/mentions.hpp"
#include "entities/small_gazetteer.hpp"

using namespace entente;

namespace {

bool finds(const std::string& table, const std::string& line) {
  const auto made = testing::parse_by_hand(table);
  const Mentions found = find_mentions(made.document, made.tokens, made.parse, testing::small_gazetteer());
  std::string all;
  bool present = false;
  for (const Mention& mention : found.mentions) {
    const std::string shown = testing::show(found, mention, made.document.text);
    all += shown + "\n";
    present = present || shown == line;
  }
  if (!present) WARN("found\n" + all);
  return present;
}

}  // namespace

TEST_CASE("a demonym left of an acting noun", "[entities]") {
  CHECK(
      finds("Russian ADJ JJ 3 amod\nborder NOUN NN 3 compound\nguards NOUN NNS 4 nsubj guard\nleft VERB VBD "
            "0 root leave\n",
            "Russian border guards: official -> RUS"));
}

TEST_CASE("a phrase with of, and its coordination", "[entities]") {
  CHECK(finds(
      "presidents NOUN NNS 6 nsubj president\nof ADP IN 3 case\nRussia PROPN NNP 1 nmod\nand CCONJ CC 5 cc\n"
      "Tajikistan PROPN NNP 3 conj\nmet VERB VBD 0 root meet\n",
      "presidents of Russia and Tajikistan: official -> RUS TJK"));
}

TEST_CASE("a possessive pronoun refers to the subject of its clause", "[entities]") {
  CHECK(
      finds("Tajikistan PROPN NNP 2 nsubj\nguards VERB VBZ 0 root guard\nits PRON PRP$ 4 nmod:poss its\n"
            "borders NOUN NNS 2 obj border\n",
            "its: pronoun = TJK -> TJK"));
}

TEST_CASE("a capital as a subject stands for its government, after in it is a town", "[entities]") {
  CHECK(finds("Moscow PROPN NNP 2 nsubj\nagreed VERB VBD 0 root agree\n", "Moscow: metonym = RUS -> RUS"));
  CHECK(finds("They PRON PRP 2 nsubj\nmet VERB VBD 0 root meet\nin ADP IN 4 case\nMoscow PROPN NNP 2 obl\n",
              "Moscow: name = city:moscow @ RUS"));
}

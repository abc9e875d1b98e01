// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "graph/copies.hpp"
#include "support/articles.hpp"
#include "support/slow_graph.hpp"

using namespace entente;

TEST_CASE("Wire copy with a word changed is one witness, another report is not") {
  const std::string wire =
      "Russia deployed 500 troops and a squadron of helicopters to its base in Tajikistan on Monday, the "
      "defense "
      "ministry said.";
  CHECK(graph::are_near_copies(wire, wire));
  CHECK(graph::are_near_copies(wire, "On Monday, " + wire));
  CHECK(graph::are_near_copies(
      wire,
      "Russia deployed 500 troops and a squadron of helicopters to its base in Tajikistan "
      "on Monday, its DEFENSE ministry said"));
  CHECK_FALSE(
      graph::are_near_copies(wire, "Some 500 Russian soldiers with helicopters have arrived in Tajikistan."));
  CHECK_FALSE(graph::are_near_copies("", ""));
  CHECK_FALSE(graph::are_near_copies("...", "!"));

  std::vector<testing::Article> articles;
  const std::vector<std::string> ends = {".", ", officials said.", " on Monday."};
  for (std::size_t i = 0; i < ends.size(); ++i) {
    articles.emplace_back("d" + std::to_string(i), "2004-06-15", "outlet " + std::to_string(i));
    articles.back().say(
        "RUS", RelationType::deploys_to, "TJK",
        "Russia has deployed five hundred troops and a squadron of attack helicopters to its military "
        "base in Tajikistan" +
            ends[i]);
  }
  std::vector<Extraction> extractions;
  for (const auto& article : articles) extractions.push_back(article.extraction);
  CHECK(build_graph(extractions).tie(0).outlets == 1);
  CHECK(build_graph(extractions).tie(0).documents == 3);
}

TEST_CASE("Copies are found as by comparing all with all") {
  const unsigned seed = GENERATE(range(1U, 31U));
  CAPTURE(seed);
  testing::Random random(seed);
  std::vector<std::string> sentences;
  for (int i = 0; i < 40; ++i) {
    std::string sentence = random.one_in(3) || sentences.empty() ? "" : random.pick(sentences);
    for (unsigned k = 1 + random.below(sentence.empty() ? 14 : 3); k > 0; --k)
      sentence +=
          " " + std::string(1, static_cast<char>('a' + random.below(20))) + (random.one_in(5) ? "," : "");
    sentences.push_back(sentence);
  }
  std::vector<Evidence> evidence(sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) evidence[i].sentence = sentences[i];
  graph::UnionFind fast(evidence.size());
  graph::UnionFind slow(evidence.size());
  graph::join_near_copies(evidence, fast);
  for (Index i = 0; i < evidence.size(); ++i)
    for (Index k = 0; k < evidence.size(); ++k)
      if (testing::slow_near_copies(sentences[i], sentences[k])) slow.join(i, k);
  for (Index i = 0; i < evidence.size(); ++i)
    for (Index k = 0; k < evidence.size(); ++k)
      CHECK((fast.root(i) == fast.root(k)) == (slow.root(i) == slow.root(k)));
}

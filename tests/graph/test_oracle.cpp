// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "catch.hpp"
#include "entente/graph.hpp"
#include "support/articles.hpp"
#include "support/slow_graph.hpp"

using namespace entente;

TEST_CASE("Ties are what going through all assertions gives") {
  const unsigned seed = GENERATE(range(1U, 21U));
  CAPTURE(seed);
  const auto extractions = testing::random_extractions(seed, {30, 6, 15});
  const Graph graph = build_graph(extractions);
  const auto expected = testing::slow_ties(extractions);
  REQUIRE(graph.tie_count() == expected.size());
  Index index = 0;
  for (const auto& [key, list] : expected) {
    const Tie& tie = graph.tie(index);
    CAPTURE(graph.tie_id(index));
    CHECK(graph.entity(tie.subject).id == std::get<0>(key));
    CHECK(tie.type == std::get<1>(key));
    CHECK(graph.entity(tie.object).id == std::get<2>(key));
    CHECK(tie.index == index);
    CHECK(tie.assertions == list.size());
    CHECK(tie.score == Approx(testing::slow_score(list)));
    CHECK(tie.outlets == testing::slow_outlets(list));
    std::set<std::string> documents;
    std::multiset<std::string> sentences;
    for (const auto& said : list) {
      documents.insert(said.document->id);
      sentences.insert(said.sentence());
    }
    CHECK(tie.documents == documents.size());
    std::multiset<std::string> found;
    for (const Evidence& e : graph.evidence(index)) found.emplace(e.sentence);
    CHECK(found == sentences);
    ++index;
  }
}

TEST_CASE("The order of documents and assertions does not matter") {
  const unsigned seed = GENERATE(range(1U, 11U));
  CAPTURE(seed);
  auto extractions = testing::random_extractions(seed);
  const Graph forward = build_graph(extractions);
  std::reverse(extractions.begin(), extractions.end());
  for (Extraction& extraction : extractions)
    std::reverse(extraction.assertions.begin(), extraction.assertions.end());
  const Graph backward = build_graph(extractions);
  REQUIRE(forward.tie_count() == backward.tie_count());
  for (Index i = 0; i < forward.tie_count(); ++i) {
    CHECK(forward.tie_id(i) == backward.tie_id(i));
    CHECK(forward.tie(i).phase == backward.tie(i).phase);
    CHECK(forward.tie(i).first == backward.tie(i).first);
    CHECK(forward.tie(i).last == backward.tie(i).last);
    CHECK(forward.tie(i).score == backward.tie(i).score);
    for (std::size_t k = 0; k < forward.evidence(i).size(); ++k)
      CHECK(forward.evidence(i)[k].sentence_span == backward.evidence(i)[k].sentence_span);
  }
}

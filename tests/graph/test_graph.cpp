// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "catch.hpp"
#include "entente/graph.hpp"
#include "entente/store.hpp"
#include "support/articles.hpp"

using namespace entente;
using testing::Article;

namespace {

Tie only_tie(const Graph& graph) {
  REQUIRE(graph.tie_count() == 1);
  return graph.tie(0);
}

Graph graph_of(const std::vector<Article>& articles) {
  std::vector<Extraction> extractions;
  for (const Article& article : articles) extractions.push_back(article.extraction);
  return build_graph(extractions);
}

}  // namespace

TEST_CASE("An empty graph has nothing") {
  const Graph graph;
  CHECK(graph.entity_count() == 0);
  CHECK(graph.tie_count() == 0);
  CHECK_FALSE(graph.find_entity("RUS"));
  CHECK_FALSE(graph.find_tie("RUS:arms:TJK"));
  CHECK(build_graph(std::vector<Extraction>()).entity_count() == 0);
}

TEST_CASE("Assertions of the same kind between the same two are one tie") {
  Article a("a", "2004-06-15", "Monitor");
  a.say("RUS", RelationType::deploys_to, "TJK");
  a.say("RUS", RelationType::deploys_to, "TJK");
  Article b("b", "2005", "Herald");
  b.say("RUS", RelationType::deploys_to, "TJK");
  b.say("TJK", RelationType::deploys_to, "RUS");
  const Graph graph = graph_of({a, b});
  REQUIRE(graph.tie_count() == 2);
  const Tie& tie = graph.tie(0);
  CHECK(graph.tie_id(0) == "RUS:deploys_to:TJK");
  CHECK(graph.tie_id(1) == "TJK:deploys_to:RUS");
  CHECK(tie.assertions == 3);
  CHECK(tie.documents == 2);
  CHECK(tie.outlets == 2);
  CHECK(tie.first == "2004-06-15");
  CHECK(tie.last == "2005");
  CHECK(graph.evidence(0).size() == 3);
  CHECK(graph.evidence(0)[2].document == "b");
  CHECK(graph.evidence_count() == 4);
}

TEST_CASE("Symmetric ties have no direction") {
  Article a("a");
  a.say("RUS", RelationType::agrees_with, "CHN", "Russia and China agreed.");
  a.say("CHN", RelationType::agrees_with, "RUS", "They agreed again.");
  const Graph graph = graph_of({a});
  CHECK(only_tie(graph).assertions == 2);
  CHECK(graph.tie_id(0) == "CHN:agrees_with:RUS");
  CHECK(graph.find_tie("RUS:agrees_with:CHN") == Index{0});
  CHECK_FALSE(graph.find_tie("RUS:allied_with:CHN"));
  // The span of each end goes with it.
  CHECK(graph.evidence(0)[0].subject_span == a.extraction.assertions[0].object_span);
  CHECK(graph.evidence(0)[1].subject_span == a.extraction.assertions[1].subject_span);
}

TEST_CASE("Self-loops are left out") {
  Article a("a");
  a.say("RUS", RelationType::supplies, "RUS");
  CHECK(graph_of({a}).tie_count() == 0);
}

TEST_CASE("Ids with colons are found") {
  Article a("a");
  a.say("igo:nato", RelationType::supports, "igo:supports:x");
  const Graph graph = graph_of({a});
  CHECK(graph.tie_id(0) == "igo:nato:supports:igo:supports:x");
  CHECK(graph.find_tie("igo:nato:supports:igo:supports:x") == Index{0});
  CHECK_FALSE(graph.find_tie("igo:nato:supports"));
  CHECK_FALSE(graph.find_tie("::::"));
}

TEST_CASE("Wire copy is one witness") {
  std::vector<Article> articles;
  for (int i = 0; i < 5; ++i) {
    articles.emplace_back("d" + std::string(1, static_cast<char>('0' + i)), "",
                          "outlet " + std::to_string(i));
    articles.back()
        .say("RUS", RelationType::arms, "IND", i < 3 ? "Russia  ARMS India." : "Russia arms India.")
        .score = 0.5;
  }
  CHECK(only_tie(graph_of(articles)).outlets == 1);
  CHECK(only_tie(graph_of(articles)).documents == 5);
  CHECK(only_tie(graph_of(articles)).score == Approx(0.5));
  articles.emplace_back("e", "", "outlet 9");
  articles.back().say("RUS", RelationType::arms, "IND", "India buys Russian tanks.").score = 0.5;
  CHECK(only_tie(graph_of(articles)).outlets == 2);
  CHECK(only_tie(graph_of(articles)).score == Approx(0.75));
}

TEST_CASE("Documents of one outlet count once as outlet, those without one each") {
  std::vector<Article> articles;
  for (const char* id : {"a", "b", "c", "d"}) {
    articles.emplace_back(id, "", id[0] < 'c' ? "Monitor" : "");
    articles.back().say("RUS", RelationType::arms, "IND");
  }
  CHECK(only_tie(graph_of(articles)).outlets == 3);
}

TEST_CASE("The state of a tie is that of the latest among the best evidence") {
  Article a("a", "2004-06-15");
  a.say("RUS", RelationType::deploys_to, "TJK").phase = Phase::start;
  Assertion& planned = a.say("RUS", RelationType::deploys_to, "TJK");
  planned.phase = Phase::end;
  planned.factuality = Factuality::planned;
  planned.time = "2006";
  CHECK(only_tie(graph_of({a})).phase == Phase::start);
  CHECK(only_tie(graph_of({a})).factuality == Factuality::fact);
  CHECK(only_tie(graph_of({a})).score == Approx(1.0));
  Article b("b", "2006-12-01");
  b.say("RUS", RelationType::deploys_to, "TJK").phase = Phase::end;
  CHECK(only_tie(graph_of({b, a})).phase == Phase::end);
  Article c("c", "2009");
  c.say("RUS", RelationType::deploys_to, "TJK").factuality = Factuality::negated;
  CHECK(only_tie(graph_of({c, b, a})).factuality == Factuality::fact);
  CHECK(only_tie(graph_of({c})).factuality == Factuality::negated);
  CHECK(only_tie(graph_of({c})).score == 0);
}

TEST_CASE("Dates of a tie are those of the events") {
  const auto [time, reported, first, last] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"", "", "", ""},
          {"", "2004-06-15", "2004-06-15", "2004-06-15"},
          {"1999", "2004-06-15", "1999", "1999"},
          {"2004/2006", "2004-06-15", "2004", "2006"},
          {"../2006", "2004-06-15", "2006", "2006"},
          {"1999/..", "2004-06-15", "1999", "2004-06-15"},
          {"1999/..", "", "1999", "1999"},
          {"last week", "2004-06-15", "2004-06-15", "2004-06-15"},
      }));
  CAPTURE(time, reported);
  Article a("a", reported);
  a.say("RUS", RelationType::deploys_to, "TJK").time = time;
  const Graph graph = graph_of({a});
  CHECK(only_tie(graph).first == first);
  CHECK(only_tie(graph).last == last);
}

TEST_CASE("Entities have the name most documents give") {
  std::vector<Article> articles;
  for (const char* name : {"Burma", "Myanmar", "Myanmar", "Birmania", "Burma"}) {
    articles.emplace_back("d" + std::to_string(articles.size()));
    articles.back().entity("MMR", name);
  }
  articles[0].extraction.entities[0].aliases = {"Rangoon", "Burma"};
  const Graph graph = graph_of(articles);
  REQUIRE(graph.entity_count() == 1);
  CHECK(graph.entity(0).name == "Burma");  // as often as Myanmar, first by letter
  CHECK(graph.entity(0).aliases == std::vector<std::string>{"Birmania", "Myanmar", "Rangoon"});
  CHECK(graph.entity(0).code == "MMR");
  std::reverse(articles.begin(), articles.end());
  CHECK(graph_of(articles).entity(0).name == "Burma");
}

TEST_CASE("A store and its documents give the same graph") {
  const auto extractions = testing::random_extractions(3);
  Store store(":memory:");
  store.add(extractions);
  const Graph a = build_graph(extractions);
  const Graph b = build_graph(store);
  REQUIRE(a.tie_count() == b.tie_count());
  REQUIRE(a.entity_count() == b.entity_count());
  REQUIRE(a.evidence_count() == b.evidence_count());
  for (Index i = 0; i < a.tie_count(); ++i) {
    CHECK(a.tie_id(i) == b.tie_id(i));
    CHECK(a.tie(i).score == b.tie(i).score);
    for (std::size_t k = 0; k < a.evidence(i).size(); ++k)
      CHECK(a.evidence(i)[k].sentence == b.evidence(i)[k].sentence);
  }
}

TEST_CASE("A graph that was moved keeps its strings") {
  Article a("a", "2004");
  a.say("RUS", RelationType::deploys_to, "TJK", "A sentence that is longer than any small string.");
  Graph graph = graph_of({a});
  const std::string_view sentence = graph.evidence(0)[0].sentence;
  const Graph moved = std::move(graph);
  CHECK(moved.evidence(0)[0].sentence.data() == sentence.data());
  CHECK(moved.best_evidence(0).sentence == "A sentence that is longer than any small string.");
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/document.h>

#include "catch.hpp"
#include "support/exports.hpp"

using namespace entente;

namespace {

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag>(text.data(),
                                                                                             text.size());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

}  // namespace

TEST_CASE("JSON holds every tie with all its evidence") {
  const Graph graph = build_graph(testing::random_extractions(4));
  const auto document = parsed(testing::exported(graph, "json"));
  CHECK(document["schema"] == "entente-graph/1");
  REQUIRE(document["nodes"].Size() == graph.entity_count());
  REQUIRE(document["edges"].Size() == graph.tie_count());
  for (Index i = 0; i < graph.tie_count(); ++i) {
    const auto& edge = document["edges"][i];
    CHECK(edge["id"].GetString() == graph.tie_id(i));
    CHECK(edge["source"].GetString() == graph.entity(graph.tie(i).subject).id);
    CHECK(edge["score"].GetDouble() == graph.tie(i).score);
    const auto evidence = graph.evidence(i);
    REQUIRE(edge["evidence"].Size() == evidence.size());
    for (rapidjson::SizeType k = 0; k < evidence.size(); ++k) {
      const auto& row = edge["evidence"][k];
      CHECK(row["sentence"].GetString() == evidence[k].sentence);
      CHECK(row["span"][0].GetUint() == evidence[k].sentence_span.begin);
      CHECK(row["score"].GetDouble() == evidence[k].score);
      CHECK(row.HasMember("time") == !evidence[k].time.empty());
    }
  }
}

TEST_CASE("JSON of hostile names is valid") {
  const Graph graph = testing::hostile_graph();
  const auto document = parsed(testing::exported(graph, "json"));
  CHECK(document["nodes"].Size() == graph.entity_count());
}

TEST_CASE("JSON of an empty graph is a document") {
  CHECK(parsed(testing::exported(Graph(), "json"))["nodes"].Empty());
}

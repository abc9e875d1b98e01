// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What Entente writes it reads back.
#include <set>

#include "catch.hpp"
#include "imported.hpp"

using namespace entente;
using testing::exported;
using testing::imported;

TEST_CASE("Documents that extract prints are read back as they were") {
  for (const Extraction& said : testing::allowed(testing::random_extractions(3))) {
    const auto result = imported("d.jsonl", to_json(said) + "\n");
    CHECK(result.reason() == "");
    REQUIRE(result.extractions.size() == 1);
    const Extraction& read = result.extractions[0];
    CHECK(read.document.text == said.document.text);
    CHECK(read.document.title == said.document.title);
    CHECK(read.assertions == said.assertions);
    REQUIRE(read.entities.size() == said.entities.size());
    for (std::size_t i = 0; i < read.entities.size(); ++i)
      CHECK(read.entities[i].name == said.entities[i].name);
  }
}

TEST_CASE("Evidence as JSON Lines gives the same ties again") {
  const unsigned seed = GENERATE(1U, 2U, 3U);
  CAPTURE(seed);
  const Graph graph = build_graph(testing::allowed(testing::random_extractions(seed)));
  const auto result = imported("e.jsonl", exported(graph, "jsonl"));
  CHECK(result.reason() == "");
  CHECK(result.report.assertions == graph.evidence_count());
  CHECK(exported(build_graph(result.extractions), "csv") == exported(graph, "csv"));
  for (const Extraction& e : result.extractions) CHECK(testing::is_sound(e));
}

TEST_CASE("Evidence as CSV gives the same ties again") {
  const Graph graph = build_graph(testing::allowed(testing::random_extractions(4)));
  ImportOptions options;
  options.entity_type = EntityType::country;
  const auto result = imported("e.csv", exported(graph, "evidence"), options);
  CHECK(result.reason() == "");
  CHECK(exported(build_graph(result.extractions), "csv") == exported(graph, "csv"));
}

TEST_CASE("GraphML in every profile gives the same ties again, gzipped too") {
  const Graph graph = build_graph(testing::allowed(testing::random_extractions(5)));
  std::set<std::string> wanted;
  for (Index i = 0; i < graph.tie_count(); ++i) wanted.insert(graph.tie_id(i));
  for (std::size_t profile = 0; profile < kExportProfileNames.size(); ++profile) {
    CAPTURE(kExportProfileNames[profile]);
    const std::string bytes = exported(graph, "graphml", {.profile = static_cast<ExportProfile>(profile)});
    const auto result = imported("g.graphml", bytes);
    CHECK(result.reason() == "");
    const Graph read = build_graph(result.extractions);
    std::set<std::string> found;
    for (Index i = 0; i < read.tie_count(); ++i) {
      found.insert(read.tie_id(i));
      const Tie& tie = graph.tie(*graph.find_tie(read.tie_id(i)));
      CHECK(read.tie(i).phase == tie.phase);
      CHECK(read.tie(i).factuality == tie.factuality);
      CHECK(read.best_evidence(i).sentence == graph.best_evidence(tie.index).sentence);
      CHECK(read.best_evidence(i).document == graph.best_evidence(tie.index).document);
    }
    CHECK(found == wanted);
  }
}

TEST_CASE("Hostile names come back as far as the format can hold them") {
  const Graph graph = testing::hostile_graph();
  for (const char* format : {"graphml", "jsonl", "evidence"}) {
    CAPTURE(format);
    const std::string file = std::string("x.") + (format == std::string("evidence") ? "csv" : format);
    const auto result = imported(file, exported(graph, format));
    std::size_t assertions = 0;
    for (const Extraction& e : result.extractions) {
      CHECK(testing::is_sound(e));
      assertions += e.assertions.size();
    }
    CHECK(assertions + result.report.refused >= graph.tie_count());
    CHECK(assertions >= 25);  // the others' times are no dates
  }
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "support/exports.hpp"
#include "support/files.hpp"

using namespace entente;

TEST_CASE("DOT draws the entities that have ties") {
  testing::Article a("a");
  a.say("RUS", RelationType::agrees_with, "CHN");
  a.say("RUS", RelationType::arms, "CHN");
  a.entity("FRA");
  CHECK(testing::exported(build_graph(std::vector<Extraction>{a.extraction}), "dot") ==
        "digraph entente {\n"
        "  \"CHN\" [label=\"The name of CHN\"];\n"
        "  \"RUS\" [label=\"The name of RUS\"];\n"
        "  \"CHN\" -> \"RUS\" [label=\"agrees_with\", dir=none];\n"
        "  \"RUS\" -> \"CHN\" [label=\"arms\"];\n"
        "}\n");
}

TEST_CASE("DOT labels show what the name is") {
  testing::Article a("a");
  a.say("RUS", RelationType::arms, "CHN");
  a.extraction.entities[0].name = "R&amp;D \\N";
  CHECK_THAT(testing::exported(build_graph(std::vector<Extraction>{a.extraction}), "dot"),
             Catch::Matchers::Contains("[label=\"R&amp;amp;D \\\\N\"]"));
}

namespace {

/// How often `what` stands in `text`.
std::size_t count(const std::string& text, const std::string& what) {
  std::size_t number = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++number;
  return number;
}

void check_drawing(const Graph& graph) {
  const testing::TemporaryFolder folder;
  testing::write_file(folder.file("graph.dot"), testing::exported(graph, "dot"));
  const ExportReport report = export_graph(graph, "dot", [](std::string_view) {});
  // The file itself says which layout suits its size.
  const testing::Run run =
      testing::run("timeout 60 dot -Tsvg -o " + folder.file("graph.svg") + " " + folder.file("graph.dot"));
  if (run.status == 127) {
    WARN("skipped: there is no Graphviz");
    return;
  }
  INFO(run.output.substr(0, 1000));
  CHECK(run.status == 0);
  const std::string drawing = testing::read_file(folder.file("graph.svg"));
  CHECK(count(drawing, "class=\"node\"") == report.nodes);
  CHECK(count(drawing, "class=\"edge\"") == report.edges);
}

}  // namespace

TEST_CASE("Graphviz draws every node and edge, hostile names too") {
  check_drawing(build_graph(testing::random_extractions(1, {4, 8, 10})));
  check_drawing(testing::hostile_graph());
}

TEST_CASE("Graphviz draws a large graph in time") {
  const Graph graph = build_graph(testing::random_extractions(1, {60, 200, 20}));
  REQUIRE(graph.tie_count() > 400);
  CHECK_THAT(testing::exported(graph, "dot"), Catch::Matchers::Contains("layout=sfdp"));
  check_drawing(graph);
}

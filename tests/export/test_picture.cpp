// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>

#include "catch.hpp"
#include "export/picture.hpp"
#include "support/exports.hpp"
#include "support/files.hpp"

using namespace entente;
using Catch::Matchers::Contains;
using testing::exported;

namespace {

bool is_there_graphviz() {
  if (testing::run("dot -V").status == 0) return true;
  WARN("skipped: there is no Graphviz");
  return false;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

Graph small_graph() {
  testing::Article a("a", "2004-06-15");
  a.say("RUS", RelationType::arms, "CHN", "Russia & China's \"arms\" <deal>.");
  a.say("RUS", RelationType::agrees_with, "CHN");
  a.say("person:p", RelationType::leads, "RUS").factuality = Factuality::planned;
  return build_graph(std::vector{a.extraction});
}

/// PATH without any program, until the end of the scope.
struct NoPrograms {
  std::string path = std::getenv("PATH");
  NoPrograms() { setenv("PATH", "/nonexistent", 1); }
  ~NoPrograms() { setenv("PATH", path.c_str(), 1); }
};

}  // namespace

TEST_CASE("An SVG shows entities, ties, their best sentence and a legend") {
  if (!is_there_graphviz()) return;
  const std::string svg = exported(small_graph(), "svg");
  CHECK(count(svg, "class=\"node\"") == 3);
  CHECK(count(svg, "class=\"edge\"") == 3);
  CHECK_THAT(svg, Contains("The name of RUS") && Contains(">arms<") && Contains("cooperation"));
  CHECK_THAT(svg, Contains("&lt;deal&gt;") && Contains("stroke-dasharray"));
}

TEST_CASE("A PNG is one") {
  if (!is_there_graphviz()) return;
  CHECK(exported(small_graph(), "png").substr(0, 8) == "\x89PNG\r\n\x1a\n");
}

TEST_CASE("Of more ties than can be told apart the best supported are drawn") {
  const Graph graph = build_graph(testing::random_extractions(2, {400, 60, 30}));
  REQUIRE(graph.tie_count() > 300);
  ExportReport report;
  CHECK_THAT(exporters::picture_dot(graph, report), Contains("the 300 best supported of"));
  CHECK(report.edges == 300);
}

TEST_CASE("A picture is the same for the same assertions in any order") {
  auto extractions = testing::random_extractions(9);
  ExportReport report;
  const std::string forward = exporters::picture_dot(build_graph(extractions), report);
  std::reverse(extractions.begin(), extractions.end());
  CHECK(exporters::picture_dot(build_graph(extractions), report) == forward);
}

TEST_CASE("An SVG of hostile names is well-formed") {
  if (!is_there_graphviz()) return;
  const testing::TemporaryFolder folder;
  const std::string svg = exported(testing::hostile_graph(), "svg");
  CHECK_THAT(svg, !Contains("<script"));
  CHECK(count(svg, "class=\"edge\"") == testing::hostile_graph().tie_count());
  testing::write_file(folder.file("graph.svg"), svg);
  const auto run = testing::run("xmllint --nonet --noout " + folder.file("graph.svg"));
  if (run.status == 127) return;
  INFO(run.output.substr(0, 1000));
  CHECK(run.status == 0);
}

TEST_CASE("Without Graphviz a picture says what to install") {
  const NoPrograms none;
  CHECK_THROWS_AS(exported(small_graph(), "svg"), IoError);
  CHECK_THROWS_WITH(exported(small_graph(), "svg"), Contains("install the package graphviz"));
}

TEST_CASE("What Graphviz complains of is told, and a sink that throws ends it") {
  if (!is_there_graphviz()) return;
  const auto ignore = [](std::string_view) {};
  CHECK_THROWS_WITH(exporters::draw("digraph {", "svg", ignore), Contains("syntax error"));
  CHECK_THROWS_WITH(exporters::draw("digraph {}", "no-such-kind", ignore), Contains("no-such-kind"));
  const auto full = [](std::string_view) { throw IoError("the disk is full"); };
  CHECK_THROWS_WITH(exporters::draw("digraph {a -> b}", "svg", full), Contains("disk"));
}

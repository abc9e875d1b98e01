// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// GraphML is checked by other programs: xmllint for form and structure, NetworkX and igraph for contents.
#include "catch.hpp"
#include "support/exports.hpp"
#include "support/files.hpp"

using namespace entente;
using Catch::Matchers::Contains;
using testing::exported;

namespace {

const std::string kFolder = ENTENTE_SOURCE_DIR "/tests/export";
constexpr int kSkipped = 77;
constexpr int kNotFound = 127;

void check_with_xmllint(const std::string& file) {
  const testing::Run run =
      testing::run("xmllint --huge --noout --schema " + kFolder + "/graphml.xsd " + file);
  if (run.status == kNotFound) {
    WARN("skipped: there is no xmllint");
    return;
  }
  INFO(run.output.substr(0, 2000));
  CHECK(run.status == 0);
}

void check_with_readers(const std::string& graphml, const std::string& json) {
  const testing::Run run =
      testing::run("/usr/bin/python3 " + kFolder + "/read_back.py " + graphml + " " + json);
  if (run.status == kSkipped || run.status == kNotFound) {
    WARN(run.output);
    return;
  }
  INFO(run.output.substr(0, 4000));
  CHECK(run.status == 0);
}

void check(const Graph& graph) {
  const testing::TemporaryFolder folder;
  for (const bool strict : {false, true}) {
    testing::write_file(folder.file("graph.graphml"), exported(graph, "graphml", {.strict = strict}));
    check_with_xmllint(folder.file("graph.graphml"));
  }
  testing::write_file(folder.file("graph.json"), exported(graph, "json"));
  check_with_readers(folder.file("graph.graphml"), folder.file("graph.json"));
}

Graph small_graph() {
  testing::Article a("seed", "2004-06-15", "Monitor");
  a.extraction.document.url = "https://example.org/?a=1&b=2";
  Assertion& deployment = a.say("RUS", RelationType::deploys_to, "TJK", "Russian troops are in Tajikistan.");
  deployment.domain = Domain::security;
  deployment.detail = "201st Motor Rifle Division";
  a.entity("igo:nato", "NATO");
  return build_graph(std::vector<Extraction>{a.extraction});
}

}  // namespace

TEST_CASE("GraphML has the form that all readers share") {
  const std::string text = exported(small_graph(), "graphml");
  CHECK_THAT(
      text, Contains("<node id=\"igo:nato\"><data key=\"labels\">:Igo</data><data key=\"n_label\">NATO</data>"
                     "<data key=\"n_name\">NATO</data>"));
  CHECK_THAT(text,
             Contains("<edge id=\"RUS:deploys_to:TJK\" source=\"RUS\" target=\"TJK\" label=\"DEPLOYS_TO\">"
                      "<data key=\"label\">DEPLOYS_TO</data><data key=\"e_interaction\">DEPLOYS_TO</data>"
                      "<data key=\"e_weight\">1</data>"));
  CHECK_THAT(text, Contains("<data key=\"e_domains\">security</data>") && Contains("a=1&amp;b=2"));
  CHECK_THAT(exported(small_graph(), "graphml", {.strict = true}), !Contains(" label=\""));
}

TEST_CASE("GraphML of a small graph is read back whole") {
  check(small_graph());
}

TEST_CASE("GraphML of an empty graph is read back") {
  check(Graph());
}

TEST_CASE("GraphML of a random graph is read back whole") {
  const unsigned seed = GENERATE(1U, 2U, 3U);
  CAPTURE(seed);
  check(build_graph(testing::random_extractions(seed, {60, 40, 20})));
}

TEST_CASE("GraphML of hostile names is read back whole") {
  const Graph graph = testing::hostile_graph();
  check(graph);
  ExportReport report = export_graph(graph, "graphml", [](std::string_view) {});
  CHECK(report.replaced > 0);
  CHECK(report.nodes == graph.entity_count());
  CHECK(report.edges == graph.tie_count());
}

TEST_CASE("The schema refuses what it should") {
  const testing::TemporaryFolder folder;
  const std::string good = exported(small_graph(), "graphml");
  const auto [from, to] = GENERATE(table<std::string, std::string>({
      {"target=\"TJK\"", "target=\"XXX\""},
      {"<node id=\"TJK\">", "<node id=\"RUS\">"},
      {"<data key=\"e_group\">", "<data key=\"e_phase\">"},
      {"<data key=\"e_group\">", "<data key=\"nothing\">"},
      {"<data key=\"e_group\">deployment", "<data key=\"e_group\">"},
      {"id=\"igo:nato\"", "id=\"igo nato\""},
      {"attr.type=\"int\"", "attr.type=\"boolean\""},
  }));
  CAPTURE(from, to);
  std::string bad = good;
  REQUIRE(bad.find(from) != std::string::npos);
  bad.replace(bad.find(from), from.size(), to);
  testing::write_file(folder.file("bad.graphml"), bad);
  const testing::Run run =
      testing::run("xmllint --noout --schema " + kFolder + "/graphml.xsd " + folder.file("bad.graphml"));
  if (run.status == kNotFound) {
    WARN("skipped: there is no xmllint");
    return;
  }
  CHECK(run.status != 0);
}

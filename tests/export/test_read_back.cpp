// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Every format in every profile, read back whole by other people's programs: read_back.py compares them with
// the JSON export, xmllint with the schemas beside it.
#include <filesystem>

#include "catch.hpp"
#include "support/exports.hpp"
#include "support/files.hpp"

using namespace entente;
using testing::exported;

namespace {

const std::string kFolder = ENTENTE_SOURCE_DIR "/tests/export";
constexpr int kSkipped = 77;
constexpr int kNotFound = 127;

void check_run(const std::string& command) {
  const testing::Run run = testing::run(command);
  if (run.status == kSkipped || run.status == kNotFound) {
    WARN("skipped: " + run.output);
    return;
  }
  INFO(run.output.substr(0, 4000));
  CHECK(run.status == 0);
}

void write_exports(const Graph& graph, const std::string& folder) {
  for (const ExportFormat& format : export_formats()) {
    const std::string path = folder + std::string(format.name);
    if (format.write != nullptr) {
      testing::write_file(path, exported(graph, format.name));
      continue;
    }
    std::filesystem::create_directory(path);
    for (const auto& [name, bytes] : testing::exported_folder(graph, format.name))
      testing::write_file(path + "/" + name, bytes);
  }
  for (std::size_t i = 0; i < kExportProfileNames.size(); ++i)
    testing::write_file(folder + "graphml." + std::string(kExportProfileNames[i]),
                        exported(graph, "graphml", {.profile = static_cast<ExportProfile>(i)}));
  std::remove((folder + "graphml").c_str());  // it is graphml.all
  testing::write_file(folder + "node-link.links", exported(graph, "node-link", {.links = true}));
}

void check(const Graph& graph) {
  const testing::TemporaryFolder folder;
  write_exports(graph, folder.file(""));
  const std::string lint = "xmllint --huge --noout ";
  for (const char* profile : {"all", "gephi", "cytoscape", "strict"})
    check_run(lint + "--schema " + kFolder + "/graphml.xsd " + folder.file("graphml.") + profile);
  for (const char* profile : {"yed", "neo4j"}) check_run(lint + folder.file("graphml.") + profile);
  check_run(lint + "--schema " + kFolder + "/gexf.xsd " + folder.file("gexf"));
  check_run("/usr/bin/python3 " + kFolder + "/read_back.py " + folder.file(""));
  check_run("/usr/bin/python3 -B " + kFolder + "/read_tables.py " + folder.file(""));
  check_run("node " + kFolder + "/read_json.js " + folder.file(""));
}

}  // namespace

TEST_CASE("A small graph is read back whole") {
  testing::Article a("seed", "2004-06-15", "Monitor");
  a.extraction.document.url = "https://example.org/?a=1&b=2";
  Assertion& deployment = a.say("RUS", RelationType::deploys_to, "TJK", "Russian troops are in Tajikistan.");
  deployment.domain = Domain::security;
  deployment.detail = "201st Motor Rifle Division";
  a.say("RUS", RelationType::arms, "TJK");
  a.entity("igo:nato", "NATO");
  check(build_graph(std::vector<Extraction>{a.extraction}));
}

TEST_CASE("An empty graph is read back") {
  check(Graph());
}

TEST_CASE("A random graph with parallel ties is read back whole") {
  const unsigned seed = GENERATE(1U, 2U);
  CAPTURE(seed);
  check(build_graph(testing::random_extractions(seed, {60, 40, 20})));
}

TEST_CASE("A graph of hostile names is read back whole") {
  const Graph graph = testing::hostile_graph();
  check(graph);
  for (const ExportFormat& format : export_formats()) {
    CAPTURE(format.name);
    const ExportReport report =
        format.write != nullptr
            ? format.write(graph, {}, [](std::string_view) {})
            : format.write_folder(graph, {}, {[](std::string_view) {}, [](std::string_view) {}});
    CHECK(report.replaced > 0);
    CHECK(report.edges == graph.tie_count());
  }
}

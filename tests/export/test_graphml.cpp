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
constexpr int kNotFound = 127;

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
  CHECK_THAT(exported(small_graph(), "graphml", {.profile = ExportProfile::strict}), !Contains(" label=\""));
}

TEST_CASE("A profile has what its program looks for, and nothing twice") {
  const auto text = [](ExportProfile profile) {
    return exported(small_graph(), "graphml", {.profile = profile});
  };
  // Gephi: the kind of an edge is its XML attribute; Cytoscape: name, interaction.
  CHECK_THAT(text(ExportProfile::gephi), Contains("label=\"DEPLOYS_TO\"") && Contains("\"n_label\"") &&
                                             !Contains("interaction") && !Contains("n_name"));
  CHECK_THAT(text(ExportProfile::cytoscape),
             Contains("\"e_interaction\"") && Contains("\"n_name\"") && !Contains("label"));
  // APOC: labels of nodes and types of edges as XML attributes and first data; lists as lists.
  CHECK_THAT(text(ExportProfile::neo4j),
             Contains("<node id=\"RUS\" labels=\":Country\"><data key=\"labels\">:Country</data>") &&
                 Contains("label=\"DEPLOYS_TO\"><data key=\"label\">DEPLOYS_TO</data>") &&
                 Contains("attr.list=\"string\"") &&
                 Contains("<data key=\"e_domains\">[&quot;security&quot;]"));
  // yEd: labels are graphics; nodes do not lie on one another.
  CHECK_THAT(text(ExportProfile::yed),
             Contains("<key id=\"n_graphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>") &&
                 Contains("<y:NodeLabel>NATO</y:NodeLabel>") &&
                 Contains("<y:EdgeLabel>deploys_to</y:EdgeLabel>") && Contains("x=\"0\"") &&
                 Contains("x=\"200\""));
  CHECK_THAT(text(ExportProfile::strict), !Contains(" label=\""));
}

TEST_CASE("No profile has what a reader takes wrongly") {
  for (std::size_t i = 0; i < kExportProfileNames.size(); ++i) {
    CAPTURE(kExportProfileNames[i]);
    const std::string text = exported(build_graph(testing::random_extractions(1)), "graphml",
                                      {.profile = static_cast<ExportProfile>(i)});
    CHECK_THAT(text, !Contains("boolean") && !Contains("<default") && !Contains("for=\"all\"") &&
                         !Contains("\"></data>") && !Contains(">nan<") && !Contains(">inf<"));
    CHECK(text.find("<node") > text.rfind("<key"));
    CHECK(text.find("<edge") > text.rfind("<node"));
    for (const char* taken : {"color", "size", "x", "y", "z", "r", "g", "b", "id", "key", "selected", "SUID"})
      CHECK_THAT(text, !Contains(fmt::format("attr.name=\"{}\"", taken)));
  }
}

TEST_CASE("Gephi does not read the INF Treaty as infinity") {
  testing::Article a("a");
  a.say("RUS", RelationType::party_to, "agreement:inf", "Russia signed the INF Treaty. INF!").detail =
      "INFINF";
  a.extraction.entities[1].name = "INF Treaty";
  const Graph graph = build_graph(std::vector<Extraction>{a.extraction});
  const std::string text = exported(graph, "graphml", {.profile = ExportProfile::gephi});
  CHECK_THAT(text, Contains("<data key=\"n_label\">INF Treaty</data>") &&
                       Contains("signed the I\xe2\x81\xa0NF Treaty. I\xe2\x81\xa0NF!") &&
                       Contains(">I\xe2\x81\xa0NFI\xe2\x81\xa0NF<"));
  CHECK_THAT(exported(graph, "graphml"), Contains("signed the INF Treaty. INF!"));
}

TEST_CASE("Ids of edges are unique even where ids of entities imitate them") {
  testing::Article a("a");
  a.say("organization:a:arms:b", RelationType::arms, "CHN");
  a.say("organization:a", RelationType::arms, "b:arms:CHN");
  a.entity("organization:a:arms:b:arms:CHN");
  const Graph graph = build_graph(std::vector<Extraction>{a.extraction});
  const std::string text = exported(graph, "graphml");
  CHECK_THAT(text, Contains("<edge id=\"organization:a:arms:b:arms:CHN_x7E_0\"") &&
                       Contains("<edge id=\"organization:a:arms:b:arms:CHN_x7E_1\""));
}

TEST_CASE("Codes of the gazetteer are columns where asked for") {
  const EntityCodes codes = EntityCodes::load(ENTENTE_SOURCE_DIR "/data");
  CHECK(codes.find("RUS", "iso2") == "RU");
  CHECK(codes.find("RUS", "num") == "643");
  CHECK(codes.find("RUS", "qid") == "Q159");
  CHECK(codes.find("RUS", "iso").empty());
  CHECK(codes.find("nobody", "iso2").empty());
  const std::string text = exported(small_graph(), "graphml", {.codes = &codes});
  CHECK_THAT(text, Contains("<data key=\"n_cow\">365</data>"));
  CHECK_THAT(exported(small_graph(), "graphml"), !Contains("n_cow"));
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

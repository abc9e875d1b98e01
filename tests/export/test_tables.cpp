// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What each table, vault and list of triples has to look like; read_tables.py reads all of them back.
#include "catch.hpp"
#include "export/escape.hpp"
#include "support/exports.hpp"

using namespace entente;
using Catch::Matchers::Contains;
using testing::exported;
using testing::exported_folder;

namespace {

Graph small_graph() {
  testing::Article a("seed", "2004-06-15", "Monitor");
  Assertion& said = a.say("RUS", RelationType::deploys_to, "TJK", "=Russian \"troops\"\nare <b>here</b>.");
  said.time = "2004/..";
  said.domain = Domain::security;
  a.say("TJK", RelationType::consults, "RUS", "They met; they talked.").factuality = Factuality::possible;
  a.extraction.entities[0].aliases = {"Moscow; Kremlin", "Russian Federation"};
  return build_graph(std::vector<Extraction>{a.extraction});
}

}  // namespace

TEST_CASE("Neo4j's files have typed columns, lists, labels, and the command beside them") {
  const auto files = exported_folder(small_graph(), "neo4j");
  REQUIRE(files.size() == 3);
  CHECK_THAT(files.at("nodes.csv"),
             Contains("id:ID,name:string,type:string,code:string,aliases:string[]") &&
                 Contains(",:LABEL\n") &&
                 Contains("RUS,The name of RUS,country,RUS,\"Moscow, Kremlin;Russian Federation\"") &&
                 Contains(",Entity;Country\n"));
  CHECK_THAT(files.at("edges.csv"),
             Contains(":START_ID,:END_ID,:TYPE,id:string,weight:int,relation:string") &&
                 Contains("RUS,TJK,DEPLOYS_TO,RUS:deploys_to:TJK,1") &&
                 Contains("\"=Russian \"\"troops\"\"\nare <b>here</b>.\""));
  CHECK_THAT(files.at("import.sh"), Contains("neo4j-admin database import full") &&
                                        Contains("--multiline-fields=true") && Contains("--id-type=string"));
}

TEST_CASE("Links have days, direction and strength, and are safe for spreadsheets") {
  const std::string text = exported(small_graph(), "links");
  CHECK_THAT(text,
             Contains("RUS:deploys_to:TJK,deployment,deploys to,forward,2004-01-01,,Unconfirmed,F6,1") &&
                 Contains("RUS:consults:TJK,cooperation,consults,none,2004-06-15,2004-06-15,Tentative") &&
                 Contains("\"'=Russian"));
}

TEST_CASE("FollowTheMoney gets schemas it knows, codes, and ids of its letters") {
  const EntityCodes codes = EntityCodes::load(ENTENTE_SOURCE_DIR "/data");
  testing::Article a("seed", "2004-06-15", "Monitor");
  a.say("TJK", RelationType::member_of, "igo:csto");
  a.say("person:x", RelationType::leads, "TJK");
  a.say("RUS", RelationType::controls, "TJK");
  const Graph graph = build_graph(std::vector<Extraction>{a.extraction});
  const std::string text = exported(graph, "ftm", {.codes = &codes});
  CHECK_THAT(text, Contains(R"({"id":"TJK","schema":"PublicBody","properties":{"name":["The name of TJK"],)"
                            R"("wikidataId":["Q863"],"country":["tj"],"notes":["country"]}})"));
  CHECK_THAT(text, Contains(R"("id":"igo-x3A-csto","schema":"Organization")"));
  CHECK_THAT(
      text,
      Contains(R"("schema":"Membership","properties":{"member":["TJK"],"organization":["igo-x3A-csto"])"));
  CHECK_THAT(text, Contains(R"("schema":"Directorship","properties":{"director":["person-x3A-x"])"));
  CHECK_THAT(text, Contains(R"("schema":"UnknownLink","properties":{"subject":["RUS"],"object":["TJK"],)"
                            R"("role":["controls"])"));
}

TEST_CASE("Triples: facts, statements with their quotes, the same at Wikidata") {
  const EntityCodes codes = EntityCodes::load(ENTENTE_SOURCE_DIR "/data");
  const std::string text = exported(small_graph(), "nt", {.codes = &codes});
  CHECK_THAT(text, Contains("<urn:x-entente:entity/RUS> <http://www.w3.org/2002/07/owl#sameAs> "
                            "<http://www.wikidata.org/entity/Q159> .\n") &&
                       Contains("<http://publications.europa.eu/resource/authority/country/TJK>"));
  CHECK_THAT(text, Contains("<urn:x-entente:entity/RUS> <urn:x-entente:ontology/deploys_to> "
                            "<urn:x-entente:entity/TJK> .\n"));
  CHECK_THAT(text, !Contains("<urn:x-entente:ontology/consults> <urn:x-entente:entity/"));  // only possible
  CHECK_THAT(
      text,
      Contains("<http://www.w3.org/ns/prov#value> \"=Russian \\\"troops\\\"\\nare <b>here</b>.\" .\n") &&
          Contains("<http://www.w3.org/ns/prov#wasQuotedFrom> <urn:x-entente:document/seed> .\n"));
  CHECK_THAT(text, Contains("<http://purl.org/dc/terms/issued> "
                            "\"2004-06-15\"^^<http://www.w3.org/2001/XMLSchema#date> .\n"));
  std::string literal;
  exporters::append_literal(literal, std::string_view("a\0\x1b\x7f\\", 5));
  CHECK(literal == "\"a\\u0000\\u001B\\u007F\\\\\"");
}

TEST_CASE("A vault has a note an entity, and texts are no markup") {
  const auto files = exported_folder(small_graph(), "obsidian");
  REQUIRE(files.size() == 2);
  const std::string& note = files.at("The name of RUS.md");
  CHECK_THAT(note, Contains("---\nentity: \"RUS\"\ntype: \"country\"\ncode: \"RUS\"\naliases:\n"
                            "  - \"Moscow; Kremlin\"\n"));
  CHECK_THAT(note, Contains("## deploys to\n\n- [[The name of TJK]]: fact, ongoing, 2004"));
  CHECK_THAT(note,
             Contains("  > “\\=Russian \"troops\" are \\<b\\>here\\</b\\>.” (seed, Monitor, 2004-06-15)"));
  CHECK_THAT(
      files.at("The name of TJK.md"),
      Contains("## Named by others\n\n- [[The name of RUS]] deploys to\n") && Contains("## consults\n"));
}

TEST_CASE("Notes have names that every file system takes") {
  testing::Article a("a");
  const std::vector<std::string> names = {"A/B",
                                          "a:b",
                                          "CON",
                                          "../../etc/passwd",
                                          "...",
                                          "nul.txt",
                                          std::string(500, 'x'),
                                          std::string(500, 'x') + "y",
                                          "Äé",
                                          "äÉ"};
  for (std::size_t i = 0; i < names.size(); ++i) a.entity(fmt::format("E{}", i), names[i]);
  std::vector<std::string> files;
  for (const auto& [name, bytes] :
       exported_folder(build_graph(std::vector<Extraction>{a.extraction}), "obsidian"))
    files.push_back(name);
  const std::string x(120, 'x');
  CHECK(files == std::vector<std::string>{"A B.md", "CON_.md", "_.md", "a b 2.md", "etc passwd.md",
                                          "nul.txt_.md", x + " 2.md", x + ".md", "Äé.md", "äÉ 2.md"});
}

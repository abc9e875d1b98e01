// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "imported.hpp"

using namespace entente;
using Catch::Matchers::Contains;
using testing::imported;
using Facts = std::vector<std::string>;

namespace {

std::string graphml(const std::string& keys, const std::string& elements) {
  return "<?xml version=\"1.0\"?><graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">" + keys +
         "<graph edgedefault=\"directed\">\n" + elements + "</graph></graphml>";
}

const std::string kKeys =
    "<key id=\"d0\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>"
    "<key id=\"d1\" for=\"node\" attr.name=\"type\" attr.type=\"string\"><default>country</default></key>"
    "<key id=\"d2\" for=\"edge\" attr.name=\"interaction\" attr.type=\"string\"/>";

}  // namespace

TEST_CASE("GraphML of other programs is read") {
  const auto result = imported(
      "g.graphml",
      graphml(kKeys,
              "<node id=\"n0\"><data key=\"d0\">Russia &amp; &#x41;llies</data></node>"
              "<node id=\"n1\"><data key=\"d0\">N<![CDATA[AT]]>O</data><data key=\"d1\">igo</data></node>"
              "<edge source=\"n0\" target=\"n1\"><data key=\"d2\">OPPOSES</data></edge>"
              "<edge source=\"n0\" target=\"n1\" label=\"THREATENS\"/>"));
  CHECK(result.facts() == Facts{"n0 opposes n1", "n0 threatens n1"});
  const Extraction& e = result.extractions.at(0);
  CHECK(e.document.text == "Russia & Allies opposes NATO.\nRussia & Allies threatens NATO.");
  CHECK(e.entities.at(0).type == EntityType::country);
  CHECK(e.entities.at(1).type == EntityType::igo);
  CHECK(e.document.outlet == "g.graphml");
}

TEST_CASE("yEd's labels, groups within nodes, and edges before their nodes are read") {
  const auto result = imported(
      "g.graphml",
      graphml(
          "<key id=\"g\" for=\"node\" yfiles.type=\"nodegraphics\"/>"
          "<key id=\"e\" for=\"edge\" yfiles.type=\"edgegraphics\"/>",
          "<edge source=\"a\" target=\"b\"><data key=\"e\"><y:PolyLineEdge xmlns:y=\"y\"><y:EdgeLabel>arms"
          "</y:EdgeLabel></y:PolyLineEdge></data></edge>"
          "<node id=\"a\"><data key=\"g\"><y:ShapeNode xmlns:y=\"y\"><y:NodeLabel>Alpha</y:NodeLabel>"
          "</y:ShapeNode></data><graph><node id=\"b\"><data key=\"g\"><y:ShapeNode xmlns:y=\"y\">"
          "<y:NodeLabel>Beta</y:NodeLabel></y:ShapeNode></data></node></graph></node>"));
  CHECK(result.facts() == Facts{"a arms b"});
  CHECK(result.extractions.at(0).entities.at(1).name == "Beta");
}

TEST_CASE("Relation types and attributes can be mapped") {
  ImportOptions options;
  options.relations = {{"trades with", "cooperates_with"}};
  options.fields = {{"relation", "how"}};
  options.entity_type = EntityType::company;
  const auto result = imported("g.graphml",
                               graphml("<key id=\"h\" for=\"edge\" attr.name=\"how\" attr.type=\"string\"/>",
                                       "<node id=\"a\"/><node id=\"b\"/><edge source=\"a\" target=\"b\">"
                                       "<data key=\"h\">Trades with</data></edge>"),
                               options);
  CHECK(result.facts() == Facts{"a cooperates_with b"});
  CHECK(result.extractions.at(0).entities.at(0).type == EntityType::company);
}

TEST_CASE("An edge that the ontology does not know is refused with its line") {
  const auto result =
      imported("g.graphml", graphml("",
                                    "<node id=\"a\"/>\n<edge id=\"e7\" source=\"a\" target=\"b\" "
                                    "label=\"likes\"/>\n<edge source=\"a\" target=\"b\"/>\n"));
  REQUIRE(result.refused.size() == 2);
  CHECK_THAT(result.refused[0].place, Contains("g.graphml:3"));
  CHECK_THAT(result.refused[0].message, Contains("edge e7: there is no relation type \"likes\""));
  CHECK(result.report.refused == 2);
}

TEST_CASE("What is no GraphML is an error with its line") {
  CHECK_THROWS_WITH(imported("g.graphml", ""), Contains("g.graphml"));
  CHECK_THROWS_WITH(imported("g.graphml", "no xml"), Contains("g.graphml:1"));
  CHECK_THROWS_WITH(imported("g.graphml", "<html/>"), Contains("no GraphML"));
  CHECK_THROWS_WITH(imported("g.graphml", graphml("", "\n<node id=\"a\">")), Contains("g.graphml:3"));
  CHECK_THROWS_AS(imported("g.graphml", graphml("", "<node id=\"&unknown;\"/>")), DataError);
  CHECK_THROWS_AS(imported("g.graphml", graphml("", "<node id=\"\xff\"/>")), DataError);
}

TEST_CASE("Document types, and entities that grow, are refused") {
  CHECK_THROWS_WITH(
      imported("g.graphml", "<!DOCTYPE g [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>" +
                                graphml("", "<node id=\"&b;\"/>").substr(21)),
      Contains("DOCTYPE"));
}

TEST_CASE("Deep nesting and large values end well") {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<node id=\"x\"><graph>";
  CHECK_THROWS_AS(imported("g.graphml", graphml("", deep)), DataError);
  const auto result =
      imported("g.graphml", graphml(kKeys, "<node id=\"a\"><data key=\"d0\">" + std::string(1000000, 'x') +
                                               "</data></node><edge source=\"a\" target=\"b\" "
                                               "label=\"arms\"/>"));
  CHECK(result.extractions.at(0).entities.at(0).name.size() == 1000000);
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/document.h>

#include "catch.hpp"
#include "entente/query.hpp"
#include "export/html_places.hpp"
#include "support/exports.hpp"
#include "support/files.hpp"

using namespace entente;
using Catch::Matchers::Contains;
using testing::exported;

namespace {

const std::string kData = ENTENTE_SOURCE_DIR "/data";

/// What stands in the page's element of data.
std::string data_of(const std::string& page) {
  const std::string begin = R"(id="data">)";
  const auto at = page.find(begin);
  REQUIRE(at != std::string::npos);
  const auto from = at + begin.size();
  return page.substr(from, page.find("</script>", from) - from);
}

rapidjson::Document parsed(const std::string& page) {
  rapidjson::Document json;
  json.Parse(data_of(page).c_str());
  REQUIRE_FALSE(json.HasParseError());
  return json;
}

/// The page in a headless browser, with a picture of it in the folder that the test runs in.
void check_in_browser(const Graph& graph, const std::string& name) {
  const testing::TemporaryFolder folder;
  testing::write_file(folder.file("page.html"), exported(graph, "html", {.data = kData}));
  const auto run = testing::run("timeout 200 /usr/bin/python3 " ENTENTE_SOURCE_DIR "/tests/export/page.py " +
                                folder.file("page.html") + " page-" + name + ".png");
  if (run.status == 77 || run.status == 127) {
    WARN(run.output);
    return;
  }
  INFO(run.output.substr(0, 4000));
  CHECK(run.status == 0);
}

Graph small_graph() {
  testing::Article a("a", "2004-06-15", "Herald");
  a.say("TJK", RelationType::depends_on, "RUS", "Tajikistan depends on Russia.").domain = Domain::security;
  a.say("RUS", RelationType::has_base_in, "TJK", "Russia has a base in Tajikistan.");
  a.say("TJK", RelationType::agrees_with, "RUS", "They agreed.");
  testing::Article b("b", "2010-01-02");
  b.say("USA", RelationType::opposes, "RUS", "Washington opposes Moscow.").factuality = Factuality::planned;
  b.say("TJK", RelationType::depends_on, "RUS", "It depends on Russia, too.");
  b.say("igo:nato", RelationType::opposes, "RUS", "NATO opposes Moscow.");
  return build_graph(std::vector{a.extraction, b.extraction});
}

}  // namespace

TEST_CASE("A page holds ties, their sentences and the ranking of dependence") {
  const Graph graph = small_graph();
  const auto json = parsed(exported(graph, "html", {.data = kData}));
  CHECK(json["nodes"].Size() == 4);
  CHECK(json["documents"].Size() == 2);
  CHECK(json["sentences"].Size() == 6);
  REQUIRE(json["ties"].Size() == graph.tie_count());
  for (Index i = 0; i < graph.tie_count(); ++i) {
    const auto& tie = json["ties"][i];
    CHECK(tie[0].GetString() == graph.tie_id(i));
    REQUIRE(tie[5].Size() == graph.evidence(i).size());
    for (Index k = 0; k < tie[5].Size(); ++k)
      CHECK(json["sentences"][tie[5][k][1].GetUint()].GetString() == graph.evidence(i)[k].sentence);
  }
  const auto ranking = dependences(graph, DependenceRules::load(kData + "/dependence.json"));
  REQUIRE(json["dependences"].Size() == ranking.size());
  for (Index i = 0; i < ranking.size(); ++i)
    CHECK(json["dependences"][i][3].GetDouble() == Approx(ranking[i].strength).margin(0.001));
}

TEST_CASE("A page without data has neither map nor ranking") {
  const auto json = parsed(exported(small_graph(), "html"));
  CHECK(json["ties"].Size() == 5);
  CHECK(json["capitals"].Empty());
  CHECK(json["dependences"].Empty());
  CHECK(parsed(exported(Graph(), "html"))["ties"].Empty());
}

TEST_CASE("Entities stand at their capital, seat or owner's capital") {
  using exporters::Places;
  const Places places = Places::load(kData + "/gazetteer");
  CHECK(places.capitals().size() > 190);
  const auto france = places.find("FRA");
  REQUIRE(france);
  CHECK(france->latitude == Approx(48.9).margin(0.1));
  CHECK(france->longitude == Approx(2.3).margin(0.1));
  for (const auto& [id, at] :
       {std::pair("igo:nato", "BEL"), std::pair("SUHH", "RUS"), std::pair("company:gazprom", "RUS"),
        std::pair("person:vladimir-putin", "RUS")}) {
    CAPTURE(id);
    const auto place = places.find(id);
    const auto expected = places.find(at);
    REQUIRE(place);
    CHECK(place->latitude == expected->latitude);
    CHECK(place->longitude == expected->longitude);
  }
  CHECK_FALSE(places.find("nobody"));
}

TEST_CASE("Nothing in the data of a page can end them") {
  const Graph graph = testing::hostile_graph();
  const std::string page = exported(graph, "html", {.data = kData});
  CHECK(data_of(page).find('<') == std::string::npos);
  CHECK(parsed(page)["ties"].Size() == graph.tie_count());
  CHECK_THAT(page, Contains("default-src 'none'") && !Contains("@ENTENTE_"));
}

TEST_CASE("A page works in a browser") {
  check_in_browser(small_graph(), "small");
}

TEST_CASE("Hostile names do nothing in a browser") {
  check_in_browser(testing::hostile_graph(), "hostile");
}

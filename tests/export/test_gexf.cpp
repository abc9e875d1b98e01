// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "export/spells.hpp"
#include "support/exports.hpp"
#include "support/files.hpp"

using namespace entente;
using Catch::Matchers::Contains;

namespace {

struct Said {
  std::string reported;
  std::string time;
  Factuality factuality = Factuality::fact;
};

/// One tie, said so often.
std::string gexf_of(const std::vector<Said>& evidence) {
  std::vector<Extraction> extractions;
  for (const Said& said : evidence) {
    testing::Article a(fmt::format("a{}", extractions.size()), said.reported);
    Assertion& assertion = a.say("RUS", RelationType::deploys_to, "TJK");
    assertion.time = said.time;
    assertion.factuality = said.factuality;
    extractions.push_back(a.extraction);
  }
  const std::string text = testing::exported(build_graph(extractions), "gexf");
  const auto begin = text.find("<spells>");
  return begin == std::string::npos ? "" : text.substr(begin, text.find("</edge>") - begin);
}

}  // namespace

TEST_CASE("Spells are days, with both ends, for the precision of the text") {
  CHECK(gexf_of({{"2004-06-15", ""}}) == R"(<spells><spell start="2004-06-15" end="2004-06-15"/></spells>)");
  CHECK(gexf_of({{"2004-06-15", "1999"}}) ==
        R"(<spells><spell start="1999-01-01" end="1999-12-31"/></spells>)");
  CHECK(gexf_of({{"", "2004-02"}}) == R"(<spells><spell start="2004-02-01" end="2004-02-29"/></spells>)");
  CHECK(gexf_of({{"", "2004-06-15/2006"}}) ==
        R"(<spells><spell start="2004-06-15" end="2006-12-31"/></spells>)");
}

TEST_CASE("Open ends are left out") {
  CHECK(gexf_of({{"2004", "1999/.."}}) == R"(<spells><spell start="1999-01-01"/></spells>)");
  CHECK(gexf_of({{"2004", "../2001"}}) == R"(<spells><spell end="2001-12-31"/></spells>)");
}

TEST_CASE("What is not dated has no spell") {
  CHECK(gexf_of({{"", ""}}).empty());
  CHECK(gexf_of({{"yesterday", "soon"}}).empty());
}

TEST_CASE("Spells of a tie do not overlap") {
  CHECK(gexf_of({{"", "2001/2003"}, {"", "2002/2005"}, {"", "2008-01-01"}, {"", "2008-01-02"}}) ==
        R"(<spells><spell start="2001-01-01" end="2005-12-31"/>)"
        R"(<spell start="2008-01-01" end="2008-01-02"/></spells>)");
  CHECK(gexf_of({{"", "2001/.."}, {"", "2010"}}) == R"(<spells><spell start="2001-01-01"/></spells>)");
}

TEST_CASE("What is denied has no spell beside what is said") {
  CHECK(gexf_of({{"", "2001"}, {"", "2009", Factuality::negated}}) ==
        R"(<spells><spell start="2001-01-01" end="2001-12-31"/></spells>)");
  CHECK_THAT(gexf_of({{"", "2009", Factuality::negated}}), Contains("2009-01-01"));
}

TEST_CASE("Parallel relations have kinds of their own, in both directions") {
  testing::Article a("a");
  a.say("RUS", RelationType::arms, "TJK");
  a.say("RUS", RelationType::deploys_to, "TJK");
  a.say("RUS", RelationType::agrees_with, "TJK");
  const std::string text = testing::exported(build_graph(std::vector<Extraction>{a.extraction}), "gexf");
  CHECK_THAT(text, Contains("kind=\"ARMS\" label=\"arms\"") &&
                       Contains("kind=\"DEPLOYS_TO\" label=\"deploys to\"") &&
                       Contains("kind=\"AGREES_WITH\""));
  CHECK_THAT(text, !Contains("startopen") && !Contains("timestamp") && !Contains("viz:"));
}

TEST_CASE("The schema of GEXF refuses what it should") {
  testing::Article a("a", "2004-06-15");
  a.say("RUS", RelationType::arms, "TJK");
  a.say("RUS", RelationType::aids, "TJK");
  const std::string good = testing::exported(build_graph(std::vector<Extraction>{a.extraction}), "gexf");
  const auto [from, to] = GENERATE(table<std::string, std::string>({
      {"kind=\"ARMS\"", "kind=\"AIDS\""},
      {"kind=\"ARMS\"", ""},
      {"weight=\"1\"", "weight=\"0\""},
      {"start=\"2004-06-15\"", "start=\"2004\""},
      {"start=\"2004-06-15\"", "start=\"2004-06-31\""},
      {"type=\"integer\"", "type=\"int\""},
      {"target=\"TJK\"", "target=\"XXX\""},
  }));
  CAPTURE(from, to);
  std::string bad = good;
  REQUIRE(bad.find(from) != std::string::npos);
  bad.replace(bad.find(from), from.size(), to);
  const testing::TemporaryFolder folder;
  testing::write_file(folder.file("bad.gexf"), bad);
  const testing::Run run = testing::run(
      "xmllint --noout --schema " ENTENTE_SOURCE_DIR "/tests/export/gexf.xsd " + folder.file("bad.gexf"));
  if (run.status == 127) {
    WARN("skipped: there is no xmllint");
    return;
  }
  CHECK(run.status != 0);
}

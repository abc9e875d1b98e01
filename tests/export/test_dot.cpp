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

TEST_CASE("DOT of hostile names is read by Graphviz") {
  const testing::TemporaryFolder folder;
  testing::write_file(folder.file("graph.dot"), testing::exported(testing::hostile_graph(), "dot"));
  // nop only parses and prints.
  const testing::Run run = testing::run("nop " + folder.file("graph.dot"));
  if (run.status == 127) {
    WARN("skipped: there is no Graphviz");
    return;
  }
  INFO(run.output.substr(0, 1000));
  CHECK(run.status == 0);
}

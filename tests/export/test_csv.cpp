// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "support/exports.hpp"
#include "support/files.hpp"

using namespace entente;

TEST_CASE("CSV has a row a tie") {
  testing::Article a("seed", "2004-06-15", "Monitor");
  a.say("RUS", RelationType::arms, "IND", "Russia, it is said, arms India.").domain = Domain::arms;
  const Graph graph = build_graph(std::vector<Extraction>{a.extraction});
  CHECK(testing::exported(graph, "csv") ==
        "subject,subject_name,relation,object,object_name,phase,factuality,domains,assertions,documents,"
        "outlets,first,"
        "last,score,sentence,document,reported,outlet,url\n"
        "RUS,The name of RUS,arms,IND,The name of IND,ongoing,fact,arms,1,1,1,2004-06-15,2004-06-15,1,"
        "\"Russia, it is said, arms India.\",seed,2004-06-15,Monitor,\n");
}

TEST_CASE("CSV for Excel begins with a byte order mark, and no other does") {
  CHECK(testing::exported(Graph(), "csv", {.excel = true}).substr(0, 4) == "\xef\xbb\xbfs");
  CHECK(testing::exported(Graph(), "csv").substr(0, 4) == "subj");
}

TEST_CASE("CSV of hostile names keeps its shape and holds no formula") {
  const Graph graph = testing::hostile_graph();
  const testing::TemporaryFolder folder;
  testing::write_file(folder.file("ties.csv"), testing::exported(graph, "csv"));
  testing::write_file(folder.file("check.py"),
                      "import csv, sys\n"
                      "csv.field_size_limit(1 << 30)\n"
                      "rows = list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8')))\n"
                      "assert len(rows) == int(sys.argv[2]) + 1, len(rows)\n"
                      "assert all(len(row) == 19 for row in rows)\n"
                      "assert not any(cell[:1] in '=+-@\\t\\r' for row in rows for cell in row if cell)\n");
  const testing::Run run = testing::run("/usr/bin/python3 " + folder.file("check.py") + " " +
                                        folder.file("ties.csv") + " " + std::to_string(graph.tie_count()));
  if (run.status == 127) {
    WARN("skipped: there is no python3");
    return;
  }
  INFO(run.output);
  CHECK(run.status == 0);
}

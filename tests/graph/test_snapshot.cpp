// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A graph that was kept is the graph that was built, and no file makes another one of it.
#include "catch.hpp"
#include "entente/store.hpp"
#include "graph/snapshot.hpp"
#include "graph/summary.hpp"
#include "support/articles.hpp"
#include "support/files.hpp"

using namespace entente;
using testing::TemporaryFolder;

namespace {

void check_same(const Graph& a, const Graph& b) {
  REQUIRE(a.entity_count() == b.entity_count());
  REQUIRE(a.tie_count() == b.tie_count());
  REQUIRE(a.evidence_count() == b.evidence_count());
  for (Index i = 0; i < a.entity_count(); ++i) {
    CHECK(a.entity(i).id == b.entity(i).id);
    CHECK(a.entity(i).name == b.entity(i).name);
    CHECK(a.entity(i).aliases == b.entity(i).aliases);
    CHECK(a.entity(i).type == b.entity(i).type);
    CHECK(a.ties_out(i) == b.ties_out(i));
    CHECK(a.ties_in(i) == b.ties_in(i));
  }
  for (Index i = 0; i < a.tie_count(); ++i) {
    CHECK(a.tie_id(i) == b.tie_id(i));
    CHECK(a.tie(i).score == b.tie(i).score);
    CHECK(a.tie(i).first == b.tie(i).first);
    CHECK(a.tie(i).last == b.tie(i).last);
    CHECK(a.tie(i).phase == b.tie(i).phase);
    CHECK(a.tie(i).domains == b.tie(i).domains);
    CHECK(a.tie(i).outlets == b.tie(i).outlets);
    REQUIRE(a.evidence(i).size() == b.evidence(i).size());
    for (std::size_t k = 0; k < a.evidence(i).size(); ++k) {
      const Evidence& one = a.evidence(i)[k];
      const Evidence& other = b.evidence(i)[k];
      CHECK_FALSE(graph::before(one, other));
      CHECK_FALSE(graph::before(other, one));
      CHECK(one.trigger == other.trigger);
      CHECK(one.outlet == other.outlet);
      CHECK(one.reported == other.reported);
    }
  }
}

}  // namespace

TEST_CASE("A graph that was kept is the graph that was built") {
  const unsigned documents = GENERATE(3U, 100U, 2000U);
  const TemporaryFolder folder;
  const Graph graph = build_graph(testing::random_extractions(documents, {documents, 20, 20}));
  REQUIRE(graph::save_snapshot(graph, "a", folder.file("graph")));
  const auto kept = graph::load_snapshot("a", folder.file("graph"));
  REQUIRE(kept);
  check_same(graph, *kept);
  CHECK_FALSE(graph::load_snapshot("b", folder.file("graph")));
  CHECK_FALSE(graph::load_snapshot("a", folder.file("none")));
  CHECK_FALSE(graph::save_snapshot(graph, "a", folder.file("no/graph")));
  CHECK(graph::save_snapshot(Graph(), "a", folder.file("empty")));
  CHECK(graph::load_snapshot("a", folder.file("empty"))->tie_count() == 0);
}

TEST_CASE("A kept graph that was damaged is not taken") {
  const TemporaryFolder folder;
  const std::string file = folder.file("graph");
  graph::save_snapshot(build_graph(testing::random_extractions(3)), "a", file);
  const std::string bytes = testing::read_file(file);
  testing::Random random(5);
  for (int i = 0; i < 2000; ++i) {
    std::string damaged = bytes;
    const auto size = static_cast<unsigned>(damaged.size());
    if (random.one_in(4)) damaged.resize(random.below(size));
    for (unsigned k = 1 + random.below(20); k > 0 && !damaged.empty(); --k) {
      // Counts at the beginning as often as what they count.
      const unsigned at = random.below(static_cast<unsigned>(
          random.one_in(2) ? std::min<std::size_t>(120, damaged.size()) : damaged.size()));
      damaged[at] = static_cast<char>(random.one_in(3) ? 0xff : random.below(256));
    }
    if (damaged == bytes) continue;
    testing::write_file(file, damaged);
    CHECK_FALSE(graph::load_snapshot("a", file));
  }
}

TEST_CASE("A large store keeps its graph until it is changed") {
  const TemporaryFolder folder;
  const std::string file = folder.file("world.db");
  Store(file).add(testing::random_extractions(2, {6000, 50, 30}));
  const Graph built = open_graph(file);
  REQUIRE(std::filesystem::exists(file + "-graph"));
  const auto written = std::filesystem::last_write_time(file + "-graph");
  const Graph kept = open_graph(file);
  CHECK(graph::load_snapshot(Store(file).revision(), file + "-graph"));
  CHECK(std::filesystem::last_write_time(file + "-graph") == written);
  CHECK(kept.evidence_count() == built.evidence_count());
  CHECK(Store(file).remove("doc107"));
  CHECK(open_graph(file).evidence_count() < built.evidence_count());
  testing::write_file(file + "-graph", "nonsense");
  CHECK(open_graph(file).evidence_count() < built.evidence_count());
}

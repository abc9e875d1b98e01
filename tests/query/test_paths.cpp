// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "entente/query.hpp"
#include "support/articles.hpp"

using namespace entente;

namespace {

Graph world() {
  testing::Article a("a", "2004");
  a.say("A", RelationType::arms, "B").score = 0.9;
  a.say("C", RelationType::aids, "B").score = 0.9;
  a.say("C", RelationType::arms, "D").score = 0.9;
  a.say("A", RelationType::consults, "D").score = 0.1;
  a.say("A", RelationType::attacks, "E").factuality = Factuality::negated;
  return build_graph(std::vector<Extraction>{a.extraction});
}

std::string text(const Graph& graph, const std::optional<Path>& path) {
  if (!path) return "none";
  std::string result;
  for (const Hop& hop : path->hops) result += graph.entity(hop.from).id + "-" + graph.tie_id(hop.tie) + "->";
  return result;
}

}  // namespace

TEST_CASE("The best supported chain may be longer than the shortest") {
  const Graph graph = world();
  const Index a = *graph.find_entity("A");
  const Index d = *graph.find_entity("D");
  const auto best = find_path(graph, a, d);
  CHECK(text(graph, best) == "A-A:arms:B->B-C:aids:B->C-C:arms:D->");
  CHECK(best->score == Approx(0.729));
  CHECK(best->hops[1].evidence.sentence.find("C aids B") != std::string_view::npos);
  CHECK(text(graph, find_path(graph, a, d, {.kind = PathKind::shortest})) == "A-A:consults:D->");
}

TEST_CASE("Chains keep to direction, filter and truth") {
  const Graph graph = world();
  const Index a = *graph.find_entity("A");
  const Index d = *graph.find_entity("D");
  CHECK(text(graph, find_path(graph, a, d, {.directed = true})) == "A-A:consults:D->");
  // Symmetric ties lead both ways.
  CHECK(text(graph, find_path(graph, d, a, {.directed = true})) == "D-A:consults:D->");
  CHECK(text(graph, find_path(graph, a, *graph.find_entity("C"), {.directed = true})) == "none");
  CHECK(text(graph, find_path(graph, a, d, {.filter = {.groups = {RelationGroup::cooperation}}})) ==
        "A-A:consults:D->");
  CHECK(text(graph, find_path(graph, a, d, {.filter = {.types = {RelationType::borders}}})) == "none");
  CHECK(text(graph, find_path(graph, a, *graph.find_entity("E"))) == "none");
  CHECK(find_path(graph, a, a)->hops.empty());
}

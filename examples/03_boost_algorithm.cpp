// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Example 3: any algorithm of the Boost Graph Library on the graph.
//
// Shows: entente/bgl.hpp; a filtered view that keeps the conflicts, and its connected parts: who is drawn
// into whose quarrels. No store is needed: a graph can be built from extractions in memory. Read before:
// 02_build_and_query.cpp. Read next: 04_questions.cpp.
#include <boost/graph/connected_components.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <cstdio>
#include <entente/bgl.hpp>
#include <entente/entente.hpp>
#include <map>
#include <string>
#include <vector>

namespace {

constexpr const char* kTexts[] = {
    "Turkey attacked the Islamic State in Syria. Russia accused Turkey of helping it.",
    "India condemned Pakistan. Pakistan rejected the accusation.",
    "Japan signed a trade agreement with Brazil."};

/// Keeps the ties of the group `conflict`.
struct IsConflict {
  const entente::BoostGraph* graph = nullptr;
  bool operator()(const entente::BoostGraph::edge_descriptor& edge) const {
    return entente::info((*graph)[edge].type).group == entente::RelationGroup::conflict;
  }
};

entente::Graph read_texts(const std::string& data) {
  const auto resources = entente::Resources::load(data);
  entente::GraphBuilder builder;
  for (const char* text : kTexts) {
    entente::Document document;
    document.id = text;
    document.date = "2015-12-01";
    document.text = text;
    builder.add(entente::extract(document, resources));
  }
  return builder.build();
}

}  // namespace

int main(int argc, char** argv) try {
  const auto world = read_texts(argc > 1 ? argv[1] : "");
  const entente::BoostGraph& graph = entente::boost_graph(world);
  std::printf("%zu vertices, %zu edges\n", num_vertices(graph), num_edges(graph));

  // Boost's connected_components wants an undirected graph: copy the conflicts into one.
  const boost::filtered_graph conflicts(graph, IsConflict{&graph});
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> quarrels(num_vertices(graph));
  for (auto [edge, end] = edges(conflicts); edge != end; ++edge)
    add_edge(source(*edge, conflicts), target(*edge, conflicts), quarrels);

  std::vector<int> part(num_vertices(quarrels));
  boost::connected_components(quarrels, part.data());

  std::map<int, std::string> members;
  for (std::size_t vertex = 0; vertex < part.size(); ++vertex) {
    if (degree(vertex, quarrels) == 0) continue;
    auto& list = members[part[vertex]];
    list += (list.empty() ? "" : ", ") + graph[vertex].name;  // the bundle of a vertex is its Entity
  }
  for (const auto& [number, list] : members) std::printf("quarrel: %s\n", list.c_str());
} catch (const entente::Error& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}

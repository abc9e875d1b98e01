// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Example 4: the questions that a graph answers, each a function that returns values.
//
// Shows: load_world(), who depends on somebody and who is exposed to a strait, chains, what changed, common
// partners, blocs; filters. It starts from the facts that come with the program: no article is read. Read
// before: 02_build_and_query.cpp.
#include <cstdio>
#include <entente/entente.hpp>
#include <string>

namespace {

using entente::Graph;
using entente::Index;

const char* name_of(const Graph& graph, Index entity) {
  return graph.entity(entity).name.c_str();
}

void print_dependence(const Graph& graph, Index who, const entente::DependenceRules& rules) {
  // Only in trade, and only what is known by 2024.
  const entente::DependenceOptions options{.as_of = "2024", .domains = {entente::Domain::trade}};
  const auto answers = entente::dependencies_of(graph, who, rules, options);
  for (std::size_t i = 0; i < answers.size() && i < 3; ++i)
    std::printf("%s depends on %s: %.2f\n", name_of(graph, who), name_of(graph, answers[i].provider),
                answers[i].strength);
}

/// Everybody whose ways lead through a place, and through whom.
void print_exposure(const Graph& graph, Index place, const entente::DependenceRules& rules) {
  const auto report = entente::exposed_to(graph, place, rules);
  for (std::size_t i = 0; i < report.exposures.size() && i < 4; ++i)
    std::printf("%s is exposed to %s: %.2f\n    \"%s\"\n", name_of(graph, report.exposures[i].provider),
                name_of(graph, place), report.exposures[i].strength,
                std::string(report.exposures[i].evidence.sentence).c_str());
}

void print_chain(const Graph& graph, Index from, Index to) {
  // Not through organizations that everybody is a member of.
  const auto path = entente::find_path(graph, from, to, {.max_partners = 150});
  if (!path) return;
  for (const auto& hop : path->hops)
    std::printf("%s - %s: \"%s\"\n", name_of(graph, hop.from), name_of(graph, hop.to),
                std::string(hop.evidence.sentence).c_str());
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string data = argc > 1 ? argv[1] : entente::default_data_directory();
  const auto facts = entente::load_world(data + "/world");
  const Graph graph = entente::build_graph(facts);
  const auto rules = entente::DependenceRules::load(data + "/dependence.json");
  const entente::NameIndex names(graph);  // ids, codes, names, aliases

  print_dependence(graph, names.find("Mexico"), rules);
  print_exposure(graph, names.find("Strait of Hormuz"), rules);
  print_chain(graph, names.find("Djibouti"), names.find("JPN"));

  // Whom two have both to do with, by trade alone.
  const entente::GraphFilter trade{.types = {entente::RelationType::supplies}};
  const auto both = entente::common(graph, names.find("Chad"), names.find("Niger"), trade);
  if (!both.empty()) std::printf("Chad and Niger both trade with %s\n", name_of(graph, both[0].entity));

  // Names that nobody has are an error that tells what is near.
  try {
    names.find("Tajikstan");
  } catch (const entente::QueryError& error) {
    std::printf("%s\n", error.what());
  }
} catch (const entente::Error& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The store and the graph at scale: scale ASSERTIONS FOLDER makes news about 5,000 entities, a few of them in
// most of it (Zipf's law), five assertions a document; adds them to a store; opens the graph; asks. With
// --graphml it also writes the graph and the pairs asked about, for scale.py, which does the same with
// networkx and igraph.
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <random>

#include <fmt/format.h>
#include <boost/graph/strong_components.hpp>

#include "entente/bgl.hpp"
#include "entente/export.hpp"
#include "entente/query.hpp"
#include "entente/store.hpp"

namespace {

using namespace entente;

constexpr unsigned kEntities = 5000;
constexpr unsigned kPerDocument = 5;
constexpr std::size_t kBatch = 2000;
constexpr int kQuestions = 1000;

/// Of this process, on however many processors: other programs do not count.
double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double seconds_since(double start) {
  return processor_seconds() - start;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Entities by rank: the k-th is named about 1/k as often as the first.
class World {
 public:
  World() {
    double sum = 0;
    for (unsigned k = 0; k < kEntities; ++k) cumulated_.push_back(sum += 1.0 / (k + 3));
  }

  Extraction document(std::size_t number) {
    Extraction said;
    Document& document = said.document;
    document.id = fmt::format("news/{:07}", number);
    document.outlet = fmt::format("Outlet {}", random_() % 300);
    document.date =
        fmt::format("{}-{:02}-{:02}", 2000 + random_() % 25, 1 + random_() % 12, 1 + random_() % 28);
    document.title = fmt::format("Report {}", number);
    for (unsigned i = 0; i < kPerDocument; ++i) add_statement(said);
    return said;
  }

 private:
  unsigned pick() {
    const double at = static_cast<double>(random_()) / 4294967296.0 * cumulated_.back();
    return static_cast<unsigned>(std::lower_bound(cumulated_.begin(), cumulated_.end(), at) -
                                 cumulated_.begin());
  }

  static Index entity(Extraction& said, unsigned rank) {
    const std::string id = rank < 200 ? fmt::format("C{:02}", rank) : fmt::format("company:c{}", rank);
    for (Index i = 0; i < said.entities.size(); ++i)
      if (said.entities[i].id == id) return i;
    said.entities.push_back({id,
                             rank < 200 ? EntityType::country : EntityType::company,
                             fmt::format("{} {}", rank < 200 ? "Country" : "Company", rank),
                             {},
                             {}});
    return static_cast<Index>(said.entities.size() - 1);
  }

  void add_statement(Extraction& said) {
    const unsigned a = pick();
    unsigned b = pick();
    if (a == b) b = (a + 1) % kEntities;
    Assertion one;
    one.subject = entity(said, a);
    one.object = entity(said, b);
    // Two have to do with one another in few ways.
    one.type = static_cast<RelationType>((a * 31U + b * 17U + random_() % 8 / 6) % kRelationTypeCount);
    one.phase = random_() % 8 == 0 ? Phase::end : Phase::ongoing;
    one.factuality = random_() % 5 == 0 ? static_cast<Factuality>(random_() % 4) : Factuality::fact;
    one.domain = static_cast<Domain>(random_() % kDomainNames.size());
    if (random_() % 3 == 0) one.time = fmt::format("{}", 2000 + random_() % 25);
    one.score = static_cast<double>(1 + random_() % 100) / 100;
    one.rule = "bench";
    std::string& text = said.document.text;
    if (!text.empty()) text += ' ';
    one.sentence.begin = static_cast<std::uint32_t>(text.size());
    one.subject_span = append(text, said.entities[one.subject].name);
    text += ' ';
    one.trigger = append(text, name(one.type));
    text += ' ';
    one.object_span = append(text, said.entities[one.object].name);
    append(text, fmt::format(", word {} of {} {} {} said here.", random_() % 1000, random_() % 1000,
                             random_() % 1000, random_() % 1000));
    one.sentence.end = static_cast<std::uint32_t>(text.size());
    said.assertions.push_back(std::move(one));
  }

  static Span append(std::string& text, std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += words;
    return {begin, static_cast<std::uint32_t>(text.size())};
  }

  std::mt19937 random_{1};
  std::vector<double> cumulated_;
};

void ingest(const std::string& file, std::size_t assertions) {
  World world;
  Store store(file);
  double seconds = 0;
  std::size_t documents = 0;
  for (const std::size_t all = assertions / kPerDocument; documents < all;) {
    std::vector<Extraction> batch;
    for (; batch.size() < kBatch && documents < all; ++documents) batch.push_back(world.document(documents));
    const auto start = processor_seconds();
    store.add(batch);
    seconds += seconds_since(start);
  }
  fmt::print("{:<34}{:>12.2f} s  {:>10.0f} assertions/s\n", fmt::format("ingest {} documents", documents),
             seconds, static_cast<double>(assertions) / seconds);
}

/// Mean and greatest milliseconds of a question asked of entities of all ranks.
template <class Ask>
void ask(const char* what, const Graph& graph, const Ask& question) {
  std::mt19937 random(7);
  double sum = 0;
  double most = 0;
  question(*graph.find_entity("C00"), *graph.find_entity("C01"));  // what is made once is not counted
  for (int i = 0; i < kQuestions; ++i) {
    // The first questions are about the entities that are named most.
    const Index a = i < 10 ? *graph.find_entity(fmt::format("C{:02}", i))
                           : static_cast<Index>(random() % graph.entity_count());
    const auto b = static_cast<Index>(random() % graph.entity_count());
    const auto start = processor_seconds();
    question(a, b);
    const double milliseconds = seconds_since(start) * 1000;
    sum += milliseconds;
    most = std::max(most, milliseconds);
  }
  fmt::print("{:<34}{:>12.4f} ms {:>10.3f} ms at most\n", what, sum / kQuestions, most);
}

template <class Run>
void once(const char* what, const Run& run) {
  const auto start = processor_seconds();
  const std::size_t result = run();
  fmt::print("{:<34}{:>12.4f} s  {:>10}\n", what, seconds_since(start), result);
}

void ask_all(const Graph& graph) {
  const auto rules = DependenceRules::load(ENTENTE_SOURCE_DIR "/data/dependence.json");
  ask("depends-on", graph, [&](Index a, Index) { return depends_on(graph, a, rules).size(); });
  ask("dependencies-of", graph, [&](Index a, Index) { return dependencies_of(graph, a, rules).size(); });
  ask("relations", graph, [&](Index a, Index) { return relations(graph, a).size(); });
  ask("relations of two", graph, [&](Index a, Index b) { return relations(graph, a, b).size(); });
  ask("path, best supported", graph, [&](Index a, Index b) { return find_path(graph, a, b).has_value(); });
  ask("path, shortest", graph,
      [&](Index a, Index b) { return find_path(graph, a, b, {.kind = PathKind::shortest}).has_value(); });
  once("PageRank", [&] { return top(graph, Centrality::pagerank).size(); });
  once("strong components", [&] {
    const BoostGraph& ties = boost_graph(graph);
    std::vector<std::size_t> component(num_vertices(ties));
    return boost::strong_components(
        ties, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, ties)));
  });
}

void write_graph(const Graph& graph, const std::string& folder) {
  std::ofstream file(folder + "/scale.graphml", std::ios::binary);
  export_graph(graph, "graphml", [&](std::string_view bytes) {
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string folder = argv[2];
  const std::string file = folder + "/scale.db";
  for (const char* end : {"", "-wal", "-shm"}) std::remove((file + end).c_str());
  ingest(file, std::stoul(argv[1]));
  std::remove((file + "-graph").c_str());
  auto start = processor_seconds();
  open_graph(file);
  fmt::print("{:<34}{:>12.2f} s\n", "build the graph and keep it", seconds_since(start));
  start = processor_seconds();
  const Graph graph = open_graph(file);
  fmt::print("{:<34}{:>12.2f} s  {:>10} ties\n", "open the graph from disk", seconds_since(start),
             graph.tie_count());
  ask_all(graph);
  fmt::print("{:<34}{:>12.0f} MB\n", "peak memory", peak_megabytes());
  if (argc > 3) write_graph(graph, folder);
}

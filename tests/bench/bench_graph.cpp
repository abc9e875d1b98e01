// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What comes after extraction, on articles made at random with a fixed seed: adding to a store, building the
// graph, dependence, chains, GraphML. Rates are assertions a second, for GraphML bytes a second too.
#include <benchmark/benchmark.h>

#include "entente/export.hpp"
#include "entente/query.hpp"
#include "entente/store.hpp"
#include "support/articles.hpp"
#include "support/temporary_folder.hpp"

namespace {

using namespace entente;

/// About 100,000 assertions about 300 entities in 6,000 articles.
const std::vector<Extraction>& articles() {
  static const std::vector<Extraction> kArticles = testing::random_extractions(1, {6000, 300, 33});
  return kArticles;
}

const Graph& graph() {
  static const Graph kGraph = build_graph(articles());
  return kGraph;
}

const DependenceRules& rules() {
  static const DependenceRules kRules = DependenceRules::load(ENTENTE_SOURCE_DIR "/data/dependence.json");
  return kRules;
}

void count(benchmark::State& state) {
  std::size_t assertions = 0;
  for (const Extraction& extraction : articles()) assertions += extraction.assertions.size();
  state.counters["assertions"] =
      benchmark::Counter(static_cast<double>(assertions), benchmark::Counter::kIsIterationInvariantRate);
}

void bench_store_add(benchmark::State& state) {
  for (auto _ : state) {
    const testing::TemporaryFolder folder;
    Store store(folder.file("world.db"));
    benchmark::DoNotOptimize(store.add(articles()).added.size());
  }
  count(state);
}

void bench_build_graph(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(build_graph(articles()).tie_count());
  count(state);
}

void bench_build_graph_from_store(benchmark::State& state) {
  const testing::TemporaryFolder folder;
  Store store(folder.file("world.db"));
  store.add(articles());
  for (auto _ : state) benchmark::DoNotOptimize(build_graph(store).tie_count());
  count(state);
}

void bench_dependence(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(dependences(graph(), rules()).size());
  count(state);
}

void bench_exposure(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(exposure(graph(), 0, rules()).exposures.size());
  count(state);
}

void bench_path(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(find_path(graph(), 0, graph().entity_count() - 1));
  count(state);
}

void bench_export(benchmark::State& state, const char* format) {
  std::size_t bytes = 0;
  for (auto _ : state)
    bytes += export_graph(graph(), format, [](std::string_view piece) {
               benchmark::DoNotOptimize(piece.data());
             }).bytes;
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  count(state);
}

BENCHMARK(bench_store_add)->Unit(benchmark::kMillisecond);
BENCHMARK(bench_build_graph)->Unit(benchmark::kMillisecond);
BENCHMARK(bench_build_graph_from_store)->Unit(benchmark::kMillisecond);
BENCHMARK(bench_dependence)->Unit(benchmark::kMillisecond);
BENCHMARK(bench_exposure)->Unit(benchmark::kMillisecond);
BENCHMARK(bench_path)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bench_export, graphml, "graphml")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bench_export, json, "json")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bench_export, csv, "csv")->Unit(benchmark::kMillisecond);

}  // namespace

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Throughput of the whole way from text to assertions, in bytes of text a second on one thread: on the
// articles of the examples and, where it is there, on the corpus beside the project (../shared/corpus).
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "entente/pipeline.hpp"

namespace {

namespace fs = std::filesystem;

const entente::Resources& resources() {
  static const auto loaded = entente::Resources::load(ENTENTE_SOURCE_DIR "/data");
  return loaded;
}

std::vector<entente::Document> documents_of(const fs::path& folder) {
  std::vector<fs::path> files;
  if (fs::is_directory(folder))
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<entente::Document> documents;
  for (const auto& file : files)
    for (entente::DocumentReader reader(file.string()); auto document = reader.next();)
      documents.push_back(std::move(*document));
  return documents;
}

/// One document an iteration, in turn.
void extract(benchmark::State& state, const fs::path& folder) {
  const auto documents = documents_of(folder);
  if (documents.empty()) {
    state.SkipWithError("no documents");
    return;
  }
  resources();
  std::int64_t bytes = 0;
  std::size_t at = 0;
  for (auto _ : state) {
    const auto& document = documents[at++ % documents.size()];
    benchmark::DoNotOptimize(entente::extract(document, resources()));
    bytes += static_cast<std::int64_t>(document.text.size());
  }
  state.SetBytesProcessed(bytes);
  state.SetItemsProcessed(state.iterations());
}

void extract_examples(benchmark::State& state) {
  extract(state, ENTENTE_SOURCE_DIR "/examples/articles");
}
void extract_corpus(benchmark::State& state) {
  extract(state, ENTENTE_SOURCE_DIR "/../shared/corpus");
}
BENCHMARK(extract_examples)->Unit(benchmark::kMillisecond);
BENCHMARK(extract_corpus)->Unit(benchmark::kMillisecond)->Iterations(590);

void load_resources(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(entente::Resources::load(ENTENTE_SOURCE_DIR "/data"));
}
BENCHMARK(load_resources)->Unit(benchmark::kMillisecond);

}  // namespace

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The syntax stage on the sentences of tests/nlp/tiny.conllu, repeated: items per second are tokens per
// second.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>

#include "nlp/conllu.hpp"
#include "nlp/files.hpp"
#include "nlp/model.hpp"

namespace {

using namespace entente;

const std::string kSource = ENTENTE_SOURCE_DIR;

nlp::Treebank sentences() {
  const std::string once = nlp::read_file(kSource + "/tests/nlp/tiny.conllu");
  std::string content;
  for (int i = 0; i < 100; ++i) content += once;
  return nlp::read_conllu(content, "tiny.conllu");
}

void parse_sentences(benchmark::State& state) {
  const auto model = nlp::Model::load(kSource + "/data/model/en.bin");
  const auto treebank = sentences();
  nlp::Workspace workspace;
  for (auto _ : state) benchmark::DoNotOptimize(nlp::parse(treebank.text, treebank.tokens, model, workspace));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * treebank.tokens.size());
}
BENCHMARK(parse_sentences)->Unit(benchmark::kMillisecond);

/// One sentence without an end: the time is linear in its length.
void parse_one_long_sentence(benchmark::State& state) {
  const auto model = nlp::Model::load(kSource + "/data/model/en.bin");
  auto treebank = sentences();
  auto& tokens = treebank.tokens;
  tokens.spans.resize(std::min<std::size_t>(tokens.spans.size(), static_cast<std::size_t>(state.range(0))));
  tokens.sentences = {{0, tokens.size(), {0, tokens.spans.back().end}}};
  nlp::Workspace workspace;
  for (auto _ : state) benchmark::DoNotOptimize(nlp::parse(treebank.text, tokens, model, workspace));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * tokens.size());
}
BENCHMARK(parse_one_long_sentence)->Range(64, 4096)->Unit(benchmark::kMillisecond);

void load_model(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(nlp::Model::load(kSource + "/data/model/en.bin"));
}
BENCHMARK(load_model)->Unit(benchmark::kMillisecond);

void read_treebank(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(sentences());
}
BENCHMARK(read_treebank)->Unit(benchmark::kMillisecond);

}  // namespace

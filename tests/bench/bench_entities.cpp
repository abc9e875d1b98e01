// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The entities stage on an article of the examples, repeated: loading the gazetteer, matching its names
// (bytes a second), and finding mentions beside the whole way (their ratio is the stage's share of the
// pipeline).
#include <benchmark/benchmark.h>

#include <string>

#include "entente/pipeline.hpp"
#include "entities/match.hpp"
#include "entities/mentions.hpp"
#include "nlp/files.hpp"
#include "pipeline/resources.hpp"
#include "text/segment.hpp"

namespace {

using namespace entente;

const std::string kData = ENTENTE_SOURCE_DIR "/data";

const Resources& resources() {
  static const Resources kResources = Resources::load(kData);
  return kResources;
}

Document article(int times) {
  const std::string once =
      nlp::read_file(ENTENTE_SOURCE_DIR "/examples/articles/central-asia-security-analysis.txt");
  Document document{.id = "article", .title = {}, .date = "2004-06-15", .outlet = {}, .url = {}, .text = {}};
  for (int i = 0; i < times; ++i) document.text += once;
  return document;
}

void count_bytes(benchmark::State& state, const Document& document) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * document.text.size()));
}

void load_gazetteer(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Gazetteer::load(kData));
}
BENCHMARK(load_gazetteer)->Unit(benchmark::kMillisecond);

void match_gazetteer(benchmark::State& state) {
  const Document document = article(200);
  const Tokens tokens = segment(document.text);
  const Gazetteer& gazetteer = resources().parts().gazetteer;
  for (auto _ : state) benchmark::DoNotOptimize(match_names(document.text, tokens, gazetteer));
  count_bytes(state, document);
}
BENCHMARK(match_gazetteer)->Unit(benchmark::kMillisecond);

void find_all_mentions(benchmark::State& state) {
  const Document document = article(1);
  const Syntax syntax = analyse(document.text, resources());
  const Gazetteer& gazetteer = resources().parts().gazetteer;
  for (auto _ : state)
    benchmark::DoNotOptimize(find_mentions(document, syntax.tokens, syntax.parse, gazetteer));
  count_bytes(state, document);
}
BENCHMARK(find_all_mentions)->Unit(benchmark::kMicrosecond);

void whole_pipeline(benchmark::State& state) {
  const Document document = article(1);
  for (auto _ : state) benchmark::DoNotOptimize(extract(document, resources()));
  count_bytes(state, document);
}
BENCHMARK(whole_pipeline)->Unit(benchmark::kMicrosecond);

}  // namespace

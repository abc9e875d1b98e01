// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "relations/scorer.hpp"

#include <zlib.h>

#include <algorithm>
#include <bit>
#include <utility>

#include "entente/error.hpp"
#include "nlp/binary.hpp"
#include "nlp/files.hpp"

namespace entente::relations {
namespace {

constexpr double kNearly = 0.985;
constexpr std::string_view kHeader = "entente-scorer 3\n";

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

constexpr std::uint64_t kNoFold = ~std::uint64_t{0};

/// Learns from all documents but those of `fold`.
LinearModel train_linear(const std::vector<Example>& examples, const ScorerOptions& options,
                         std::uint64_t fold) {
  std::vector<LinearExample> pairs;
  for (const Example& example : examples) {
    if (example.text % options.folds == fold) continue;
    for (std::size_t i = 0; i < example.pairs.size(); ++i)
      pairs.push_back({&example.pairs[i].features, example.types[i]});
  }
  return LinearModel::train(pairs, options.linear);
}

/// Candidates with their answers, and the text of each.
struct Judged {
  TreeExamples rows{Candidate::kColumns, {}, {}};
  std::vector<std::uint64_t> texts;
  std::size_t holding = 0;  ///< relations of all documents, also those without a candidate
};

Judged judge(const std::vector<Example>& examples) {
  Judged judged;
  for (const Example& example : examples) {
    const auto& holding = example.holding;
    judged.holding += holding.size();
    for (const Candidate& candidate : candidates_of(example.pairs)) {
      judged.rows.values.insert(judged.rows.values.end(), candidate.row.begin(), candidate.row.end());
      judged.rows.answers.push_back(std::binary_search(
          holding.begin(), holding.end(), std::tuple(candidate.subject, candidate.type, candidate.object)));
      judged.texts.push_back(example.text);
    }
  }
  return judged;
}

/// The probability of each candidate by trees that have not seen its document.
std::vector<float> cross_validated(const Judged& judged, const ScorerOptions& options) {
  std::vector<float> probabilities(judged.texts.size());
  for (std::uint64_t fold = 0; fold < options.folds; ++fold) {
    TreeExamples seen{Candidate::kColumns, {}, {}};
    for (std::size_t i = 0; i < judged.texts.size(); ++i) {
      if (judged.texts[i] % options.folds == fold) continue;
      const float* row = &judged.rows.values[i * Candidate::kColumns];
      seen.values.insert(seen.values.end(), row, row + Candidate::kColumns);
      seen.answers.push_back(judged.rows.answers[i]);
    }
    const Trees trees = Trees::train(seen, options.trees);
    for (std::size_t i = 0; i < judged.texts.size(); ++i)
      if (judged.texts[i] % options.folds == fold)
        probabilities[i] = trees.probability(&judged.rows.values[i * Candidate::kColumns]);
  }
  return probabilities;
}

/// The highest threshold whose F1 is all but the best: between equals, rather miss than claim.
float best_threshold(const std::vector<float>& probabilities, const Judged& judged) {
  std::vector<std::pair<float, bool>> sorted;
  for (std::size_t i = 0; i < probabilities.size(); ++i)
    sorted.emplace_back(probabilities[i], judged.rows.answers[i]);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<double> f1;
  std::size_t hits = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    hits += sorted[i].second ? 1 : 0;
    f1.push_back(2.0 * static_cast<double>(hits) / static_cast<double>(i + 1 + judged.holding));
  }
  if (f1.empty()) return 0.5F;
  const double enough = kNearly * *std::max_element(f1.begin(), f1.end());
  const auto first = std::find_if(f1.begin(), f1.end(), [&](double f) { return f >= enough; });
  return sorted[static_cast<std::size_t>(first - f1.begin())].first;
}

}  // namespace

Scorer Scorer::train(std::vector<Example> examples, const ScorerOptions& options) {
  for (std::uint64_t fold = 0; fold < options.folds; ++fold) {
    const LinearModel model = train_linear(examples, options, fold);
    for (Example& example : examples)
      if (example.text % options.folds == fold)
        for (PairReading& pair : example.pairs) pair.probabilities = model.score(pair.features);
  }
  const Judged judged = judge(examples);
  Scorer scorer;
  scorer.threshold_ = best_threshold(cross_validated(judged, options), judged);
  scorer.trees_ = Trees::train(judged.rows, options.trees);
  scorer.linear_ = train_linear(examples, options, kNoFold);
  return scorer;
}

void Scorer::save(const std::string& path, const std::string& command) const {
  nlp::BinaryWriter writer;
  writer.text(command);
  linear_.write(writer);
  trees_.write(writer);
  writer.number(std::bit_cast<std::uint32_t>(threshold_));
  std::string bytes = std::string(kHeader) + writer.bytes();
  nlp::BinaryWriter check;
  check.number(checksum(bytes));
  nlp::write_file(path, bytes + check.bytes());
}

Scorer Scorer::load(const std::string& path) {
  return read(nlp::read_file(path), path);
}

Scorer Scorer::read(std::string_view bytes, const std::string& name) {
  const std::string advice = "; get it anew or train one with `entente train --relations`";
  if (!bytes.starts_with(kHeader))
    throw DataError(name, 0, "this is no scorer of this version of Entente" + advice);
  const std::string_view body = bytes.substr(0, bytes.size() - std::min<std::size_t>(4, bytes.size()));
  nlp::BinaryReader check(bytes.substr(body.size()));
  if (body.size() < kHeader.size() || check.number<std::uint32_t>() != checksum(body))
    throw DataError(name, 0, "the scorer is damaged" + advice);
  nlp::BinaryReader reader(body.substr(kHeader.size()));
  Scorer scorer;
  reader.text();
  scorer.linear_ = LinearModel::read(reader);
  scorer.trees_ = Trees::read(reader, Candidate::kColumns);
  scorer.threshold_ = std::bit_cast<float>(reader.number<std::uint32_t>());
  if (reader.failed() || !reader.at_end()) throw DataError(name, 0, "the scorer is damaged" + advice);
  return scorer;
}

}  // namespace entente::relations

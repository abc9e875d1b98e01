// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "relations/scorer.hpp"

#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cmath>

#include "entente/error.hpp"
#include "nlp/binary.hpp"
#include "nlp/files.hpp"
#include "nlp/hash.hpp"

namespace entente::relations {
namespace {

constexpr float kUnit = 1.0F / 1024;
constexpr float kLeastWeight = 0.05F;  // features whose weights are all smaller are dropped
// Thresholds lie between these: rare types would else be asserted on a whim, or never.
constexpr float kLeastThreshold = 0.35F, kMostThreshold = 0.75F;
constexpr std::string_view kHeader = "entente-scorer 2\n";

float sigmoid(float x) {
  return 1.0F / (1.0F + std::exp(-x));
}

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

/// The threshold of best F1, from counts by hundredths of probability.
float best_threshold(const std::array<std::uint32_t, 100>& right,
                     const std::array<std::uint32_t, 100>& asserted, std::uint32_t held) {
  float chosen = kMostThreshold;
  double best = 0;
  std::uint32_t hits = 0, all = 0;
  for (std::size_t step = right.size(); step-- > 0;) {
    hits += right[step];
    all += asserted[step];
    const float threshold = static_cast<float>(step) / static_cast<float>(right.size());
    const double f1 = 2.0 * hits / std::max<double>(1, all + held);
    if (f1 <= best || threshold > kMostThreshold || threshold < kLeastThreshold) continue;
    best = f1;
    chosen = threshold;
  }
  return chosen;
}

}  // namespace

void Scorer::index() {
  slots_.assign(std::bit_ceil(std::max<std::size_t>(keys_.size() * 2, 16)), kFree);
  for (std::uint32_t row = 0; row < keys_.size(); ++row) {
    std::size_t at = keys_[row] & (slots_.size() - 1);
    while (slots_[at] != kFree) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = row;
  }
}

std::uint32_t Scorer::row(std::uint32_t feature) const {
  for (std::size_t at = feature & (slots_.size() - 1); slots_[at] != kFree;
       at = (at + 1) & (slots_.size() - 1))
    if (keys_[slots_[at]] == feature) return slots_[at];
  return kFree;
}

Probabilities Scorer::score(const std::vector<std::uint32_t>& features) const {
  std::array<std::int32_t, kRelationTypeCount> sums{};
  for (const std::uint32_t feature : features) {
    const std::uint32_t at = row(feature);
    if (at == kFree) continue;
    const std::int16_t* weights = &weights_[at * kRelationTypeCount];
    for (std::size_t type = 0; type < kRelationTypeCount; ++type) sums[type] += weights[type];
  }
  Probabilities result{};
  for (std::size_t type = 0; type < kRelationTypeCount; ++type)
    result[type] = sigmoid(bias_[type] + static_cast<float>(sums[type]) * kUnit);
  return result;
}

/// Learns from all documents but those of `fold`.
Scorer Scorer::fit(const std::vector<Example>& examples, const ScorerOptions& options, int fold) {
  const auto left_out = [&](const Example& example) {
    return static_cast<int>(example.document % static_cast<std::uint32_t>(options.folds)) == fold;
  };
  Scorer scorer;
  std::vector<std::uint32_t> all;
  for (const Example& example : examples)
    all.insert(all.end(), example.features.begin(), example.features.end());
  std::sort(all.begin(), all.end());
  for (std::size_t i = 0, next = 0; i < all.size(); i = next) {
    while (next < all.size() && all[next] == all[i]) ++next;
    if (next - i >= options.least_count) scorer.keys_.push_back(all[i]);
  }
  scorer.index();
  const std::size_t size = scorer.keys_.size() * kRelationTypeCount;
  std::vector<float> weights(size, 0.0F), squares(size, 1e-3F);
  Probabilities bias_squares{};
  bias_squares.fill(1e-3F);
  scorer.bias_.fill(-4.0F);
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < examples.size(); ++i)
    if (!left_out(examples[i])) order.push_back(i);
  nlp::Random random(options.seed);
  constexpr float kRate = 0.1F;
  std::vector<std::uint32_t> rows;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    random.shuffle(order);
    for (const std::uint32_t which : order) {
      const Example& example = examples[which];
      rows.clear();
      for (const std::uint32_t feature : example.features)
        if (const std::uint32_t at = scorer.row(feature); at != kFree) rows.push_back(at);
      for (std::size_t type = 0; type < kRelationTypeCount; ++type) {
        float sum = scorer.bias_[type];
        for (const std::uint32_t at : rows) sum += weights[at * kRelationTypeCount + type];
        const float gradient = sigmoid(sum) - static_cast<float>((example.types >> type) & 1U);
        if (std::abs(gradient) < 1e-3F) continue;
        bias_squares[type] += gradient * gradient;
        scorer.bias_[type] -= kRate * gradient / std::sqrt(bias_squares[type]);
        for (const std::uint32_t at : rows) {
          const std::size_t place = at * kRelationTypeCount + type;
          const float slope = gradient + options.regularization * weights[place];
          squares[place] += slope * slope;
          weights[place] -= kRate * slope / std::sqrt(squares[place]);
        }
      }
    }
  }
  scorer.keep(weights);
  return scorer;
}

/// Rounds the weights, and drops features that say next to nothing.
void Scorer::keep(const std::vector<float>& weights) {
  std::vector<std::uint32_t> kept;
  for (std::size_t row = 0; row < keys_.size(); ++row) {
    const float* values = &weights[row * kRelationTypeCount];
    if (std::none_of(values, values + kRelationTypeCount,
                     [](float w) { return std::abs(w) >= kLeastWeight; }))
      continue;
    kept.push_back(keys_[row]);
    for (std::size_t type = 0; type < kRelationTypeCount; ++type)
      weights_.push_back(
          static_cast<std::int16_t>(std::clamp(std::lround(values[type] / kUnit), -32767L, 32767L)));
  }
  keys_ = std::move(kept);
  index();
}

Scorer Scorer::train(const std::vector<Example>& examples, const ScorerOptions& options) {
  constexpr std::size_t kSteps = 100;
  // Right and asserted pairs by type and probability, of documents that the scorer asked has not seen.
  std::vector<std::array<std::uint32_t, kSteps>> right(kRelationTypeCount), asserted(kRelationTypeCount);
  std::array<std::uint32_t, kRelationTypeCount> held{};
  for (int fold = 0; fold < options.folds; ++fold) {
    const Scorer scorer = fit(examples, options, fold);
    for (const Example& example : examples) {
      if (static_cast<int>(example.document % static_cast<std::uint32_t>(options.folds)) != fold) continue;
      const Probabilities probabilities = scorer.score(example.features);
      for (std::size_t type = 0; type < kRelationTypeCount; ++type) {
        const auto step =
            std::min(kSteps - 1, static_cast<std::size_t>(probabilities[type] * static_cast<float>(kSteps)));
        const bool holds = ((example.types >> type) & 1U) != 0;
        held[type] += holds;
        if (((example.evidence >> type) & 1U) == 0) continue;
        ++asserted[type][step];
        right[type][step] += holds;
      }
    }
  }
  Scorer scorer = fit(examples, options, -1);
  for (std::size_t type = 0; type < kRelationTypeCount; ++type)
    scorer.thresholds_[type] = best_threshold(right[type], asserted[type], held[type]);
  return scorer;
}

void Scorer::save(const std::string& path, const std::string& command) const {
  nlp::BinaryWriter writer;
  writer.text(command);
  writer.list(keys_);
  writer.list(weights_);
  for (const float value : bias_) writer.number(std::bit_cast<std::uint32_t>(value));
  for (const float value : thresholds_) writer.number(std::bit_cast<std::uint32_t>(value));
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
  scorer.keys_ = reader.list<std::uint32_t>();
  scorer.weights_ = reader.list<std::int16_t>();
  for (float& value : scorer.bias_) value = std::bit_cast<float>(reader.number<std::uint32_t>());
  for (float& value : scorer.thresholds_) value = std::bit_cast<float>(reader.number<std::uint32_t>());
  if (reader.failed() || !reader.at_end() ||
      scorer.weights_.size() != scorer.keys_.size() * kRelationTypeCount)
    throw DataError(name, 0, "the scorer is damaged" + advice);
  scorer.index();
  return scorer;
}

}  // namespace entente::relations

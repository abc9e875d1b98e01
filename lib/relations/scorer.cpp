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
constexpr std::string_view kHeader = "entente-scorer 1\n";

float sigmoid(float x) {
  return 1.0F / (1.0F + std::exp(-x));
}

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
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

Scorer Scorer::train(const std::vector<Example>& examples, const ScorerOptions& options) {
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
  std::vector<std::uint32_t> order(examples.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
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
  scorer.weights_.resize(size);
  for (std::size_t i = 0; i < size; ++i)
    scorer.weights_[i] =
        static_cast<std::int16_t>(std::clamp(std::lround(weights[i] / kUnit), -32767L, 32767L));
  return scorer;
}

void Scorer::save(const std::string& path, const std::string& command) const {
  nlp::BinaryWriter writer;
  writer.text(command);
  writer.list(keys_);
  writer.list(weights_);
  for (const float value : bias_) writer.number(std::bit_cast<std::uint32_t>(value));
  std::string bytes = std::string(kHeader) + writer.bytes();
  nlp::BinaryWriter check;
  check.number(checksum(bytes));
  nlp::write_file(path, bytes + check.bytes());
}

Scorer Scorer::load(const std::string& path) {
  const std::string bytes = nlp::read_file(path);
  const std::string advice = "; get it anew or train one with `entente train --relations`";
  if (!bytes.starts_with(kHeader))
    throw DataError(path, 0, "this is no scorer of this version of Entente" + advice);
  const std::string_view body =
      std::string_view(bytes).substr(0, bytes.size() - std::min<std::size_t>(4, bytes.size()));
  nlp::BinaryReader check(std::string_view(bytes).substr(body.size()));
  if (check.number<std::uint32_t>() != checksum(body))
    throw DataError(path, 0, "the scorer is damaged" + advice);
  nlp::BinaryReader reader(body.substr(kHeader.size()));
  Scorer scorer;
  reader.text();
  scorer.keys_ = reader.list<std::uint32_t>();
  scorer.weights_ = reader.list<std::int16_t>();
  for (float& value : scorer.bias_) value = std::bit_cast<float>(reader.number<std::uint32_t>());
  if (reader.failed() || !reader.at_end() ||
      scorer.weights_.size() != scorer.keys_.size() * kRelationTypeCount)
    throw DataError(path, 0, "the scorer is damaged" + advice);
  scorer.index();
  return scorer;
}

}  // namespace entente::relations

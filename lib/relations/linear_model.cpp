// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "relations/linear_model.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "nlp/hash.hpp"

namespace entente::relations {
namespace {

constexpr float kUnit = 1.0F / 1024;
constexpr float kLeastWeight = 0.05F;  // features whose weights are all smaller are dropped

float sigmoid(float x) {
  return 1.0F / (1.0F + std::exp(-x));
}

}  // namespace

void LinearModel::index() {
  slots_.assign(std::bit_ceil(std::max<std::size_t>(keys_.size() * 2, 16)), kFree);
  for (std::uint32_t row = 0; row < keys_.size(); ++row) {
    std::size_t at = keys_[row] & (slots_.size() - 1);
    while (slots_[at] != kFree) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = row;
  }
}

std::uint32_t LinearModel::row(std::uint32_t feature) const {
  for (std::size_t at = feature & (slots_.size() - 1); slots_[at] != kFree;
       at = (at + 1) & (slots_.size() - 1))
    if (keys_[slots_[at]] == feature) return slots_[at];
  return kFree;
}

Probabilities LinearModel::score(const std::vector<std::uint32_t>& features) const {
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

LinearModel LinearModel::train(const std::vector<LinearExample>& examples, const LinearOptions& options) {
  LinearModel model;
  std::vector<std::uint32_t> all;
  for (const LinearExample& example : examples)
    all.insert(all.end(), example.features->begin(), example.features->end());
  std::sort(all.begin(), all.end());
  for (std::size_t i = 0, next = 0; i < all.size(); i = next) {
    while (next < all.size() && all[next] == all[i]) ++next;
    if (next - i >= options.least_count) model.keys_.push_back(all[i]);
  }
  model.index();
  const std::size_t size = model.keys_.size() * kRelationTypeCount;
  std::vector<float> weights(size, 0.0F), squares(size, 1e-3F);
  Probabilities bias_squares{};
  bias_squares.fill(1e-3F);
  model.bias_.fill(-4.0F);
  std::vector<std::uint32_t> order(examples.size());
  std::iota(order.begin(), order.end(), 0);
  nlp::Random random(options.seed);
  constexpr float kRate = 0.1F;
  std::vector<std::uint32_t> rows;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    random.shuffle(order);
    for (const std::uint32_t which : order) {
      const LinearExample& example = examples[which];
      rows.clear();
      for (const std::uint32_t feature : *example.features)
        if (const std::uint32_t at = model.row(feature); at != kFree) rows.push_back(at);
      for (std::size_t type = 0; type < kRelationTypeCount; ++type) {
        float sum = model.bias_[type];
        for (const std::uint32_t at : rows) sum += weights[at * kRelationTypeCount + type];
        const float gradient = sigmoid(sum) - static_cast<float>((example.types >> type) & 1U);
        if (std::abs(gradient) < 1e-3F) continue;
        bias_squares[type] += gradient * gradient;
        model.bias_[type] -= kRate * gradient / std::sqrt(bias_squares[type]);
        for (const std::uint32_t at : rows) {
          const std::size_t place = at * kRelationTypeCount + type;
          const float slope = gradient + options.regularization * weights[place];
          squares[place] += slope * slope;
          weights[place] -= kRate * slope / std::sqrt(squares[place]);
        }
      }
    }
  }
  model.keep(weights);
  return model;
}

/// Rounds the weights, and drops features that say next to nothing.
void LinearModel::keep(const std::vector<float>& weights) {
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

void LinearModel::write(nlp::BinaryWriter& writer) const {
  writer.list(keys_);
  writer.list(weights_);
  for (const float value : bias_) writer.number(std::bit_cast<std::uint32_t>(value));
}

LinearModel LinearModel::read(nlp::BinaryReader& reader) {
  LinearModel model;
  model.keys_ = reader.list<std::uint32_t>();
  model.weights_ = reader.list<std::int16_t>();
  for (float& value : model.bias_) value = std::bit_cast<float>(reader.number<std::uint32_t>());
  if (model.weights_.size() != model.keys_.size() * kRelationTypeCount) reader.fail();
  if (reader.failed()) return {};
  model.index();
  return model;
}

}  // namespace entente::relations

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Averaged perceptron (Collins 2002) with a margin, in integers. The treebank is the judge while the rules
// walk over its text, so the gaps are those that they will ask about, in the states that right decisions lead
// to.
#include <algorithm>
#include <numeric>
#include <utility>

#include "text/boundary_model.hpp"
#include "text/segment.hpp"

namespace entente {
namespace {

constexpr std::int64_t kScale = 64;  // of the weights in the model

struct Example {
  GapFeatures features;
  bool ends = false;
};

/// Answers with the truth and keeps the questions.
class Recorder final : public GapJudge {
 public:
  Recorder(const std::vector<Span>& sentences, std::vector<Example>& out)
      : sentences_(sentences), out_(out) {}

  bool ends(std::size_t at, const GapFeatures& features) override {
    while (next_ < sentences_.size() && sentences_[next_].end < at) ++next_;
    const bool ends = next_ < sentences_.size() && sentences_[next_].end == at;
    out_.push_back({features, ends});
    return ends;
  }

 private:
  const std::vector<Span>& sentences_;
  std::vector<Example>& out_;
  std::size_t next_ = 0;
};

/// Shuffles in the same way on every machine (splitmix64).
void shuffle(std::vector<std::uint32_t>& order, std::uint64_t& state) {
  for (std::size_t left = order.size(); left > 1; --left) {
    std::uint64_t value = state += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    std::swap(order[left - 1], order[(value ^ (value >> 31U)) % left]);
  }
}

/// A weight w that changed by d at time t has the average w - sum(t * d) / now.
class Learner {
 public:
  Learner() : weights_(BoundaryModel::kSize), moments_(BoundaryModel::kSize) {}

  void learn(const Example& example, int margin) {
    ++now_;
    const std::int64_t sign = example.ends ? 1 : -1;
    std::int64_t sum = 0;
    for (const std::uint32_t hash : example.features.hashes()) sum += weights_[BoundaryModel::slot(hash)];
    if (sum * sign > margin) return;
    for (const std::uint32_t hash : example.features.hashes()) {
      weights_[BoundaryModel::slot(hash)] += sign;
      moments_[BoundaryModel::slot(hash)] += sign * now_;
    }
  }

  std::vector<std::int16_t> averages() const {
    std::vector<std::int16_t> result(weights_.size());
    for (std::size_t i = 0; i < result.size() && now_ > 0; ++i) {
      const std::int64_t average = (weights_[i] * now_ - moments_[i]) * kScale / now_;
      result[i] = static_cast<std::int16_t>(std::clamp<std::int64_t>(average, -32767, 32767));
    }
    return result;
  }

 private:
  std::vector<std::int64_t> weights_;
  std::vector<std::int64_t> moments_;
  std::int64_t now_ = 0;
};

}  // namespace

BoundaryModel BoundaryModel::train(const std::vector<DividedText>& texts, const BoundaryOptions& options) {
  std::vector<Example> examples;
  for (const DividedText& text : texts) {
    Recorder recorder(text.sentences, examples);
    segment(text.text, recorder);
  }
  std::vector<std::uint32_t> order(examples.size());
  std::iota(order.begin(), order.end(), 0U);
  std::uint64_t random = options.seed;
  Learner learner;
  for (int round = 0; round < options.iterations; ++round) {
    shuffle(order, random);
    for (const std::uint32_t at : order) learner.learn(examples[at], options.margin);
  }
  BoundaryModel model;
  model.weights_ = learner.averages();
  return model;
}

}  // namespace entente

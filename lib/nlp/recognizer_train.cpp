// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Maximum likelihood with a Gaussian prior by stochastic gradients (Bottou 2010): forward and backward sums
// over the labels of a sentence give the probability of each label; weights move by what is missing to the
// right one. The prior shrinks all weights alike, so one factor before them does it.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "nlp/hash.hpp"
#include "nlp/recognizer.hpp"

namespace entente::nlp {
namespace {

constexpr std::size_t kLabels = Recognizer::kLabels;
using Row = std::array<float, kLabels>;
using Sums = std::array<double, kLabels>;

/// The sentences of the examples with features as numbers from 0.
struct Sequence {
  std::size_t first = 0;  ///< tokens [first, last) of all
  std::size_t last = 0;
};

/// The features that are seen often enough, ascending.
std::vector<std::uint32_t> frequent_features(const std::vector<NameExample>& examples, std::uint32_t least) {
  std::vector<std::uint32_t> all;
  for (const auto& example : examples)
    all.insert(all.end(), example.features.hashes.begin(), example.features.hashes.end());
  std::sort(all.begin(), all.end());
  std::vector<std::uint32_t> kept;
  for (auto at = all.begin(); at != all.end();) {
    const auto next = std::upper_bound(at, all.end(), *at);
    if (next - at >= static_cast<std::ptrdiff_t>(least)) kept.push_back(*at);
    at = next;
  }
  return kept;
}

class Trainer {
 public:
  Trainer(const std::vector<NameExample>& examples, const RecognizerOptions& options)
      : options_(options),
        keys_(frequent_features(examples, options.seen)),
        weights_(keys_.size()),
        mean_(keys_.size()) {
    for (const auto& example : examples) add(example);
    for (std::size_t f = 0; f < kLabels; ++f)
      for (std::size_t t = 0; t < kLabels; ++t)
        allowed_[f][t] = may_follow(static_cast<NameLabel>(f), static_cast<NameLabel>(t));
  }

  void run() {
    Random random(options_.seed);
    std::vector<Sequence> order = sequences_;
    const double strength = 1.0 / (options_.variance * static_cast<double>(order.size()));
    std::size_t step = 0;
    float counted = 0;
    for (int epoch = 0; epoch < options_.epochs; ++epoch) {
      random.shuffle(order);
      for (const Sequence& sequence : order) {
        const double rate = options_.rate / (1 + options_.rate * strength * static_cast<double>(step++));
        scale_ *= 1 - rate * strength;
        learn(sequence, rate);
        if (scale_ < 1e-6) rescale();
      }
      rescale();
      if (2 * epoch >= options_.epochs) add_to_mean(++counted);
    }
  }

  const std::vector<std::uint32_t>& keys() const { return keys_; }
  /// Means of the weights after each epoch of the second half: single sentences count for less.
  const std::vector<Row>& weights() const { return mean_; }
  const std::array<Row, kLabels>& transitions() const { return mean_transitions_; }

 private:
  void add(const NameExample& example) {
    for (const Sentence& sentence : example.sentences) {
      const std::size_t first = labels_.size();
      for (Index token = sentence.first; token < sentence.last; ++token) {
        begin_.push_back(numbers_.size());
        for (const std::uint32_t hash : example.features.of(token)) {
          const auto found = std::lower_bound(keys_.begin(), keys_.end(), hash);
          if (found != keys_.end() && *found == hash)
            numbers_.push_back(static_cast<std::uint32_t>(found - keys_.begin()));
        }
        labels_.push_back(static_cast<std::uint8_t>(example.labels[token]));
      }
      sequences_.push_back({first, labels_.size()});
    }
  }

  std::size_t end_of(std::size_t token) const {
    return token + 1 < begin_.size() ? begin_[token + 1] : numbers_.size();
  }

  void rescale() {
    for (Row& row : weights_)
      for (float& weight : row) weight = static_cast<float>(weight * scale_);
    for (Row& row : transitions_)
      for (float& weight : row) weight = static_cast<float>(weight * scale_);
    scale_ = 1;
  }

  static void move_mean(const Row& row, float counted, Row& mean) {
    for (std::size_t label = 0; label < kLabels; ++label) mean[label] += (row[label] - mean[label]) / counted;
  }
  void add_to_mean(float counted) {
    for (std::size_t i = 0; i < weights_.size(); ++i) move_mean(weights_[i], counted, mean_[i]);
    for (std::size_t i = 0; i < kLabels; ++i) move_mean(transitions_[i], counted, mean_transitions_[i]);
  }

  void score(const Sequence& sequence) {
    const std::size_t size = sequence.last - sequence.first;
    emissions_.assign(size, Sums{});
    for (std::size_t i = 0; i < size; ++i) {
      Row sum{};
      for (std::size_t at = begin_[sequence.first + i]; at < end_of(sequence.first + i); ++at)
        for (std::size_t label = 0; label < kLabels; ++label) sum[label] += weights_[numbers_[at]][label];
      double best = -1e30;
      for (std::size_t label = 0; label < kLabels; ++label) best = std::max(best, sum[label] * scale_);
      for (std::size_t label = 0; label < kLabels; ++label)
        emissions_[i][label] = std::exp(sum[label] * scale_ - best);
    }
    for (std::size_t f = 0; f < kLabels; ++f)
      for (std::size_t t = 0; t < kLabels; ++t)
        steps_[f][t] = allowed_[f][t] ? std::exp(transitions_[f][t] * scale_) : 0;
  }

  static void normalise(Sums& sums) {
    const double total = std::accumulate(sums.begin(), sums.end(), 0.0);
    for (double& sum : sums) sum /= total;
  }

  void learn(const Sequence& sequence, double rate) {
    if (sequence.first == sequence.last) return;
    score(sequence);
    const std::size_t size = sequence.last - sequence.first;
    forward_.assign(size, Sums{});
    backward_.assign(size, Sums{});
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t t = 0; t < kLabels; ++t) {
        double sum = i == 0 ? steps_[0][t] : 0;
        for (std::size_t f = 0; i > 0 && f < kLabels; ++f) sum += forward_[i - 1][f] * steps_[f][t];
        forward_[i][t] = sum * emissions_[i][t];
      }
      normalise(forward_[i]);
    }
    backward_[size - 1].fill(1);
    for (std::size_t i = size - 1; i-- > 0;) {
      for (std::size_t f = 0; f < kLabels; ++f)
        for (std::size_t t = 0; t < kLabels; ++t)
          backward_[i][f] += steps_[f][t] * emissions_[i + 1][t] * backward_[i + 1][t];
      normalise(backward_[i]);
    }
    const auto step = static_cast<float>(rate / scale_);
    for (std::size_t i = 0; i < size; ++i) {
      move_weights(sequence.first + i, i, step);
      move_transitions(sequence.first + i, i, step);
    }
  }

  void move_weights(std::size_t token, std::size_t i, float step) {
    Sums expected;
    for (std::size_t label = 0; label < kLabels; ++label)
      expected[label] = forward_[i][label] * backward_[i][label];
    normalise(expected);
    Row change;
    for (std::size_t label = 0; label < kLabels; ++label)
      change[label] = step * static_cast<float>((labels_[token] == label ? 1 : 0) - expected[label]);
    for (std::size_t at = begin_[token]; at < end_of(token); ++at)
      for (std::size_t label = 0; label < kLabels; ++label) weights_[numbers_[at]][label] += change[label];
  }

  void move_transitions(std::size_t token, std::size_t i, float step) {
    std::array<Sums, kLabels> expected{};
    double total = 0;
    for (std::size_t f = 0; f < kLabels; ++f)
      for (std::size_t t = 0; t < kLabels; ++t) {
        const double before = i == 0 ? (f == 0 ? 1.0 : 0.0) : forward_[i - 1][f];
        expected[f][t] = before * steps_[f][t] * emissions_[i][t] * backward_[i][t];
        total += expected[f][t];
      }
    for (std::size_t f = 0; f < kLabels; ++f)
      for (std::size_t t = 0; t < kLabels; ++t)
        transitions_[f][t] -= step * static_cast<float>(expected[f][t] / total);
    transitions_[i == 0 ? 0 : labels_[token - 1]][labels_[token]] += step;
  }

  const RecognizerOptions& options_;
  std::vector<std::uint32_t> keys_;
  std::vector<Row> weights_;
  std::array<Row, kLabels> transitions_{};
  std::vector<Row> mean_;
  std::array<Row, kLabels> mean_transitions_{};
  std::array<std::array<bool, kLabels>, kLabels> allowed_{};
  double scale_ = 1;

  std::vector<Sequence> sequences_;
  std::vector<std::size_t> begin_;
  std::vector<std::uint32_t> numbers_;
  std::vector<std::uint8_t> labels_;

  std::vector<Sums> emissions_, forward_, backward_;
  std::array<Sums, kLabels> steps_{};
};

std::int8_t as_byte(float weight) {
  return static_cast<std::int8_t>(std::clamp(std::lround(weight * Recognizer::kScale), -127L, 127L));
}

Recognizer::Weights as_bytes(const Row& row) {
  Recognizer::Weights bytes;
  std::transform(row.begin(), row.end(), bytes.begin(), as_byte);
  return bytes;
}

}  // namespace

Recognizer Recognizer::train(const std::vector<NameExample>& examples, const RecognizerOptions& options) {
  Trainer trainer(examples, options);
  trainer.run();
  Recognizer result;
  for (std::size_t i = 0; i < trainer.keys().size(); ++i) {
    const Row& row = trainer.weights()[i];
    if (std::none_of(row.begin(), row.end(), [&](float w) { return std::abs(w) >= options.smallest; }))
      continue;
    result.keys_.push_back(trainer.keys()[i]);
    result.weights_.push_back(as_bytes(row));
  }
  for (std::size_t f = 0; f < kLabels; ++f) result.transitions_[f] = as_bytes(trainer.transitions()[f]);
  result.index();
  return result;
}

}  // namespace entente::nlp

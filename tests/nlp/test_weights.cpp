// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "catch.hpp"
#include "nlp/hash.hpp"
#include "nlp/weights.hpp"

using namespace entente::nlp;

namespace {

constexpr std::size_t kLabels = 5;

// The obvious twin: a map of maps, and the average by adding every weight after every decision.
struct SlowPerceptron {
  std::map<std::uint32_t, std::map<std::size_t, std::pair<long, long>>> weights;  // weight, sum
  std::map<std::uint32_t, unsigned> updates;
  long ticks = 1;

  void update(Features features, std::size_t good, std::size_t bad) {
    for (const std::uint32_t feature : features) {
      ++weights[feature][good].first;
      --weights[feature][bad].first;
      ++updates[feature];
    }
  }
  void tick() {
    for (auto& [feature, row] : weights) {
      for (auto& [label, weight] : row) weight.second += weight.first;
    }
    ++ticks;
  }
};

std::vector<std::int32_t> scores_of(const WeightTable& table, Features features) {
  std::vector<std::int32_t> scores(kLabels, 0);
  table.add_scores(features, scores);
  return scores;
}

}  // namespace

TEST_CASE("The averaged perceptron agrees with the slow one") {
  Random random(7);
  Perceptron fast;
  SlowPerceptron slow;
  for (int step = 0; step < 2000; ++step) {
    std::vector<std::uint32_t> features;
    for (int i = 0; i < 4; ++i) features.push_back(static_cast<std::uint32_t>(random.below(40)) * 65536U);
    const auto good = random.below(kLabels), bad = (good + 1 + random.below(kLabels - 1)) % kLabels;
    if (random.below(3) == 0) {
      fast.update(features, good, bad);
      slow.update(features, good, bad);
    }
    fast.tick();
    slow.tick();
  }
  const WeightTable table = fast.freeze({});
  for (const auto& [feature, row] : slow.weights) {
    const auto scores = scores_of(table, std::array{feature});
    for (const auto& [label, weight] : row) {
      CHECK(scores[label] ==
            Approx(64.0 * static_cast<double>(weight.second) / static_cast<double>(slow.ticks)).margin(1.01));
    }
  }
}

TEST_CASE("Merged perceptrons score as the sum of both") {
  Random random(8);
  Perceptron both[2];
  for (Perceptron& one : both) {
    for (int step = 0; step < 500; ++step) {
      const std::array feature{static_cast<std::uint32_t>(random.below(20)) * 7919U};
      one.update(feature, random.below(kLabels), random.below(kLabels));
      one.tick();
    }
  }
  const WeightTable first = both[0].freeze({}), second = both[1].freeze({});
  both[0].merge(both[1]);
  const WeightTable sum = both[0].freeze({});
  for (std::uint32_t i = 0; i < 20; ++i) {
    const std::array feature{i * 7919U};
    const auto a = scores_of(first, feature), b = scores_of(second, feature), c = scores_of(sum, feature);
    for (std::size_t label = 0; label < kLabels; ++label)
      CHECK(std::abs(a[label] + b[label] - c[label]) <= 1);
  }
}

TEST_CASE("Features changed too rarely are dropped, unknown ones score nothing") {
  Perceptron perceptron;
  perceptron.update(std::array{1U, 2U}, 0, 1);
  perceptron.update(std::array{2U}, 0, 1);
  perceptron.tick();
  const WeightTable table = perceptron.freeze({2, 1});
  CHECK(table.row_count() == 1);
  CHECK(scores_of(table, std::array{1U, 77U}) == std::vector<std::int32_t>(kLabels, 0));
  CHECK(scores_of(table, std::array{2U})[0] > 0);
  CHECK(scores_of(WeightTable(), std::array{2U}) == std::vector<std::int32_t>(kLabels, 0));
}

TEST_CASE("A table survives the file, a malformed one is refused") {
  Perceptron perceptron;
  for (std::uint32_t i = 0; i < 1000; ++i)
    perceptron.update(std::array{i * 2654435761U}, i % kLabels, (i + 1) % kLabels);
  perceptron.tick();
  const WeightTable table = perceptron.freeze({});
  BinaryWriter out;
  table.write(out);
  BinaryReader in(out.bytes());
  const WeightTable read = WeightTable::read(in, kLabels);
  REQUIRE_FALSE(in.failed());
  CHECK(read.row_count() == 1000);
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const std::array feature{i * 2654435761U};
    CHECK(scores_of(read, feature) == scores_of(table, feature));
  }
  BinaryReader too_few_labels(out.bytes());
  WeightTable::read(too_few_labels, kLabels - 1);
  CHECK(too_few_labels.failed());
  for (std::size_t size = 0; size < out.bytes().size(); size += 97) {
    BinaryReader cut(std::string_view(out.bytes()).substr(0, size));
    WeightTable::read(cut, kLabels);
    CHECK(cut.failed());
  }
}

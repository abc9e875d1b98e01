// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "slow_network.hpp"
#include "tiny.hpp"

using namespace entente;
using namespace entente::nlp;

namespace {

std::vector<std::vector<FeatureRow>> tiny_rows(const FeatureTables& features) {
  std::vector<std::vector<FeatureRow>> rows;
  std::array<std::string, 2> scratch;
  for (const Example& example : tiny_examples())
    features.append_rows({example.forms.begin(), example.forms.end()}, scratch, rows.emplace_back());
  return rows;
}

bool same(const Analysis& a, const Analysis& b) {
  return a.tags == b.tags && a.heads == b.heads && a.labels == b.labels && a.names == b.names;
}

}  // namespace

TEST_CASE("Every kind of processor gives the same bits") {
  Random random(3);
  for (const auto& [rows, columns, count] :
       {std::array<std::size_t, 3>{64, 4, 1}, {128, 36, 13}, {64, 576, 7}}) {
    std::vector<std::int8_t> weights(rows * columns);
    for (auto& weight : weights) weight = static_cast<std::int8_t>(static_cast<int>(random.below(255)) - 127);
    std::vector<std::uint8_t> inputs(columns * count);
    for (auto& input : inputs) input = static_cast<std::uint8_t>(random.below(256));
    const auto gates = random_numbers(4 * 64, 6, random);
    const auto cells = random_numbers(64, 3, random);
    const auto run = [&](const Kernels& kind) {
      std::vector<std::int32_t> sums(rows * count);
      kind.multiply({weights.data(), rows, columns}, inputs.data(), count, sums.data());
      std::vector<float> cell = cells, values = gates;
      std::vector<std::uint8_t> hidden(64), bytes(64), products(64);
      kind.step(gates.data(), 64, cell.data(), hidden.data());
      kind.squash(values.data(), 64, bytes.data());
      kind.product(values.data(), cells.data(), 64, products.data());
      std::vector<float> scaled(rows);
      kind.scale(sums.data(), random_numbers(rows, 1, random).data(), gates.data(), 64, scaled.data());
      return std::tuple(sums, cell, values, hidden, bytes, products,
                        kind.dot(gates.data(), gates.data() + 64, 64));
    };
    const auto plain = run(all_kernels().front());
    for (const Kernels& kind : all_kernels()) {
      INFO(kind.name);
      CHECK(run(kind) == plain);
    }
  }
}

TEST_CASE("A product of a matrix and bytes is what it says") {
  DenseWeights weights{3, 8, {}, {0.5F, 0, -1}};
  Random random(8);
  weights.weights = random_numbers(24, 1, random);
  const auto input = random_numbers(8, 1, random);
  std::vector<std::uint8_t> bytes;
  for (const float value : input) bytes.push_back(to_byte(value));
  std::vector<std::int32_t> sums;
  std::vector<float> results;
  QuantizedDense(weights).apply(bytes.data(), 1, sums, results);
  for (std::size_t row = 0; row < 3; ++row) {
    double exact = weights.bias[row];
    for (std::size_t i = 0; i < 8; ++i) exact += weights.weights[row * 8 + i] * input[i];
    CHECK(results[row] == Approx(exact).margin(0.04));
  }
}

TEST_CASE("The network answers as its definition") {
  const auto examples = tiny_examples();
  const FeatureTables features = make_feature_tables(examples, {});
  const auto tags = tag_classes(examples);
  std::size_t words = 0, equal = 0;
  for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
    const NetworkWeights weights = random_weights(features, tags.size(), seed);
    const Network network(weights, tags);
    NetworkState state;
    std::vector<Analysis> fast;
    for (const auto& rows : tiny_rows(features)) {
      const std::span<const FeatureRow> sentence(rows);
      network.analyse({&sentence, 1}, state, fast);
      const Analysis slow = slow_analysis(weights, sentence);
      for (std::size_t i = 0; i < rows.size(); ++i) {
        ++words;
        equal += fast[0].heads[i] == slow.heads[i] && fast[0].labels[i] == slow.labels[i] ? 1 : 0;
      }
    }
  }
  CHECK(static_cast<double>(equal) >= 0.95 * static_cast<double>(words));  // close calls differ
}

TEST_CASE("A sentence gets the same answer alone and in company") {
  const auto rows = tiny_rows(tiny_model().features());
  std::vector<std::span<const FeatureRow>> all(rows.begin(), rows.end());
  NetworkState state;
  std::vector<Analysis> together, alone;
  tiny_model().network().analyse(all, state, together);
  REQUIRE(together.size() == all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    tiny_model().network().analyse({&all[i], 1}, state, alone);
    CHECK(same(alone[0], together[i]));
  }
}

TEST_CASE("Names begin before they go on") {
  const auto rows = tiny_rows(tiny_model().features());
  std::vector<std::span<const FeatureRow>> all(rows.begin(), rows.end());
  NetworkState state;
  std::vector<Analysis> out;
  tiny_model().network().analyse(all, state, out);
  for (const Analysis& analysis : out) {
    auto before = NameLabel::none;
    for (const NameLabel label : analysis.names) {
      const auto number = static_cast<int>(label);
      if (number > 0 && number % 2 == 0)
        CHECK((static_cast<int>(before) == number || static_cast<int>(before) == number - 1));
      before = label;
    }
  }
}

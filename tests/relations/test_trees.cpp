// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "catch.hpp"
#include "nlp/hash.hpp"
#include "relations/trees.hpp"

using namespace entente;
using namespace entente::relations;

namespace {

/// Two numbers in [0, 1); the answer is whether both lie above a half, and now and then wrong.
TreeExamples corner(std::size_t count) {
  nlp::Random random(7);
  TreeExamples made{2, {}, {}};
  for (std::size_t i = 0; i < count; ++i) {
    const auto x = static_cast<float>(random.below(1000)) / 1000,
               y = static_cast<float>(random.below(1000)) / 1000;
    made.values.insert(made.values.end(), {x, y});
    made.answers.push_back((x >= 0.5F && y >= 0.5F) != (random.below(20) == 0));
  }
  return made;
}

double loss(const Trees& trees, const TreeExamples& examples) {
  double sum = 0;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const double p = static_cast<double>(trees.probability(&examples.values[i * examples.columns]));
    sum -= std::log(examples.answers[i] ? p : 1 - p);
  }
  return sum / static_cast<double>(examples.size());
}

/// The best cut of all values of all columns, tried one by one: what the first tree of two leaves must find.
std::pair<std::size_t, float> best_cut(const TreeExamples& examples) {
  double yes = 0;
  for (const bool answer : examples.answers) yes += answer ? 1 : 0;
  const double mean = yes / static_cast<double>(examples.size());
  double best = -1;
  std::pair<std::size_t, float> found;
  for (std::size_t column = 0; column < examples.columns; ++column)
    for (std::size_t at = 0; at < examples.size(); ++at) {
      const float cut = examples.at(at, column);
      double left = 0, right = 0, left_count = 0, right_count = 0;
      for (std::size_t i = 0; i < examples.size(); ++i) {
        const double slope = mean - (examples.answers[i] ? 1 : 0);
        (examples.at(i, column) < cut ? left : right) += slope;
        (examples.at(i, column) < cut ? left_count : right_count) += 1;
      }
      if (left_count < 30 || right_count < 30) continue;
      const double curve = mean * (1 - mean);
      const double gain = left * left / (left_count * curve + 1) + right * right / (right_count * curve + 1);
      if (gain > best + 1e-9) best = gain, found = {column, cut};
    }
  return found;
}

}  // namespace

TEST_CASE("Trees learn what no single column tells") {
  const TreeExamples examples = corner(2000);
  const Trees trees = Trees::train(examples, {});
  const float both[] = {0.9F, 0.9F}, one[] = {0.9F, 0.1F}, none[] = {0.1F, 0.1F};
  CHECK(trees.probability(both) > 0.85F);
  CHECK(trees.probability(one) < 0.15F);
  CHECK(trees.probability(none) < 0.15F);
  TreeOptions more;
  more.rounds = 300;
  CHECK(loss(Trees::train(examples, more), examples) < loss(trees, examples));
}

TEST_CASE("The first cut is the best of all") {
  const TreeExamples examples = corner(200);
  TreeOptions options{.rounds = 1, .leaves = 2};
  options.bins = 200;  // as many as rows: nothing is rounded
  const Trees trees = Trees::train(examples, options);
  const auto [column, cut] = best_cut(examples);
  float low[] = {0.75F, 0.75F}, high[] = {0.75F, 0.75F};
  low[column] = cut - 0.0005F;
  high[column] = cut + 0.0005F;
  CHECK(trees.probability(low) != trees.probability(high));
  high[column] = 0.999F;
  low[column] = 0;
  CHECK(trees.probability(low) < trees.probability(high));
}

TEST_CASE("Trees without rows, with one answer, and of one value") {
  CHECK(Trees::train({2, {}, {}}, {}).empty());
  const Trees sure = Trees::train({1, std::vector<float>(100, 1), std::vector<bool>(100, true)}, {});
  const float row[] = {1};
  CHECK(sure.probability(row) > 0.98F);
  const Trees even = Trees::train({1, {1, 1, 1, 1}, {true, false, true, false}}, {});
  CHECK(even.probability(row) == Approx(0.5F));
}

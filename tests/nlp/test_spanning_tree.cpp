// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "nlp/hash.hpp"
#include "nlp/spanning_tree.hpp"

using namespace entente::nlp;

namespace {

using Heads = std::vector<std::size_t>;

bool is_tree(const Heads& heads) {
  std::size_t roots = 0;
  for (std::size_t word = 0; word < heads.size(); ++word) {
    roots += heads[word] == 0 ? 1 : 0;
    std::size_t node = word + 1, steps = 0;
    for (; node != 0 && steps <= heads.size(); ++steps) node = heads[node - 1];
    if (node != 0) return false;
  }
  return roots == 1;
}

double score_of(const Heads& heads, const std::vector<float>& scores) {
  double sum = 0;
  for (std::size_t word = 0; word < heads.size(); ++word)
    sum += scores[word * (heads.size() + 1) + heads[word]];
  return sum;
}

// The best of all assignments of heads that are trees.
double best_score(std::size_t size, const std::vector<float>& scores) {
  double best = -1e9;
  Heads heads(size, 0);
  while (true) {
    if (is_tree(heads)) best = std::max(best, score_of(heads, scores));
    std::size_t at = 0;
    while (at < size && ++heads[at] > size) heads[at++] = 0;
    if (at == size) return best;
  }
}

std::vector<float> random_scores(std::size_t size, std::uint64_t levels, Random& random) {
  std::vector<float> scores(size * (size + 1));
  for (float& score : scores) score = static_cast<float>(random.below(levels)) - 5.0F;
  return scores;
}

}  // namespace

TEST_CASE("The tree is the best of all with one root") {
  Random random(4);
  Heads heads;
  for (int round = 0; round < 400; ++round) {
    const std::size_t size = 1 + random.below(5);
    const auto scores = random_scores(size, round % 2 == 0 ? 4 : 1000, random);
    best_tree(scores, size, heads);
    REQUIRE(heads.size() == size);
    REQUIRE(is_tree(heads));
    CHECK(score_of(heads, scores) == Approx(best_score(size, scores)));
  }
}

TEST_CASE("Long sentences of any scores get a tree") {
  Random random(9);
  Heads heads;
  for (const std::uint64_t levels : {1U, 2U, 100000U}) {
    best_tree(random_scores(200, levels, random), 200, heads);
    CHECK(is_tree(heads));
  }
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "catch.hpp"
#include "nlp/hash.hpp"
#include "nlp/transitions.hpp"

using namespace entente;
using namespace entente::nlp;

namespace {

constexpr Move kMoves[] = {Move::shift, Move::left, Move::right};

// Any tree over `size` words: each word hangs below one chosen earlier in a random order.
GoldTree random_tree(Index size, Random& random) {
  std::vector<Index> order(size);
  for (Index i = 0; i < size; ++i) order[i] = i;
  random.shuffle(order);
  GoldTree tree{std::vector<Index>(size, size), std::vector<Dep>(size, Dep::dep)};
  for (Index i = 1; i < size; ++i) tree.heads[order[i]] = order[random.below(i)];
  return tree;
}

void check_is_tree(const Configuration& c) {
  std::size_t roots = 0;
  for (Index token = 0; token < c.size(); ++token) {
    REQUIRE(c.head(token) <= c.root());
    roots += c.head(token) == c.root() ? 1 : 0;
    Index at = token, steps = 0;
    while (at != c.root() && steps++ <= c.size()) at = c.head(at);
    CHECK(at == c.root());
  }
  CHECK(roots == (c.size() > 0 ? 1 : 0));
}

std::size_t right_arcs(const Configuration& c, const GoldTree& tree) {
  std::size_t right = 0;
  for (Index token = 0; token < c.size(); ++token) right += c.head(token) == tree.heads[token] ? 1 : 0;
  return right;
}

// The most gold arcs that any way on from `c` finds, by trying them all.
std::size_t best_reachable(const Configuration& c, const GoldTree& tree) {
  if (c.finished()) return right_arcs(c, tree);
  std::size_t best = 0;
  for (const Move move : kMoves) {
    if (!c.permits(move)) continue;
    Configuration next = c;
    next.apply({move, Dep::dep});
    best = std::max(best, best_reachable(next, tree));
  }
  return best;
}

}  // namespace

TEST_CASE("Actions and their numbers are one to one") {
  for (std::size_t i = 0; i < kActionCount; ++i) CHECK(index_of(action_at(i)) == i);
}

TEST_CASE("Every sequence of permitted moves ends in a tree with one root after 2n steps") {
  Random random(1);
  for (Index size = 0; size < 30; ++size) {
    for (int round = 0; round < 20; ++round) {
      Configuration c;
      c.reset(size);
      std::size_t steps = 0;
      while (!c.finished()) {
        const Move move = kMoves[random.below(3)];
        if (!c.permits(move)) continue;
        c.apply({move, Dep::dep});
        ++steps;
      }
      CHECK(steps == 2 * size);
      check_is_tree(c);
    }
  }
}

TEST_CASE("Projectivized trees are reached by moves without cost, and are trees") {
  Random random(2);
  for (int round = 0; round < 300; ++round) {
    GoldTree tree = random_tree(static_cast<Index>(1 + random.below(12)), random);
    projectivize(tree);
    CHECK(projectivize(tree) == 0);
    const DynamicOracle oracle(tree);
    Configuration c;
    c.reset(static_cast<Index>(tree.heads.size()));
    while (!c.finished()) {
      const auto free = std::find_if(std::begin(kMoves), std::end(kMoves),
                                     [&](Move move) { return c.permits(move) && oracle.cost(c, move) == 0; });
      REQUIRE(free != std::end(kMoves));
      c.apply({*free, Dep::dep});
    }
    CHECK(right_arcs(c, tree) == tree.heads.size());
  }
}

TEST_CASE("The dynamic oracle's cost is the loss of the best way on") {
  Random random(3);
  for (int round = 0; round < 60; ++round) {
    GoldTree tree = random_tree(5, random);
    projectivize(tree);
    const DynamicOracle oracle(tree);
    Configuration c;
    c.reset(5);
    while (!c.finished()) {
      const std::size_t now = best_reachable(c, tree);
      std::vector<Move> permitted;
      for (const Move move : kMoves) {
        if (!c.permits(move)) continue;
        permitted.push_back(move);
        Configuration next = c;
        next.apply({move, Dep::dep});
        CHECK(oracle.cost(c, move) == now - best_reachable(next, tree));
      }
      c.apply({permitted[random.below(permitted.size())], Dep::dep});
    }
  }
}

TEST_CASE("Projectivization lifts only what crosses") {
  GoldTree tree{{1, 2, 5, 2, 2}, std::vector<Dep>(5, Dep::dep)};  // projective
  const auto heads = tree.heads;
  CHECK(projectivize(tree) == 0);
  CHECK(tree.heads == heads);
  GoldTree crossing{{1, 4, 1, 0},
                    std::vector<Dep>(4, Dep::dep)};  // 3 hangs below 0, across the root's arc to 1
  CHECK(projectivize(crossing) == 1);
  CHECK(crossing.heads == std::vector<Index>{1, 4, 1, 1});
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Dependence and chains against slow twins, on random articles.
#include "catch.hpp"
#include "entente/query.hpp"
#include "support/articles.hpp"
#include "support/slow_dependence.hpp"

using namespace entente;
using Key = testing::DependenceKey;

namespace {

const DependenceRules& rules() {
  static const DependenceRules kRules = DependenceRules::load(ENTENTE_SOURCE_DIR "/data/dependence.json");
  return kRules;
}

std::map<Key, double> found(const Graph& graph, const DependenceOptions& options) {
  std::map<Key, double> result;
  for (const Dependence& d : dependences(graph, rules(), options))
    result[{graph.entity(d.dependent).id, graph.entity(d.provider).id, d.domain}] = d.strength;
  return result;
}

/// Scores of the best tie between two, by going through all ties.
std::vector<std::vector<double>> pair_scores(const Graph& graph) {
  const Index n = graph.entity_count();
  std::vector<std::vector<double>> scores(n, std::vector<double>(n, 0));
  for (Index i = 0; i < graph.tie_count(); ++i) {
    const Tie& tie = graph.tie(i);
    for (double& value :
         {std::ref(scores[tie.subject][tie.object]), std::ref(scores[tie.object][tie.subject])})
      value = std::max(value, tie.score);
  }
  return scores;
}

/// Greatest product and fewest hops between all pairs (Floyd and Warshall).
void slow_paths(const Graph& graph, std::vector<std::vector<double>>& products,
                std::vector<std::vector<int>>& hops) {
  const Index n = graph.entity_count();
  products = pair_scores(graph);
  hops.assign(n, std::vector<int>(n, 1000));
  for (Index i = 0; i < n; ++i)
    for (Index k = 0; k < n; ++k)
      if (products[i][k] > 0) hops[i][k] = 1;
  for (Index m = 0; m < n; ++m)
    for (Index i = 0; i < n; ++i)
      for (Index k = 0; k < n; ++k) {
        products[i][k] = std::max(products[i][k], products[i][m] * products[m][k]);
        hops[i][k] = std::min(hops[i][k], hops[i][m] + hops[m][k]);
      }
}

}  // namespace

TEST_CASE("Dependence is what going through all assertions gives") {
  const unsigned seed = GENERATE(range(1U, 41U));
  const std::string as_of = GENERATE("", "2003", "2008-05");
  const double half_life = GENERATE(0.0, 7.0);
  CAPTURE(seed, as_of, half_life);
  const auto extractions = testing::random_extractions(seed, {25, 5, 20});
  const DependenceOptions options{.as_of = as_of, .half_life_years = half_life};
  const auto expected = testing::slow_dependence(extractions, as_of, half_life);
  const auto actual = found(build_graph(extractions), options);
  CHECK(expected.size() > 3);
  CHECK(actual.size() == expected.size());
  for (const auto& [key, strength] : expected) {
    CAPTURE(std::get<0>(key), std::get<1>(key), name(std::get<2>(key)));
    REQUIRE(actual.count(key) == 1);
    CHECK(actual.at(key) == Approx(strength));
  }
}

TEST_CASE("Both directions of the question give all dependences") {
  const auto extractions = testing::random_extractions(7);
  const Graph graph = build_graph(extractions);
  std::size_t on = 0;
  std::size_t of = 0;
  for (Index i = 0; i < graph.entity_count(); ++i) {
    for (const Dependence& d : depends_on(graph, i, rules())) on += d.provider == i ? 1 : 1000;
    for (const Dependence& d : dependencies_of(graph, i, rules())) of += d.dependent == i ? 1 : 1000;
  }
  const std::size_t all = dependences(graph, rules()).size();
  CHECK(on == all);
  CHECK(of == all);
}

TEST_CASE("Chains are as good as any") {
  const unsigned seed = GENERATE(range(1U, 16U));
  CAPTURE(seed);
  const Graph graph = build_graph(testing::random_extractions(seed, {10, 30, 6}));
  std::vector<std::vector<double>> products;
  std::vector<std::vector<int>> hops;
  slow_paths(graph, products, hops);
  for (Index a = 0; a < graph.entity_count(); ++a)
    for (Index b = 0; b < graph.entity_count(); ++b) {
      if (a == b) continue;
      const auto best = find_path(graph, a, b);
      const auto shortest = find_path(graph, a, b, {.kind = PathKind::shortest});
      REQUIRE(best.has_value() == (products[a][b] > 0));
      REQUIRE(best.has_value() == shortest.has_value());
      if (!best) continue;
      CHECK(best->score == Approx(products[a][b]));
      CHECK(static_cast<int>(shortest->hops.size()) == hops[a][b]);
      CHECK(best->hops.front().from == a);
      CHECK(best->hops.back().to == b);
    }
}

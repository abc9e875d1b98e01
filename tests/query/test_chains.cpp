// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The search from both ends against a slow twin: how far everybody is from the goal, one round over all ties
// a hop; then, from the start, always the first neighbour that is a hop nearer.
#include "catch.hpp"
#include "entente/query.hpp"
#include "support/articles.hpp"

using namespace entente;

namespace {

using Ids = std::vector<Index>;

class SlowSearch {
 public:
  SlowSearch(const Graph& graph, const PathOptions& options)
      : size_(graph.entity_count()), max_partners_(options.max_partners), score_(size_ * size_, 0) {
    for (Index i = 0; i < graph.tie_count(); ++i) {
      const Tie& tie = graph.tie(i);
      if (tie.score <= 0) continue;
      take(tie.subject, tie.object, tie.score);
      if (!options.directed || info(tie.type).symmetric) take(tie.object, tie.subject, tie.score);
    }
  }

  Ids chain(Index start, Index goal) const {
    std::vector<Index> far(size_, kNone);
    far[goal] = 0;
    for (Index hops = 1; hops <= size_; ++hops)
      for (Index from = 0; from < size_; ++from)
        for (Index to = 0; to < size_; ++to)
          if (far[from] == kNone && far[to] == hops - 1 && may(from, to, start, goal)) far[from] = hops;
    if (far[start] == kNone) return {};
    Ids result = {start};
    while (result.back() != goal)
      for (Index to = 0; to < size_; ++to)
        if (may(result.back(), to, start, goal) && far[to] + 1 == far[result.back()]) {
          result.push_back(to);
          break;
        }
    return result;
  }

  /// The greatest product of scores.
  double best(Index start, Index goal) const {
    std::vector<double> product(size_, 0);
    product[goal] = 1;
    for (bool better = true; better;) {
      better = false;
      for (Index from = 0; from < size_; ++from)
        for (Index to = 0; to < size_; ++to) {
          const double value = may(from, to, start, goal) ? score_[from * size_ + to] * product[to] : 0;
          if (value <= product[from] * (1 + 1e-12)) continue;
          product[from] = value;
          better = true;
        }
    }
    return product[start];
  }

 private:
  void take(Index from, Index to, double score) {
    score_[from * size_ + to] = std::max(score_[from * size_ + to], score);
  }
  bool may(Index from, Index to, Index start, Index goal) const {
    return score_[from * size_ + to] > 0 && from != goal && to != start && (from == start || passes(from));
  }
  bool passes(Index entity) const {
    Index partners = 0;
    for (Index to = 0; to < size_; ++to) partners += score_[entity * size_ + to] > 0 ? 1 : 0;
    return max_partners_ == 0 || partners <= max_partners_;
  }

  Index size_;
  Index max_partners_;
  std::vector<double> score_;
};

Ids entities_of(const std::optional<Path>& path, Index start) {
  if (!path) return {};
  Ids result = {start};
  for (const Hop& hop : path->hops) {
    CHECK(hop.from == result.back());
    result.push_back(hop.to);
  }
  return result;
}

}  // namespace

TEST_CASE("The shortest chain is the first of the shortest, the best has the greatest product") {
  const unsigned seed = GENERATE(range(1U, 9U));
  // Few ties and many entities make long chains, many ties many equal ones.
  const auto shape = GENERATE(testing::RandomOptions{9, 40, 6}, testing::RandomOptions{30, 30, 6},
                              testing::RandomOptions{40, 12, 8});
  const bool directed = GENERATE(false, true);
  const Index max_partners = GENERATE(0U, 3U, 6U);
  CAPTURE(seed, shape.documents, directed, max_partners);
  const PathOptions shortest{.kind = PathKind::shortest, .directed = directed, .max_partners = max_partners};
  const PathOptions best{.directed = directed, .max_partners = max_partners};
  const Graph graph = build_graph(testing::random_extractions(seed, shape));
  const SlowSearch slow(graph, shortest);
  for (Index a = 0; a < graph.entity_count(); ++a)
    for (Index b = 0; b < graph.entity_count(); ++b) {
      if (a == b) continue;
      REQUIRE(entities_of(find_path(graph, a, b, shortest), a) == slow.chain(a, b));
      const auto path = find_path(graph, a, b, best);
      REQUIRE((path ? path->score : 0) == Approx(slow.best(a, b)));
      if (path) REQUIRE(entities_of(path, a).back() == b);
    }
}

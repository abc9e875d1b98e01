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
      : size_(graph.entity_count()), max_partners_(options.max_partners), leads_(size_ * size_, false) {
    for (Index i = 0; i < graph.tie_count(); ++i) {
      const Tie& tie = graph.tie(i);
      if (tie.score <= 0) continue;
      leads_[tie.subject * size_ + tie.object] = true;
      if (!options.directed || info(tie.type).symmetric) leads_[tie.object * size_ + tie.subject] = true;
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

 private:
  bool may(Index from, Index to, Index start, Index goal) const {
    return leads_[from * size_ + to] && from != goal && to != start && (from == start || passes(from));
  }
  bool passes(Index entity) const {
    Index partners = 0;
    for (Index to = 0; to < size_; ++to) partners += leads_[entity * size_ + to] ? 1 : 0;
    return max_partners_ == 0 || partners <= max_partners_;
  }

  Index size_;
  Index max_partners_;
  std::vector<bool> leads_;
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

TEST_CASE("The shortest chain is the first of the shortest") {
  const unsigned seed = GENERATE(range(1U, 9U));
  // Few ties and many entities make long chains, many ties many equal ones.
  const auto shape = GENERATE(testing::RandomOptions{9, 40, 6}, testing::RandomOptions{30, 30, 6},
                              testing::RandomOptions{40, 12, 8});
  const PathOptions options{
      .kind = PathKind::shortest, .directed = GENERATE(false, true), .max_partners = GENERATE(0U, 3U, 6U)};
  CAPTURE(seed, shape.documents, options.directed, options.max_partners);
  const Graph graph = build_graph(testing::random_extractions(seed, shape));
  const SlowSearch slow(graph, options);
  for (Index a = 0; a < graph.entity_count(); ++a)
    for (Index b = 0; b < graph.entity_count(); ++b)
      if (a != b) REQUIRE(entities_of(find_path(graph, a, b, options), a) == slow.chain(a, b));
}

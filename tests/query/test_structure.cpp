// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Ranks, blocs, mutual dependence and points of failure against slow twins: power iteration on a full matrix,
// counting of shortest chains, trying every move, reachability with and without somebody.
#include <cmath>
#include <set>

#include "catch.hpp"
#include "entente/query.hpp"
#include "query/communities.hpp"
#include "support/articles.hpp"

using namespace entente;

namespace {

using Matrix = std::vector<std::vector<double>>;

const DependenceRules& rules() {
  static const DependenceRules kRules = DependenceRules::load(ENTENTE_SOURCE_DIR "/data/dependence.json");
  return kRules;
}

Matrix square(Index n) {
  return Matrix(n, std::vector<double>(n, 0));
}

/// Strength of dependence over all domains.
Matrix strengths(const Graph& graph, const DependenceOptions& options) {
  Matrix doubt(graph.entity_count(), std::vector<double>(graph.entity_count(), 1));
  for (const Dependence& d : dependences(graph, rules(), options))
    doubt[d.dependent][d.provider] *= 1 - d.strength;
  for (auto& row : doubt)
    for (double& value : row) value = 1 - value;
  return doubt;
}

/// Whom one reaches, `without` somebody.
std::set<Index> reached(const Matrix& steps, Index start, Index without = kNone) {
  std::set<Index> found = {start};
  for (bool grown = true; grown;) {
    grown = false;
    for (Index i = 0; i < steps.size(); ++i)
      for (Index k = 0; k < steps.size(); ++k)
        if (found.count(i) == 1 && k != without && steps[i][k] > 0 && found.insert(k).second) grown = true;
  }
  found.erase(start);
  return found;
}

Matrix ties_between(const Graph& graph) {
  Matrix result = square(graph.entity_count());
  for (Index i = 0; i < graph.tie_count(); ++i) {
    const Tie& tie = graph.tie(i);
    ++result[tie.subject][tie.object];
    if (info(tie.type).symmetric) ++result[tie.object][tie.subject];
  }
  return result;
}

std::vector<double> slow_page_rank(const Matrix& ties) {
  const std::size_t n = ties.size();
  std::vector<double> rank(n, 1.0 / static_cast<double>(n));
  for (int round = 0; round < 300; ++round) {
    std::vector<double> next(n, 0.15 / static_cast<double>(n));
    for (std::size_t i = 0; i < n; ++i) {
      double out = 0;
      for (const double count : ties[i]) out += count;
      for (std::size_t k = 0; k < n; ++k)
        next[k] += 0.85 * rank[i] * (out > 0 ? ties[i][k] / out : 1.0 / static_cast<double>(n));
    }
    rank = next;
  }
  return rank;
}

/// Lengths and numbers of the shortest chains from one entity, by taking all chains a step longer each time.
void count_chains(const Matrix& pairs, Index start, std::vector<int>& length, std::vector<double>& count) {
  const Index n = static_cast<Index>(pairs.size());
  length.assign(n, -1);
  count.assign(n, 0);
  length[start] = 0;
  count[start] = 1;
  for (int step = 0; step < static_cast<int>(n); ++step)
    for (Index i = 0; i < n; ++i)
      for (Index k = 0; k < n; ++k) {
        if (length[i] != step || pairs[i][k] == 0) continue;
        if (length[k] == -1) length[k] = step + 1;
        if (length[k] == step + 1) count[k] += count[i];
      }
}

std::vector<double> slow_betweenness(const Graph& graph) {
  Matrix pairs = square(graph.entity_count());
  for (Index i = 0; i < graph.tie_count(); ++i)
    pairs[graph.tie(i).subject][graph.tie(i).object] = pairs[graph.tie(i).object][graph.tie(i).subject] = 1;
  const Index n = graph.entity_count();
  std::vector<std::vector<int>> length(n);
  Matrix count(n);
  for (Index i = 0; i < n; ++i) count_chains(pairs, i, length[i], count[i]);
  std::vector<double> result(n, 0);
  for (Index v = 0; v < n; ++v)
    for (Index s = 0; s < n; ++s)
      for (Index t = s + 1; t < n; ++t)
        if (v != s && v != t && length[s][t] > 0 && length[s][v] > 0 && length[v][t] > 0 &&
            length[s][v] + length[v][t] == length[s][t])
          result[v] += count[s][v] * count[v][t] / count[s][t];
  for (double& value : result) value *= 2.0 / ((n - 1.0) * (n - 2.0));
  return result;
}

void check_ranks(const Graph& graph, Centrality measure, const std::vector<double>& expected, double margin) {
  for (const Ranked& one : top(graph, measure, graph.entity_count()))
    CHECK(one.value == Approx(expected[one.entity]).margin(margin));
}

query::WeightedPairs random_pairs(unsigned seed, Index size, unsigned one_in) {
  testing::Random random(seed);
  query::WeightedPairs graph;
  graph.size = size;
  for (Index i = 0; i < size; ++i)
    for (Index k = i + 1; k < size; ++k)
      if (random.one_in(one_in)) graph.pairs.push_back({i, k, 1 + random.below(4) / 2.0});
  return graph;
}

/// Newman's definition, pair by pair.
double slow_modularity(const query::WeightedPairs& graph, const std::vector<Index>& labels,
                       double resolution) {
  Matrix weight = square(graph.size);
  std::vector<double> strength(graph.size, 0);
  double total = 0;
  for (const auto& [a, b, value] : graph.pairs) {
    weight[a][b] = weight[b][a] = value;
    strength[a] += value;
    strength[b] += value;
    total += 2 * value;
  }
  double result = 0;
  for (Index i = 0; i < graph.size; ++i)
    for (Index k = 0; k < graph.size; ++k)
      if (labels[i] == labels[k]) result += weight[i][k] - resolution * strength[i] * strength[k] / total;
  return total > 0 ? result / total : 0;
}

}  // namespace

TEST_CASE("PageRank and betweenness are what the definitions give") {
  const unsigned seed = GENERATE(range(1U, 21U));
  CAPTURE(seed);
  const Graph graph = build_graph(testing::random_extractions(seed, {12, 12, 5}));
  check_ranks(graph, Centrality::pagerank, slow_page_rank(ties_between(graph)), 1e-8);
  check_ranks(graph, Centrality::betweenness, slow_betweenness(graph), 1e-9);
}

TEST_CASE("Ranks under a filter are those of the graph built with it") {
  const unsigned seed = GENERATE(range(1U, 11U));
  CAPTURE(seed);
  const auto extractions = testing::random_extractions(seed, {20, 8, 6});
  const GraphFilter filter{.groups = {RelationGroup::dependency}, .outlets = {"Alpha", ""}, .min_score = 0.2};
  const Graph whole = build_graph(extractions);
  const Graph part = build_graph(extractions, filter);
  const auto found = top(whole, Centrality::degree, 100, filter);
  const auto expected = top(part, Centrality::degree, 100);
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CHECK(whole.entity(found[i].entity).id == part.entity(expected[i].entity).id);
    CHECK(found[i].value == expected[i].value);
  }
}

TEST_CASE("Mutual dependence is to reach one another") {
  const unsigned seed = GENERATE(range(1U, 31U));
  CAPTURE(seed);
  const Graph graph = build_graph(testing::random_extractions(seed, {12, 14, 6}));
  const DependenceOptions options{.min_strength = 0.1};
  const Matrix steps = strengths(graph, options);
  std::vector<std::set<Index>> reach;
  for (Index i = 0; i < graph.entity_count(); ++i) reach.push_back(reached(steps, i));
  std::set<std::vector<Index>> expected;
  for (Index i = 0; i < graph.entity_count(); ++i) {
    std::vector<Index> group;
    for (Index k = 0; k < graph.entity_count(); ++k)
      if (k == i || (reach[i].count(k) == 1 && reach[k].count(i) == 1)) group.push_back(k);
    if (group.size() > 1) expected.insert(group);
  }
  const auto found = mutual_dependence(graph, rules(), options);
  CHECK(std::set<std::vector<Index>>(found.begin(), found.end()) == expected);
  for (std::size_t i = 1; i < found.size(); ++i) CHECK(found[i - 1].size() >= found[i].size());
}

TEST_CASE("Points of failure are those without whom somebody is out of reach") {
  const unsigned seed = GENERATE(range(1U, 31U));
  CAPTURE(seed);
  const Graph graph = build_graph(testing::random_extractions(seed, {10, 12, 5}));
  const Matrix steps = strengths(graph, {});
  Matrix best = steps;
  for (Index m = 0; m < best.size(); ++m)
    for (Index i = 0; i < best.size(); ++i)
      for (Index k = 0; k < best.size(); ++k) best[i][k] = std::max(best[i][k], best[i][m] * best[m][k]);
  for (Index who = 0; who < graph.entity_count(); ++who) {
    const std::set<Index> all = reached(steps, who);
    std::map<Index, std::set<Index>> expected, found;
    for (const Index without : all)
      for (const Index other : all)
        if (other != without && reached(steps, who, without).count(other) == 0)
          expected[without].insert(other);
    const ExposureReport report = exposure(graph, who, rules());
    for (const PointOfFailure& point : report.points_of_failure) {
      const auto behind = report.cut_off(point);
      found[point.entity] = {behind.begin(), behind.end()};
    }
    CHECK(found == expected);
    REQUIRE(report.exposures.size() == all.size());
    for (std::size_t i = 0; i < report.exposures.size(); ++i) {
      const Exposure& one = report.exposures[i];
      CHECK(one.strength == Approx(best[who][one.provider]));
      const auto chain = report.chain(i);
      CHECK(chain.front() == who);
      CHECK(chain.back() == one.provider);
      double product = 1;
      for (std::size_t k = 1; k < chain.size(); ++k) product *= steps[chain[k - 1]][chain[k]];
      CHECK(product == Approx(one.strength));
    }
  }
}

TEST_CASE("Communities hang together and no move makes them better") {
  const unsigned seed = GENERATE(range(1U, 31U));
  const double resolution = GENERATE(0.5, 1.0, 2.0);
  CAPTURE(seed, resolution);
  const auto graph = random_pairs(seed, 24, 3 + seed % 6);
  const auto labels = query::find_communities(graph, resolution);
  const double value = query::modularity(graph, labels, resolution);
  CHECK(value == Approx(slow_modularity(graph, labels, resolution)).margin(1e-9));
  for (Index v = 0; v < graph.size; ++v)
    for (Index other = 0; other <= graph.size; ++other) {
      auto moved = labels;
      moved[v] = other;
      CHECK(slow_modularity(graph, moved, resolution) <= value + 1e-9);
    }
  Matrix inside = square(graph.size);
  for (const auto& [a, b, weight] : graph.pairs)
    if (labels[a] == labels[b]) inside[a][b] = inside[b][a] = weight;
  for (Index i = 0; i < graph.size; ++i) {
    const auto members = static_cast<std::size_t>(std::count(labels.begin(), labels.end(), labels[i]));
    CHECK(reached(inside, i).size() + 1 == members);
  }
  CHECK(query::find_communities(graph, resolution) == labels);
}

TEST_CASE("Blocs are found where they are") {
  testing::Article a("a");
  const auto bind = [&](std::vector<std::string> members) {
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t k = i + 1; k < members.size(); ++k)
        a.say(members[i], RelationType::allied_with, members[k]);
  };
  bind({"A1", "A2", "A3", "A4", "A5"});
  bind({"B1", "B2", "B3", "B4"});
  a.say("A1", RelationType::consults, "B1");
  for (const char* other : {"B1", "B2", "B3"}) a.say("A2", RelationType::attacks, other);
  a.entity("LONE");
  const Graph graph = build_graph(std::vector<Extraction>{a.extraction});
  const BlocReport report = blocs(graph);
  REQUIRE(report.blocs.size() == 2);
  CHECK(report.blocs[0].members.size() == 5);
  CHECK(graph.entity(report.blocs[1].members[0]).id[0] == 'B');
  CHECK(report.blocs[0].inside == Approx(10));
  CHECK(report.blocs[0].outside == Approx(1));
  CHECK(report.modularity > 0.3);
  CHECK(blocs(Graph()).blocs.empty());
}

TEST_CASE("Chains do not lead through those with too many partners") {
  testing::Article a("a");
  for (const char* member : {"A", "B", "C", "D", "E"}) a.say(member, RelationType::member_of, "igo:all");
  a.say("A", RelationType::arms, "C").score = 0.5;
  a.say("C", RelationType::arms, "B").score = 0.5;
  const Graph graph = build_graph(std::vector<Extraction>{a.extraction});
  const auto kind = GENERATE(PathKind::best_supported, PathKind::shortest);
  const Index from = *graph.find_entity("A");
  const Index to = *graph.find_entity("B");
  CHECK(graph.entity(find_path(graph, from, to)->hops[0].to).id == "igo:all");
  const auto path = find_path(graph, from, to, {.kind = kind, .max_partners = 4});
  REQUIRE(path);
  CHECK(graph.entity(path->hops[0].to).id == "C");
  CHECK(find_path(graph, *graph.find_entity("igo:all"), to, {.kind = kind, .max_partners = 1}));
  CHECK_FALSE(find_path(graph, from, *graph.find_entity("E"), {.kind = kind, .max_partners = 4}));
}

TEST_CASE("Of equally supported chains the shortest is told") {
  testing::Article a("a");
  a.say("A", RelationType::arms, "B");
  a.say("B", RelationType::arms, "C");
  a.say("C", RelationType::arms, "Z");
  a.say("A", RelationType::arms, "Z");
  const Graph graph = build_graph(std::vector<Extraction>{a.extraction});
  CHECK(find_path(graph, 0, 3)->hops.size() == 1);
}

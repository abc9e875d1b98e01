// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Every question under every filter: what a question answers of a graph under a filter is what it answers of
// the graph that was built with the filter. (That such a graph holds what it should is checked in
// test_questions.cpp.)
#include <set>

#include "catch.hpp"
#include "entente/query.hpp"
#include "support/articles.hpp"

using namespace entente;

namespace {

template <class T>
std::vector<T> some(testing::Random& random, unsigned count, unsigned one_in) {
  std::vector<T> list;
  for (unsigned i = 0; i < count; ++i)
    if (random.one_in(one_in)) list.push_back(static_cast<T>(i));
  return list;
}

/// One or two of all that a filter can ask for.
GraphFilter random_filter(unsigned seed) {
  testing::Random random(seed * 104729);
  GraphFilter filter;
  for (int k = 0; k < 2; ++k) switch (random.below(10)) {
      case 0:
        filter.types = some<RelationType>(random, kRelationTypeCount, 2);
        break;
      case 1:
        filter.groups = {RelationGroup::dependency, RelationGroup::cooperation};
        break;
      case 2:
        filter.domains = some<Domain>(random, 6, 2);
        break;
      case 3:
        filter.phases = {Phase::ongoing, Phase::start};
        break;
      case 4:
        filter.factualities = {Factuality::fact, Factuality::planned};
        break;
      case 5:
        filter.outlets = {"Alpha", "Gamma"};
        break;
      case 6:
        filter.min_score = 0.4;
        break;
      case 7:
        filter.min_witnesses = 2;
        break;
      case 8:
        filter.as_of = testing::random_date(random);
        break;
      default:
        filter.since = "2001-05";
        filter.until = random.one_in(2) ? "2009" : "";
    }
  return filter;
}

/// A graph, and what a filter leaves of it.
struct Both {
  explicit Both(unsigned seed) : filter(random_filter(seed)) {
    const auto articles = testing::random_extractions(seed, {25, 8, 12});
    whole = build_graph(articles);
    part = build_graph(articles, filter);
  }
  /// The same entity in the other graph; nothing when the filter left none of its ties.
  std::optional<Index> in_part(Index entity) const { return part.find_entity(whole.entity(entity).id); }

  GraphFilter filter;
  Graph whole, part;
};

using Texts = std::vector<std::string>;

std::string id(const Graph& graph, Index entity) {
  return graph.entity(entity).id;
}
std::string quote(const Evidence& e) {
  return fmt::format("{} {} {} {}", e.document, e.sentence_span.begin, e.trigger_span.begin, e.sentence);
}

Texts told(const Graph& graph, const std::vector<Relation>& list) {
  Texts result;
  for (const Relation& one : list) {
    result.push_back(fmt::format("{} {:.9f} {} {} {} {} {} {} {}", graph.tie_id(one.tie.index), one.tie.score,
                                 one.tie.assertions, one.tie.documents, one.tie.outlets, one.tie.first,
                                 one.tie.last, name(one.tie.phase), name(one.tie.factuality)));
    for (const Evidence& e : one.evidence) result.push_back(quote(e));
  }
  return result;
}

Texts told(const Graph& graph, const std::vector<Event>& list) {
  Texts result;
  for (const Event& one : list)
    result.push_back(fmt::format("{} {} {} {}", graph.tie_id(one.tie), one.assertions, one.witnesses,
                                 quote(one.evidence)));
  return result;
}

Texts told(const Graph& graph, const std::vector<Common>& list) {
  Texts result;
  for (const Common& one : list) {
    result.push_back(fmt::format("{} {:.9f}", id(graph, one.entity), one.score));
    for (const Index tie : one.with_a) result.push_back(graph.tie_id(tie));
    for (const Index tie : one.with_b) result.push_back(graph.tie_id(tie));
  }
  return result;
}

Texts told(const Graph& graph, const std::vector<Conflict>& list) {
  Texts result;
  for (const Conflict& one : list)
    result.push_back(fmt::format("{} {:.9f} {:.9f} {} {}", graph.tie_id(one.tie), one.asserted, one.denied,
                                 one.for_it.size(), one.against_it.size()));
  return result;
}

Texts told(const Graph& graph, const std::vector<Ranked>& list) {
  Texts result;
  for (const Ranked& one : list) result.push_back(fmt::format("{} {:.6f}", id(graph, one.entity), one.value));
  std::sort(result.begin(), result.end());  // values that differ in the last bit
  return result;
}

Texts told(const Graph& graph, const std::optional<Path>& path) {
  if (!path) return {"none"};
  Texts result;
  for (const Hop& hop : path->hops)
    result.push_back(fmt::format("{} {} {} {:.9f} {}", id(graph, hop.from), id(graph, hop.to),
                                 graph.tie_id(hop.tie), hop.score, quote(hop.evidence)));
  return result;
}

Texts told(const Graph& graph, const EntitySummary& one) {
  Texts result = {fmt::format("{} {} {} {} {} {}", one.ties_out, one.ties_in, one.assertions, one.documents,
                              one.first, one.last)};
  for (const auto& [type, count] : one.types) result.push_back(fmt::format("{} {}", name(type), count));
  for (const auto& [partner, count] : one.partners)
    result.push_back(fmt::format("{} {}", id(graph, partner), count));
  return result;
}

}  // namespace

TEST_CASE("Questions about one or two under a filter are those of the graph built with it") {
  const unsigned seed = GENERATE(range(1U, 61U));
  CAPTURE(seed);
  const Both both(seed);
  for (Index a = 0; a < both.whole.entity_count(); ++a) {
    const auto x = both.in_part(a);
    const auto of_one = relations(both.whole, a, {}, both.filter);
    if (!x) {
      CHECK(of_one.empty());
      continue;
    }
    CHECK(told(both.whole, of_one) == told(both.part, relations(both.part, *x)));
    CHECK(told(both.whole, timeline(both.whole, a, {}, both.filter)) ==
          told(both.part, timeline(both.part, *x)));
    CHECK(told(both.whole, describe(both.whole, a, both.filter)) == told(both.part, describe(both.part, *x)));
    for (Index b = 0; b < both.whole.entity_count(); ++b) {
      const auto y = both.in_part(b);
      if (a == b || !y) continue;
      CHECK(told(both.whole, relations(both.whole, a, b, both.filter)) ==
            told(both.part, relations(both.part, *x, *y)));
      CHECK(told(both.whole, common(both.whole, a, b, both.filter)) ==
            told(both.part, common(both.part, *x, *y)));
      for (const PathKind kind : {PathKind::best_supported, PathKind::shortest})
        CHECK(told(both.whole, find_path(both.whole, a, b, {.kind = kind, .filter = both.filter})) ==
              told(both.part, find_path(both.part, *x, *y, {.kind = kind})));
    }
  }
}

TEST_CASE("Questions about all under a filter are those of the graph built with it") {
  const unsigned seed = GENERATE(range(1U, 61U));
  CAPTURE(seed);
  const Both both(seed);
  CHECK(told(both.whole, conflicts(both.whole, both.filter)) == told(both.part, conflicts(both.part)));
  // The other measures are shares among all entities, of which the part has fewer.
  CHECK(told(both.whole, top(both.whole, Centrality::degree, 100, both.filter)) ==
        told(both.part, top(both.part, Centrality::degree, 100)));
  const NameIndex names(both.whole);
  const NameIndex names_of_part(both.part);
  for (Index tie = 0; tie < both.whole.tie_count(); ++tie) {
    const std::string tie_id = both.whole.tie_id(tie);
    if (const auto left = both.part.find_tie(tie_id)) {
      CHECK(told(both.whole, {explain(both.whole, names, tie_id, both.filter)}) ==
            told(both.part, {explain(both.part, names_of_part, tie_id)}));
    } else {
      CHECK_THROWS_AS(explain(both.whole, names, tie_id, both.filter), QueryError);
    }
  }
}

TEST_CASE("Blocs under a filter are those of the graph built with it, and their sums those of the ties") {
  const unsigned seed = GENERATE(range(1U, 41U));
  CAPTURE(seed);
  const Both both(seed);
  GraphFilter filter = both.filter;
  // Without types and groups, blocs are bound by those of these groups.
  if (filter.types.empty() && filter.groups.empty())
    filter.groups = {RelationGroup::agreement, RelationGroup::deployment, RelationGroup::dependency,
                     RelationGroup::cooperation};
  const BlocReport report = blocs(both.whole, {.filter = both.filter});
  std::map<Index, std::size_t> bloc_of;
  for (std::size_t i = 0; i < report.blocs.size(); ++i)
    for (const Index member : report.blocs[i].members) CHECK(bloc_of.try_emplace(member, i).second);
  std::vector<double> inside(report.blocs.size()), outside(report.blocs.size());
  for (Index a = 0; a < both.whole.entity_count(); ++a)
    for (const Relation& relation : relations(both.whole, a, {}, filter)) {
      const Index b = relation.tie.subject == a ? relation.tie.object : relation.tie.subject;
      if (bloc_of.count(a) == 0) continue;
      const bool together = bloc_of.count(b) == 1 && bloc_of[a] == bloc_of[b];
      if (together)
        inside[bloc_of[a]] += relation.tie.score / 2;  // told of both ends
      else
        outside[bloc_of[a]] += relation.tie.score;
    }
  for (std::size_t i = 0; i < report.blocs.size(); ++i) {
    CHECK(report.blocs[i].members.size() > 1);
    CHECK(report.blocs[i].inside == Approx(inside[i]));
    CHECK(report.blocs[i].outside == Approx(outside[i]).margin(1e-9));
  }
  const BlocReport part = blocs(both.part);
  if (both.filter.types.empty() && both.filter.groups.empty())
    CHECK(part.modularity == Approx(report.modularity).margin(1e-9));
}

TEST_CASE("Dependence under a filter has the parts that the filter allows") {
  const unsigned seed = GENERATE(range(1U, 41U));
  CAPTURE(seed);
  Both both(seed);
  both.filter.min_witnesses = 0;  // they are counted in what is left
  both.filter.as_of.clear();      // is the day of the dependence
  const auto rules = DependenceRules::load(ENTENTE_SOURCE_DIR "/data/dependence.json");
  // Whether the filter allows a piece of evidence is told by the ties it leaves.
  std::set<std::string> allowed;
  for (Index a = 0; a < both.whole.entity_count(); ++a)
    for (const Relation& relation : relations(both.whole, a, {}, both.filter))
      for (const Evidence& e : relation.evidence) allowed.insert(quote(e));
  const auto parts_of = [&](const DependenceOptions& options, bool only_allowed) {
    std::multiset<std::string> list;
    for (const Dependence& d : dependences(both.whole, rules, options))
      for (const DependencePart& part : d.parts)
        if (!only_allowed || allowed.count(quote(part.evidence)) == 1)
          list.insert(
              fmt::format("{} {} {} {}", d.dependent, d.provider, name(d.domain), quote(part.evidence)));
    return list;
  };
  CHECK(parts_of({.filter = both.filter}, false) == parts_of({}, true));
}

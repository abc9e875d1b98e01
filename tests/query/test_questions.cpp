// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Timeline, changes, conflicts and common partners against slow twins on random articles, under random
// filters.
#include "catch.hpp"
#include "entente/query.hpp"
#include "support/articles.hpp"
#include "support/slow_dependence.hpp"

using namespace entente;
using testing::Said;
using testing::TieKey;

namespace {

/// A filter, and what it lets through told another way.
struct Choice {
  GraphFilter filter;
  std::string as_of;

  bool allows(const Said& said) const {
    const Assertion& a = *said.assertion;
    const auto in = [](const auto& list, const auto& value) {
      return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
    };
    return in(filter.phases, a.phase) && in(filter.factualities, a.factuality) &&
           in(filter.domains, a.domain) && in(filter.outlets, said.document->outlet) &&
           in(filter.groups, info(a.type).group) && a.score >= filter.min_score;
  }

  std::vector<Said> select(const std::vector<Said>& list) const {
    std::vector<Said> result;
    for (const Said& said : list)
      if (allows(said) &&
          (as_of.empty() || testing::slow_holds(said, list, testing::slow_date(as_of)->end, true)))
        result.push_back(said);
    if (filter.min_witnesses > 1 && testing::slow_outlets(result) < filter.min_witnesses) result.clear();
    return result;
  }
};

Choice random_choice(unsigned seed) {
  testing::Random random(seed * 7919);
  Choice choice;
  if (random.one_in(3)) choice.filter.phases = {Phase::ongoing, Phase::end};
  if (random.one_in(4)) choice.filter.factualities = {Factuality::fact, Factuality::negated};
  if (random.one_in(4)) choice.filter.domains = {Domain::none, Domain::energy, Domain::trade};
  if (random.one_in(3)) choice.filter.outlets = {"Beta", "", "Alpha"};
  if (random.one_in(3)) choice.filter.groups = {RelationGroup::dependency, RelationGroup::conflict};
  if (random.one_in(3)) choice.filter.min_score = 0.3;
  if (random.one_in(3)) choice.filter.min_witnesses = 2;
  if (random.one_in(3)) choice.filter.as_of = choice.as_of = "2006-05";
  return choice;
}

std::map<TieKey, std::vector<Said>> selected(const std::vector<Extraction>& extractions,
                                             const Choice& choice) {
  std::map<TieKey, std::vector<Said>> result;
  for (const auto& [key, list] : testing::slow_ties(extractions)) {
    auto left = choice.select(list);
    if (!left.empty()) result[key] = std::move(left);
  }
  return result;
}

TieKey key_of(const Graph& graph, Index index) {
  const Tie& tie = graph.tie(index);
  return {graph.entity(tie.subject).id, tie.type, graph.entity(tie.object).id};
}

}  // namespace

TEST_CASE("A graph built with a filter is what the filter leaves") {
  const unsigned seed = GENERATE(range(1U, 31U));
  CAPTURE(seed);
  const auto extractions = testing::random_extractions(seed, {30, 6, 15});
  const Choice choice = random_choice(seed);
  const auto expected = selected(extractions, choice);
  const Graph graph = build_graph(extractions, choice.filter);
  REQUIRE(graph.tie_count() == expected.size());
  Index index = 0;
  for (const auto& [key, list] : expected) {
    REQUIRE(key_of(graph, index) == key);
    CHECK(graph.tie(index).assertions == list.size());
    CHECK(graph.tie(index).outlets == testing::slow_outlets(list));
    CHECK(graph.tie(index).score == Approx(testing::slow_score(list)));
    ++index;
  }
}

TEST_CASE("Relations under a filter are what the filter leaves") {
  const unsigned seed = GENERATE(range(1U, 31U));
  CAPTURE(seed);
  const auto extractions = testing::random_extractions(seed, {30, 6, 15});
  const Choice choice = random_choice(seed);
  auto expected = selected(extractions, choice);
  const Graph graph = build_graph(extractions);
  std::size_t ties = 0;
  for (Index a = 0; a < graph.entity_count(); ++a)
    for (const Relation& relation : relations(graph, a, {}, choice.filter)) {
      REQUIRE(expected.count(key_of(graph, relation.tie.index)) == 1);
      const auto& list = expected[key_of(graph, relation.tie.index)];
      CHECK(relation.evidence.size() == list.size());
      CHECK(relation.tie.score == Approx(testing::slow_score(list)));
      ++ties;
    }
  CHECK(ties == 2 * expected.size());
}

TEST_CASE("A timeline tells every event once, in order") {
  const unsigned seed = GENERATE(range(1U, 21U));
  CAPTURE(seed);
  const auto extractions = testing::random_extractions(seed, {30, 6, 15});
  const Choice choice = random_choice(seed);
  const Graph graph = build_graph(extractions);
  std::map<std::tuple<TieKey, long, long, Phase, Factuality>, Index> expected;
  for (const auto& [key, list] : selected(extractions, choice))
    for (const Said& said : list) {
      const testing::SlowTimes times(said);
      const Assertion& a = *said.assertion;
      const long first = times.dated ? times.first : -testing::kNever;
      const long last = times.dated ? times.last : -testing::kNever;
      ++expected[{key, first, last, a.phase, a.factuality}];
    }
  std::multiset<std::tuple<TieKey, Phase, Factuality, Index>> wanted, found;
  for (const auto& [key, count] : expected) {
    const auto& [tie, first, last, phase, factuality] = key;
    for (int end = 0; end < 2; ++end) wanted.insert({tie, phase, factuality, count});
  }
  for (Index a = 0; a < graph.entity_count(); ++a) {
    std::string before;
    for (const Event& event : timeline(graph, a, {}, choice.filter)) {
      found.insert(
          {key_of(graph, event.tie), event.evidence.phase, event.evidence.factuality, event.assertions});
      CHECK(event.witnesses >= 1);
      CHECK(event.witnesses <= event.assertions);
      if (event.evidence.time.empty() && event.evidence.reported.size() == 10) {
        CHECK(before <= std::string(event.evidence.reported));
        before = event.evidence.reported;
      }
    }
  }
  CHECK(found == wanted);
}

TEST_CASE("The timeline of two is that of one without the others") {
  const auto extractions = testing::random_extractions(5);
  const Graph graph = build_graph(extractions);
  std::size_t all = 0;
  for (Index b = 1; b < graph.entity_count(); ++b) all += timeline(graph, 0, b).size();
  CHECK(all == timeline(graph, 0).size());
}

TEST_CASE("Changes are the difference between two days") {
  const unsigned seed = GENERATE(range(1U, 31U));
  const std::string since = GENERATE("", "2000", "2005-03");
  const std::string until = GENERATE("2004", "2009-02-15");
  CAPTURE(seed, since, until);
  const auto extractions = testing::random_extractions(seed, {30, 6, 15});
  Choice choice = random_choice(seed);
  choice.as_of = choice.filter.as_of = "";
  const Graph graph = build_graph(extractions);
  const long end = testing::slow_date(until)->end;
  const long start = since.empty() ? -2 * testing::kNever : testing::slow_date(since)->begin - 1;
  std::map<TieKey, ChangeKind> expected, found;
  for (const auto& [key, list] : selected(extractions, choice)) {
    const auto state = [&](long day) {
      bool holds = false;
      const Said* last = nullptr;
      // In the order of evidence: by first day, then document and place in it.
      std::vector<const Said*> order;
      for (const Said& said : list) order.push_back(&said);
      std::stable_sort(order.begin(), order.end(), [](const Said* a, const Said* b) {
        const testing::SlowTimes x(*a), y(*b);
        const long first = x.dated ? x.first : -testing::kNever;
        const long other = y.dated ? y.first : -testing::kNever;
        return std::make_tuple(first, a->document->id, a->assertion->sentence) <
               std::make_tuple(other, b->document->id, b->assertion->sentence);
      });
      for (const Said* said : order) {
        const testing::SlowTimes times(*said);
        if (times.begin > day) continue;
        if (testing::slow_holds(*said, list, day, true) && said->assertion->factuality == Factuality::fact)
          holds = true;
        if (last == nullptr || times.begin >= testing::SlowTimes(*last).begin) last = said;
      }
      return std::make_pair(holds, last);
    };
    const auto before =
        start < -testing::kNever ? std::make_pair(false, static_cast<const Said*>(nullptr)) : state(start);
    const auto after = state(end);
    if (after.second == nullptr) continue;
    if (before.first != after.first) {
      expected[key] = after.first ? ChangeKind::began : ChangeKind::ended;
    } else if (before.second != nullptr &&
               before.second->assertion->factuality != after.second->assertion->factuality) {
      expected[key] = ChangeKind::flipped;
    }
  }
  for (const Change& change : changes(graph, since, until, choice.filter))
    found[key_of(graph, change.tie)] = change.kind;
  CHECK(found == expected);
}

TEST_CASE("Conflicts have both sides") {
  const unsigned seed = GENERATE(range(1U, 31U));
  CAPTURE(seed);
  const auto extractions = testing::random_extractions(seed, {30, 6, 15});
  const Choice choice = random_choice(seed);
  const Graph graph = build_graph(extractions);
  std::map<TieKey, std::pair<double, double>> expected, found;
  for (const auto& [key, list] : selected(extractions, choice)) {
    std::vector<Said> yes, no;
    for (const Said& said : list)
      (said.assertion->factuality == Factuality::negated ? no : yes).push_back(said);
    if (yes.empty() || no.empty()) continue;
    std::vector<double> denials;
    for (const Said& said : no) denials.push_back(said.assertion->score);
    expected[key] = {testing::slow_score(yes),
                     testing::slow_noisy_or(testing::slow_groups(no, testing::same_witness), denials)};
  }
  double before = 1;
  for (const Conflict& conflict : conflicts(graph, choice.filter)) {
    found[key_of(graph, conflict.tie)] = {conflict.asserted, conflict.denied};
    CHECK(std::min(conflict.asserted, conflict.denied) <= before);
    before = std::min(conflict.asserted, conflict.denied);
  }
  REQUIRE(found.size() == expected.size());
  for (const auto& [key, scores] : expected) {
    CHECK(found.at(key).first == Approx(scores.first));
    CHECK(found.at(key).second == Approx(scores.second));
  }
}

TEST_CASE("Common partners are those of both") {
  const unsigned seed = GENERATE(range(1U, 21U));
  CAPTURE(seed);
  const auto extractions = testing::random_extractions(seed, {10, 10, 6});
  const Choice choice = random_choice(seed);
  const Graph graph = build_graph(extractions);
  const auto ties = selected(extractions, choice);
  const auto best = [&](const std::string& one, const std::string& other) {
    double score = -1;
    for (const auto& [key, list] : ties) {
      const auto& [subject, type, object] = key;
      if ((subject == one && object == other) || (subject == other && object == one))
        score = std::max(score, testing::slow_score(list));
    }
    return score;
  };
  for (Index a = 0; a < graph.entity_count(); ++a)
    for (Index b = 0; b < graph.entity_count(); ++b) {
      if (a == b) continue;
      std::map<Index, double> expected, found;
      for (Index c = 0; c < graph.entity_count(); ++c) {
        if (c == a || c == b) continue;
        const double with_a = best(graph.entity(a).id, graph.entity(c).id);
        const double with_b = best(graph.entity(b).id, graph.entity(c).id);
        if (with_a >= 0 && with_b >= 0) expected[c] = with_a * with_b;
      }
      for (const Common& one : common(graph, a, b, choice.filter)) found[one.entity] = one.score;
      REQUIRE(found.size() == expected.size());
      for (const auto& [entity, score] : expected) REQUIRE(found.at(entity) == Approx(score));
    }
}

TEST_CASE("Filters of dependence choose the evidence, not what rules it out") {
  testing::Article a("a", "2010", "Alpha");
  a.say("RUS", RelationType::deploys_to, "UKR").domain = Domain::security;
  a.say("RUS", RelationType::attacks, "UKR");
  testing::Article b("b", "2011", "Beta");
  b.say("RUS", RelationType::supplies, "UKR").domain = Domain::energy;
  const Graph graph = build_graph(std::vector<Extraction>{a.extraction, b.extraction});
  const auto rules = DependenceRules::load(ENTENTE_SOURCE_DIR "/data/dependence.json");
  CHECK(dependences(graph, rules).size() == 1);
  CHECK(dependences(graph, rules, {.filter = {.types = {RelationType::deploys_to}}}).empty());
  CHECK(dependences(graph, rules, {.filter = {.outlets = {"Beta"}}}).size() == 1);
  CHECK(dependences(graph, rules, {.filter = {.outlets = {"Alpha"}}}).empty());
  CHECK(dependences(graph, rules, {.filter = {.min_witnesses = 2}}).empty());
  CHECK(dependences(graph, rules, {.filter = {.as_of = "2010"}}).empty());
}

TEST_CASE("What a filter leaves nothing of is not explained") {
  testing::Article a("a", "2010", "Alpha");
  a.say("RUS", RelationType::supplies, "UKR");
  const Graph graph = build_graph(std::vector<Extraction>{a.extraction});
  const NameIndex names(graph);
  CHECK(explain(graph, names, "RUS:supplies:UKR", {.outlets = {"Alpha"}}).evidence.size() == 1);
  CHECK_THROWS_AS(explain(graph, names, "RUS:supplies:UKR", {.outlets = {"Beta"}}), QueryError);
  CHECK(describe(graph, 0, {.outlets = {"Beta"}}).assertions == 0);
  CHECK(describe(graph, 0).assertions == 1);
  CHECK_THROWS_AS(changes(graph, "soon", ""), QueryError);
}

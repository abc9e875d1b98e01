// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Collects assertions as rows, then sorts them: entities by id, rows by (subject, type, object, date, ...). A
// tie is a run of equal (subject, type, object). Sorting, not hashing, makes the graph independent of the
// order of the documents.
#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "entente/store.hpp"
#include "graph/filter.hpp"
#include "graph/graph_data.hpp"
#include "graph/summary.hpp"

namespace entente {
namespace {

using graph::Filter;
using graph::StringPool;

/// How documents name an entity. Ordered, so that equal votes are settled by the text.
struct Votes {
  std::string_view id;
  std::map<std::string_view, Index> names, codes;
  std::map<EntityType, Index> types;
  std::set<std::string_view> aliases;
  bool tied = false;
};

/// The key with most votes, of several the first.
template <class Key>
Key winner(const std::map<Key, Index>& votes) {
  return std::max_element(votes.begin(), votes.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

Entity settle(const Votes& votes) {
  Entity entity;
  entity.id = votes.id;
  entity.type = winner(votes.types);
  entity.name = winner(votes.names);
  if (!votes.codes.empty()) entity.code = winner(votes.codes);
  std::set<std::string_view> others = votes.aliases;
  for (const auto& [name, count] : votes.names) others.insert(name);
  for (const std::string_view alias : others)
    if (alias != entity.name) entity.aliases.emplace_back(alias);
  return entity;
}

struct Row {
  Index subject, object;
  RelationType type;
  graph::Day day;  // parsed once, compared often
  Evidence evidence;
};

}  // namespace

struct GraphBuilder::State {
  Filter filter;
  StringPool strings;
  std::vector<Votes> entities;
  std::unordered_map<std::string_view, Index> numbers;  // by id
  std::vector<Row> rows;

  explicit State(const GraphFilter& wanted) : filter(wanted) {}

  Index vote(const Entity& entity);
  Evidence evidence_of(const Document& document);
  void fill(Evidence& e, const Assertion& assertion, std::string_view text);
  std::vector<Index> number_entities(BoostGraph& boost) const;
  void sort_rows(const std::vector<Index>& number);
  void make_ties(Graph::Data& data);
};

Index GraphBuilder::State::vote(const Entity& entity) {
  const std::string_view id = strings.intern(entity.id);
  const auto [known, added] = numbers.try_emplace(id, static_cast<Index>(entities.size()));
  if (added) entities.emplace_back().id = id;
  Votes& votes = entities[known->second];
  ++votes.names[strings.intern(entity.name)];
  ++votes.types[entity.type];
  if (!entity.code.empty()) ++votes.codes[strings.intern(entity.code)];
  for (const std::string& alias : entity.aliases) votes.aliases.insert(strings.intern(alias));
  return known->second;
}

/// What all evidence of a document shares.
Evidence GraphBuilder::State::evidence_of(const Document& document) {
  Evidence e;
  e.document = strings.intern(document.id);
  e.title = strings.intern(document.title);
  e.outlet = strings.intern(document.outlet);
  e.url = strings.intern(document.url);
  e.reported = strings.intern(document.date);
  return e;
}

void GraphBuilder::State::fill(Evidence& e, const Assertion& assertion, std::string_view text) {
  const auto quote = [&](Span span) {
    if (span.begin > text.size() || span.end < span.begin) return std::string_view();
    return strings.intern(text.substr(span.begin, span.size()));
  };
  e.sentence = quote(assertion.sentence);
  e.trigger = quote(assertion.trigger);
  e.time = strings.intern(assertion.time);
  e.place = strings.intern(assertion.place);
  e.facility = strings.intern(assertion.facility);
  e.detail = strings.intern(assertion.detail);
  e.via = strings.intern(assertion.via);
  e.source = strings.intern(assertion.source);
  e.rule = strings.intern(assertion.rule);
  e.phase = assertion.phase;
  e.factuality = assertion.factuality;
  e.domain = assertion.domain;
  e.score = assertion.score > 0 ? std::min(assertion.score, 1.0) : 0.0;  // NaN too
  e.sentence_span = assertion.sentence;
  e.trigger_span = assertion.trigger;
  e.subject_span = assertion.subject_span;
  e.object_span = assertion.object_span;
}

/// Lays out the vertices. Gives the vertex of every collected entity, kNone for those left out.
std::vector<Index> GraphBuilder::State::number_entities(BoostGraph& boost) const {
  std::vector<Index> order;
  for (Index i = 0; i < entities.size(); ++i)
    if (entities[i].tied || filter.allows_everything()) order.push_back(i);
  std::sort(order.begin(), order.end(), [&](Index a, Index b) { return entities[a].id < entities[b].id; });
  boost = BoostGraph(order.size());
  std::vector<Index> number(entities.size(), kNone);
  for (Index i = 0; i < order.size(); ++i) {
    number[order[i]] = i;
    boost[i] = settle(entities[order[i]]);
  }
  return number;
}

void GraphBuilder::State::sort_rows(const std::vector<Index>& number) {
  for (Row& row : rows) {
    std::tie(row.subject, row.object) = std::make_pair(number[row.subject], number[row.object]);
    if (info(row.type).symmetric && row.object < row.subject) {
      std::swap(row.subject, row.object);
      std::swap(row.evidence.subject_span, row.evidence.object_span);
    }
  }
  const auto ends = [](const Row& row) { return std::tie(row.subject, row.type, row.object); };
  std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    if (ends(a) != ends(b)) return ends(a) < ends(b);
    return a.day != b.day ? a.day < b.day : graph::before(a.evidence, b.evidence);
  });
}

void GraphBuilder::State::make_ties(Graph::Data& data) {
  data.evidence.reserve(rows.size());
  for (std::size_t first = 0, last = 0; first < rows.size(); first = last) {
    const Row& row = rows[first];
    Tie tie;
    tie.index = static_cast<Index>(data.edges.size());
    std::tie(tie.subject, tie.type, tie.object) = std::tie(row.subject, row.type, row.object);
    tie.first_evidence = static_cast<Index>(first);
    for (; last < rows.size(); ++last) {
      const Row& next = rows[last];
      if (std::tie(next.subject, next.type, next.object) != std::tie(row.subject, row.type, row.object))
        break;
      data.evidence.push_back(next.evidence);
    }
    graph::summarize(std::span(data.evidence).subspan(first), tie);
    const Index from = tie.subject;
    const Index to = tie.object;
    data.edges.push_back(add_edge(from, to, std::move(tie), data.boost).first);
  }
}

GraphBuilder::GraphBuilder(const GraphFilter& filter) : state_(std::make_unique<State>(filter)) {}
GraphBuilder::~GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;

void GraphBuilder::add(const Extraction& extraction) {
  std::vector<Index> numbers;
  for (const Entity& entity : extraction.entities) numbers.push_back(state_->vote(entity));
  Evidence evidence = state_->evidence_of(extraction.document);
  for (const Assertion& assertion : extraction.assertions) {
    if (assertion.subject >= numbers.size() || assertion.object >= numbers.size()) continue;
    const Index subject = numbers[assertion.subject];
    const Index object = numbers[assertion.object];
    if (subject == object || !state_->filter.allows(assertion.type)) continue;
    state_->fill(evidence, assertion, extraction.document.text);
    if (!state_->filter.allows(assertion.type, evidence)) continue;
    state_->entities[subject].tied = state_->entities[object].tied = true;
    state_->rows.push_back({subject, object, assertion.type, graph::first_day(evidence), evidence});
  }
}

Graph GraphBuilder::build() {
  State state = std::move(*state_);
  state_->strings = {};
  state_->entities.clear();
  state_->numbers.clear();
  state_->rows.clear();
  auto data = std::make_unique<Graph::Data>();
  state.sort_rows(state.number_entities(data->boost));
  state.make_ties(*data);
  data->strings = std::move(state.strings);
  return Graph(std::move(data));
}

Graph build_graph(const Store& store, const GraphFilter& filter) {
  GraphBuilder builder(filter);
  store.visit([&](const Extraction& extraction) { builder.add(extraction); });
  return builder.build();
}

Graph build_graph(std::span<const Extraction> extractions, const GraphFilter& filter) {
  GraphBuilder builder(filter);
  for (const Extraction& extraction : extractions) builder.add(extraction);
  return builder.build();
}

}  // namespace entente

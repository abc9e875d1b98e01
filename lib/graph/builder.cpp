// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Collects assertions as rows, then sorts them: entities by id, rows by (subject, type, object, date, ...). A
// tie is a run of equal (subject, type, object). Sorting, not hashing, makes the graph independent of the
// order of the documents. Rows are small and point to the evidence, which is moved once, in place, when their
// order is known: with ten millions of assertions there is no room for two copies.
#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "entente/store.hpp"
#include "graph/filter.hpp"
#include "graph/graph_data.hpp"
#include "graph/snapshot.hpp"
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
  Index subject, object;  // entities as collected, then in order of id
  RelationType type;
  graph::Day day;  // parsed once, compared often
  Index evidence;

  friend bool same_tie(const Row& a, const Row& b) {
    return std::tie(a.subject, a.type, a.object) == std::tie(b.subject, b.type, b.object);
  }
};

/// Moves the evidence of row i to place i, cycle by cycle.
void permute(std::vector<Evidence>& items, std::vector<Row>& rows) {
  for (Index start = 0; start < rows.size(); ++start) {
    const Evidence first = items[start];
    Index at = start;
    while (rows[at].evidence != start) {
      const Index next = rows[at].evidence;
      items[at] = items[next];
      rows[at].evidence = at;
      at = next;
    }
    items[at] = first;
    rows[at].evidence = at;
  }
}

}  // namespace

struct GraphBuilder::State {
  Filter filter;
  StringPool strings;
  std::vector<Votes> entities;
  std::unordered_map<std::string_view, Index> numbers;  // by id
  std::vector<Row> rows;
  std::vector<Evidence> evidence;

  explicit State(Filter wanted) : filter(std::move(wanted)) {}

  Index vote(const Entity& entity);
  Evidence evidence_of(const Document& document);
  void fill(Evidence& e, const Assertion& assertion, std::string_view text);
  std::vector<Index> order_entities() const;
  void sort_rows(const std::vector<Index>& order);
  void drop_ties();
  void place_entities(const std::vector<Index>& order, BoostGraph& boost);
  void make_ties(Graph::Data& data);
};

Index GraphBuilder::State::vote(const Entity& entity) {
  auto known = numbers.find(entity.id);
  if (known == numbers.end()) {
    known = numbers.emplace(strings.keep(entity.id), static_cast<Index>(entities.size())).first;
    entities.emplace_back().id = known->first;
  }
  Votes& votes = entities[known->second];
  const auto count = [&](std::map<std::string_view, Index>& texts, std::string_view text) {
    const auto counted = texts.find(text);
    if (counted == texts.end()) {
      texts.emplace(strings.intern(text), 1);
    } else {
      ++counted->second;
    }
  };
  count(votes.names, entity.name);
  ++votes.types[entity.type];
  if (!entity.code.empty()) count(votes.codes, entity.code);
  for (const std::string& alias : entity.aliases)
    if (votes.aliases.count(alias) == 0) votes.aliases.insert(strings.intern(alias));
  return known->second;
}

/// What all evidence of a document shares. Only outlet and date repeat from document to document.
Evidence GraphBuilder::State::evidence_of(const Document& document) {
  Evidence e;
  e.document = strings.keep(document.id);
  e.title = strings.keep(document.title);
  e.outlet = strings.intern(document.outlet);
  e.url = strings.keep(document.url);
  e.reported = strings.intern(document.date);
  return e;
}

void GraphBuilder::State::fill(Evidence& e, const Assertion& assertion, std::string_view text) {
  const auto quote = [&](Span span) {
    if (span.begin > text.size() || span.end < span.begin) return std::string_view();
    return text.substr(span.begin, span.size());
  };
  // Sentences hardly ever repeat but within a document, where those of the same place come one after the
  // other.
  if (e.sentence.empty() || e.sentence_span != assertion.sentence)
    e.sentence = strings.keep(quote(assertion.sentence));
  e.trigger = strings.intern(quote(assertion.trigger));
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

/// Entities as collected, in order of id.
std::vector<Index> GraphBuilder::State::order_entities() const {
  std::vector<Index> order(entities.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](Index a, Index b) { return entities[a].id < entities[b].id; });
  return order;
}

void GraphBuilder::State::sort_rows(const std::vector<Index>& order) {
  std::vector<Index> rank(order.size());
  for (Index i = 0; i < order.size(); ++i) rank[order[i]] = i;
  for (Row& row : rows) {
    row.subject = rank[row.subject];
    row.object = rank[row.object];
    if (info(row.type).symmetric && row.object < row.subject) {
      std::swap(row.subject, row.object);
      std::swap(evidence[row.evidence].subject_span, evidence[row.evidence].object_span);
    }
  }
  std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    const auto key = [](const Row& row) { return std::tie(row.subject, row.type, row.object, row.day); };
    return key(a) != key(b) ? key(a) < key(b) : graph::before(evidence[a.evidence], evidence[b.evidence]);
  });
  permute(evidence, rows);
}

/// Leaves of each tie what a filter does that has to see all of it. REQUIRES: sorted rows.
void GraphBuilder::State::drop_ties() {
  std::size_t kept = 0;
  for (std::size_t first = 0, last = 0; first < rows.size(); first = last) {
    const Row row = rows[first];
    while (last < rows.size() && same_tie(rows[last], row)) ++last;
    for (const Evidence& e : filter.select(row.type, std::span(evidence).subspan(first, last - first))) {
      evidence[kept] = e;
      rows[kept++] = row;
    }
  }
  rows.resize(kept);
  evidence.resize(kept);
}

/// Lays out the vertices and numbers the ends of rows by them.
void GraphBuilder::State::place_entities(const std::vector<Index>& order, BoostGraph& boost) {
  std::vector<Index> number(order.size(), filter.allows_everything() ? 0 : kNone);
  for (const Row& row : rows) number[row.subject] = number[row.object] = 0;
  Index count = 0;
  for (Index& one : number)
    if (one != kNone) one = count++;
  boost = BoostGraph(count);
  for (Index i = 0; i < order.size(); ++i)
    if (number[i] != kNone) boost[number[i]] = settle(entities[order[i]]);
  for (Row& row : rows) {
    row.subject = number[row.subject];
    row.object = number[row.object];
  }
}

void GraphBuilder::State::make_ties(Graph::Data& data) {
  data.evidence = std::move(evidence);
  for (std::size_t first = 0, last = 0; first < rows.size(); first = last) {
    const Row& row = rows[first];
    while (last < rows.size() && same_tie(rows[last], row)) ++last;
    Tie tie;
    tie.index = static_cast<Index>(data.edges.size());
    std::tie(tie.subject, tie.type, tie.object) = std::tie(row.subject, row.type, row.object);
    tie.first_evidence = static_cast<Index>(first);
    graph::summarize(std::span(data.evidence).subspan(first, last - first), tie);
    const Index from = tie.subject;
    const Index to = tie.object;
    data.edges.push_back(add_edge(from, to, std::move(tie), data.boost).first);
  }
  data.latest = graph::latest_day(data.evidence);
}

GraphBuilder::GraphBuilder(const GraphFilter& filter) : state_(std::make_unique<State>(Filter(filter))) {}
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
    if (!state_->filter.looks_at_ties() && !state_->filter.allows(assertion.type, evidence)) continue;
    state_->rows.push_back({subject, object, assertion.type, graph::first_day(evidence),
                            static_cast<Index>(state_->evidence.size())});
    state_->evidence.push_back(evidence);
  }
}

void GraphBuilder::reserve(std::size_t assertions) {
  state_->rows.reserve(assertions);
  state_->evidence.reserve(assertions);
}

Graph GraphBuilder::build() {
  State state = std::move(*state_);
  *state_ = State(state.filter);
  const std::vector<Index> order = state.order_entities();
  state.sort_rows(order);
  if (state.filter.looks_at_ties()) state.drop_ties();
  auto data = std::make_unique<Graph::Data>();
  state.place_entities(order, data->boost);
  state.make_ties(*data);
  data->strings = std::move(state.strings);
  return Graph(std::move(data));
}

Graph build_graph(const Store& store, const GraphFilter& filter) {
  GraphBuilder builder(filter);
  builder.reserve(store.size().assertions);
  store.scan([&](const Extraction& extraction) { builder.add(extraction); });
  return builder.build();
}

Graph build_graph(std::span<const Extraction> extractions, const GraphFilter& filter) {
  GraphBuilder builder(filter);
  for (const Extraction& extraction : extractions) builder.add(extraction);
  return builder.build();
}

Graph open_graph(const std::string& store_file) {
  constexpr std::uint64_t kLarge = 50000;  // assertions; fewer are built in no time
  const Store store(store_file, {.mode = StoreMode::read, .clock = {}});
  const std::string revision = store.revision();
  const std::string file = store_file + "-graph";
  const bool kept = !revision.empty() && store.size().assertions >= kLarge;
  if (kept)
    if (auto graph = graph::load_snapshot(revision, file)) return std::move(*graph);
  Graph graph = build_graph(store);
  if (kept && store.revision() == revision) graph::save_snapshot(graph, revision, file);
  return graph;
}

}  // namespace entente

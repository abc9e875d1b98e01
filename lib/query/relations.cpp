// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Ties as a filter leaves them: its evidence is summed up anew, so that counts, dates and score belong to
// what is shown.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "entente/query.hpp"
#include "graph/period.hpp"
#include "query/selection.hpp"

namespace entente {
namespace {

using graph::Filter;

/// A tie by its id with ends as people name them; nothing when `id` has not the form of one.
std::optional<Index> find_by_names(const Graph& graph, const NameIndex& names, std::string_view id) {
  for (std::size_t colon = id.find(':'); colon != std::string_view::npos; colon = id.find(':', colon + 1)) {
    const std::size_t end = id.find(':', colon + 1);
    if (end == std::string_view::npos) break;
    const auto type = relation_type(id.substr(colon + 1, end - colon - 1));
    if (!type) continue;
    const Entity& subject = graph.entity(names.find(id.substr(0, colon)));
    const Entity& object = graph.entity(names.find(id.substr(end + 1)));
    const auto tie = graph.find_tie(fmt::format("{}:{}:{}", subject.id, name(*type), object.id));
    if (tie) return tie;
    throw QueryError(
        fmt::format("the graph has no {} from {} to {}", name(*type), subject.name, object.name));
  }
  return std::nullopt;
}

void add_dates(EntitySummary& summary, const Tie& tie) {
  const auto first = graph::parse_date(tie.first);
  const auto known_first = graph::parse_date(summary.first);
  if (first && (!known_first || first->begin < known_first->begin)) summary.first = tie.first;
  const auto last = graph::parse_date(tie.last);
  const auto known_last = graph::parse_date(summary.last);
  if (last && (!known_last || last->end > known_last->end)) summary.last = tie.last;
}

}  // namespace

std::vector<Relation> relations(const Graph& graph, Index a, std::optional<Index> b,
                                const GraphFilter& wanted) {
  const Filter filter(wanted);
  std::vector<Relation> result;
  for (const Index index : query::ties_of(graph, a)) {
    if (b && query::partner(graph.tie(index), a) != *b) continue;
    if (auto relation = query::select(graph, index, filter)) result.push_back(std::move(*relation));
  }
  std::sort(result.begin(), result.end(), [](const Relation& x, const Relation& y) {
    return x.tie.score != y.tie.score ? x.tie.score > y.tie.score : x.tie.index < y.tie.index;
  });
  return result;
}

Relation explain(const Graph& graph, const NameIndex& names, std::string_view tie_id,
                 const GraphFilter& filter) {
  auto index = graph.find_tie(tie_id);
  if (!index) index = find_by_names(graph, names, tie_id);
  if (!index)
    throw QueryError(
        fmt::format("\"{}\" is not the id of a tie; write SUBJECT:TYPE:OBJECT, for example "
                    "RUS:deploys_to:TJK",
                    tie_id));
  auto relation = query::select(graph, *index, Filter(filter));
  if (!relation) throw QueryError(fmt::format("the filter leaves nothing of {}", graph.tie_id(*index)));
  return std::move(*relation);
}

EntitySummary describe(const Graph& graph, Index entity, const GraphFilter& wanted) {
  const Filter filter(wanted);
  EntitySummary summary;
  summary.entity = entity;
  std::map<RelationType, Index> types;
  std::map<Index, Index> partners;
  std::set<std::string_view> documents;
  for (const Index index : query::ties_of(graph, entity)) {
    const auto relation = query::select(graph, index, filter);
    if (!relation) continue;
    const Tie& tie = relation->tie;
    ++(tie.subject == entity ? summary.ties_out : summary.ties_in);
    summary.assertions += tie.assertions;
    ++types[tie.type];
    partners[query::partner(tie, entity)] += tie.assertions;
    for (const Evidence& evidence : relation->evidence) documents.insert(evidence.document);
    add_dates(summary, tie);
  }
  summary.documents = static_cast<Index>(documents.size());
  summary.types.assign(types.begin(), types.end());
  summary.partners.assign(partners.begin(), partners.end());
  std::stable_sort(summary.partners.begin(), summary.partners.end(),
                   [](const auto& x, const auto& y) { return x.second > y.second; });
  return summary;
}

std::vector<Common> common(const Graph& graph, Index a, Index b, const GraphFilter& wanted) {
  const Filter filter(wanted);
  struct Side {
    std::vector<std::pair<double, Index>> ties;  // score, tie
  };
  std::map<Index, std::array<Side, 2>> sides;
  for (const std::size_t side : {std::size_t{0}, std::size_t{1}})
    for (const Index tie : query::ties_of(graph, side == 0 ? a : b)) {
      const Index other = query::partner(graph.tie(tie), side == 0 ? a : b);
      if (other == a || other == b || !query::keeps(graph, tie, filter)) continue;
      sides[other][side].ties.emplace_back(query::selected_score(graph, tie, filter), tie);
    }
  std::vector<Common> result;
  for (auto& [entity, both] : sides) {
    if (both[0].ties.empty() || both[1].ties.empty()) continue;
    Common one{entity, 1, {}, {}};
    for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
      std::stable_sort(both[side].ties.begin(), both[side].ties.end(),
                       [](const auto& x, const auto& y) { return x.first > y.first; });
      one.score *= both[side].ties.front().first;
      for (const auto& [score, tie] : both[side].ties) (side == 0 ? one.with_a : one.with_b).push_back(tie);
    }
    result.push_back(std::move(one));
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const Common& x, const Common& y) { return x.score > y.score; });
  return result;
}

}  // namespace entente

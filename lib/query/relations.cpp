// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Ties as a filter leaves them: its evidence is summed up anew, so that counts, dates and score belong to
// what is shown.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "entente/query.hpp"
#include "graph/filter.hpp"
#include "graph/summary.hpp"
#include "query/spelling.hpp"

namespace entente {
namespace {

using graph::Filter;

std::optional<Relation> filtered(const Graph& graph, Index index, const Filter& filter) {
  Relation relation{graph.tie(index), {}};
  if (!filter.allows(relation.tie.type)) return std::nullopt;
  for (const Evidence& evidence : graph.evidence(index))
    if (filter.allows(relation.tie.type, evidence)) relation.evidence.push_back(evidence);
  if (relation.evidence.empty()) return std::nullopt;
  if (relation.evidence.size() < relation.tie.assertions) graph::summarize(relation.evidence, relation.tie);
  return relation;
}

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
  const auto collect = [&](const std::vector<Index>& ties) {
    for (const Index index : ties) {
      const Tie& tie = graph.tie(index);
      const Index other = tie.subject == a ? tie.object : tie.subject;
      if (b && other != *b) continue;
      if (auto relation = filtered(graph, index, filter)) result.push_back(std::move(*relation));
    }
  };
  collect(graph.ties_out(a));
  collect(graph.ties_in(a));
  std::sort(result.begin(), result.end(), [](const Relation& x, const Relation& y) {
    return x.tie.score != y.tie.score ? x.tie.score > y.tie.score : x.tie.index < y.tie.index;
  });
  return result;
}

Relation explain(const Graph& graph, const NameIndex& names, std::string_view tie_id) {
  auto index = graph.find_tie(tie_id);
  if (!index) index = find_by_names(graph, names, tie_id);
  if (!index)
    throw QueryError(
        fmt::format("\"{}\" is not the id of a tie; write SUBJECT:TYPE:OBJECT, for example "
                    "RUS:deploys_to:TJK",
                    tie_id));
  const auto evidence = graph.evidence(*index);
  return {graph.tie(*index), {evidence.begin(), evidence.end()}};
}

EntitySummary describe(const Graph& graph, Index entity) {
  EntitySummary summary;
  summary.entity = entity;
  const std::vector<Index> out = graph.ties_out(entity);
  const std::vector<Index> in = graph.ties_in(entity);
  summary.ties_out = static_cast<Index>(out.size());
  summary.ties_in = static_cast<Index>(in.size());
  std::map<RelationType, Index> types;
  std::map<Index, Index> partners;
  std::set<std::string_view> documents;
  for (const auto* ties : {&out, &in}) {
    for (const Index index : *ties) {
      const Tie& tie = graph.tie(index);
      summary.assertions += tie.assertions;
      ++types[tie.type];
      partners[tie.subject == entity ? tie.object : tie.subject] += tie.assertions;
      for (const Evidence& evidence : graph.evidence(index)) documents.insert(evidence.document);
      add_dates(summary, tie);
    }
  }
  summary.documents = static_cast<Index>(documents.size());
  summary.types.assign(types.begin(), types.end());
  summary.partners.assign(partners.begin(), partners.end());
  std::stable_sort(summary.partners.begin(), summary.partners.end(),
                   [](const auto& x, const auto& y) { return x.second > y.second; });
  return summary;
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Evidence in order of time: what several say of the same tie and time, in the same phase and factuality, is
// one event. Changes compare two days: what held, and what had last been said.
#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "graph/holding.hpp"
#include "graph/summary.hpp"
#include "query/selection.hpp"

namespace entente {
namespace {

using graph::Dating;
using graph::Day;
using graph::kAlwaysBefore;
using graph::Now;

Dating dating_of(const Evidence& evidence) {
  return graph::dating(evidence).value_or(Dating{});
}

struct DatedEvent {
  Day first, last;
  Event event;
};

void add_events(const Relation& relation, std::vector<DatedEvent>& events) {
  std::map<std::tuple<Day, Day, Phase, Factuality>, std::vector<Evidence>> groups;
  for (const Evidence& e : relation.evidence) {
    const Dating when = dating_of(e);
    groups[{when.first, when.last, e.phase, e.factuality}].push_back(e);
  }
  for (const auto& [key, evidence] : groups)
    events.push_back({std::get<0>(key),
                      std::get<1>(key),
                      {relation.tie.index, static_cast<Index>(evidence.size()),
                       graph::independent_groups(evidence).count, evidence[graph::best_of(evidence)]}});
}

/// What is known of a tie on a day.
struct State {
  bool holds = false;
  const Evidence* last_said = nullptr;  // by day, then as evidence is ordered
};

State state_of(std::span<const Evidence> evidence, Day day) {
  State state;
  const std::vector<bool> holds = graph::holding(evidence, Now{day, true});
  Day latest = kAlwaysBefore;
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    const Day begin = graph::stretch_of(evidence[i]).begin;
    if (begin > day) continue;
    state.holds = state.holds || (holds[i] && evidence[i].factuality == Factuality::fact);
    if (state.last_said != nullptr && begin < latest) continue;
    latest = begin;
    state.last_said = &evidence[i];
  }
  return state;
}

graph::Period period_of(const Graph& graph, const std::string& since, const std::string& until) {
  const auto date = [](const std::string& text) {
    const auto period = graph::parse_date(text);
    if (!period)
      throw QueryError(fmt::format("\"{}\" is not a date; write 2004, 2004-06 or 2004-06-15", text));
    return *period;
  };
  graph::Period result;
  if (!since.empty()) result.begin = date(since).begin;
  result.end = until.empty() ? Now::of(graph, {}).day : date(until).end;
  return result;
}

std::optional<Change> change_of(Index tie, const std::vector<Evidence>& evidence,
                                const graph::Period& period) {
  const State before = period.open_begin() ? State{} : state_of(evidence, period.begin - 1);
  const State after = state_of(evidence, period.end);
  if (after.last_said == nullptr) return std::nullopt;
  Change change;
  change.tie = tie;
  if (before.last_said != nullptr) change.before = before.last_said->factuality;
  change.after = after.last_said->factuality;
  change.evidence = *after.last_said;
  if (before.holds != after.holds) {
    change.kind = after.holds ? ChangeKind::began : ChangeKind::ended;
  } else if (change.before && *change.before != change.after) {
    change.kind = ChangeKind::flipped;
  } else {
    return std::nullopt;
  }
  return change;
}

}  // namespace

std::vector<Event> timeline(const Graph& graph, Index a, std::optional<Index> b, const GraphFilter& wanted) {
  const graph::Filter filter(wanted);
  std::vector<DatedEvent> events;
  for (const Index tie : query::ties_of(graph, a)) {
    if (b && query::partner(graph.tie(tie), a) != *b) continue;
    if (const auto relation = query::select(graph, tie, filter)) add_events(*relation, events);
  }
  const auto key = [](const DatedEvent& e) {
    return std::tie(e.first, e.last, e.event.tie, e.event.evidence.phase, e.event.evidence.factuality);
  };
  std::sort(events.begin(), events.end(),
            [&](const DatedEvent& x, const DatedEvent& y) { return key(x) < key(y); });
  std::vector<Event> result;
  for (DatedEvent& dated : events) result.push_back(std::move(dated.event));
  return result;
}

std::vector<Change> changes(const Graph& graph, const std::string& since, const std::string& until,
                            const GraphFilter& wanted) {
  const graph::Period period = period_of(graph, since, until);
  GraphFilter undated = wanted;
  undated.since.clear();
  undated.until.clear();
  undated.as_of.clear();
  const graph::Filter filter(undated);
  std::vector<std::pair<Day, Change>> dated;
  for (Index tie = 0; tie < graph.tie_count(); ++tie) {
    const auto evidence = filter.select(graph.tie(tie).type, graph.evidence(tie));
    if (evidence.empty()) continue;
    if (auto change = change_of(tie, evidence, period))
      dated.emplace_back(graph::stretch_of(change->evidence).begin, std::move(*change));
  }
  std::stable_sort(dated.begin(), dated.end(),
                   [](const auto& x, const auto& y) { return x.first < y.first; });
  std::vector<Change> result;
  for (auto& [day, change] : dated) result.push_back(std::move(change));
  return result;
}

}  // namespace entente

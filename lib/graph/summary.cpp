// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Evidence adds up as independent witnesses do (noisy or). Wire copy printed forty times is one witness, and
// so is an outlet that says the same twice: union-find over document, outlet and wording makes the groups,
// each counted by its best.
#include "graph/summary.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "graph/copies.hpp"

namespace entente::graph {
namespace {

Groups groups_of(UnionFind& sets) {
  Groups result;
  std::vector<Index> number(sets.size(), kNone);
  for (Index i = 0; i < sets.size(); ++i) {
    Index& group = number[sets.root(i)];
    if (group == kNone) group = result.count++;
    result.of.push_back(group);
  }
  return result;
}

/// Joins what is from one outlet, or from one document without outlet.
void join_sources(std::span<const Evidence> evidence, UnionFind& sets) {
  std::vector<std::tuple<bool, std::string_view, Index>> keys;
  keys.reserve(evidence.size());
  for (Index i = 0; i < evidence.size(); ++i) {
    const Evidence& e = evidence[i];
    const bool named = !e.outlet.empty();
    if (named || !e.document.empty()) keys.emplace_back(named, named ? e.outlet : e.document, i);
  }
  std::sort(keys.begin(), keys.end());
  for (std::size_t i = 1; i < keys.size(); ++i) {
    const auto& [named, source, number] = keys[i];
    const auto& [named_before, source_before, number_before] = keys[i - 1];
    if (named == named_before && source == source_before) sets.join(number, number_before);
  }
}

Index count_documents(std::span<const Evidence> evidence) {
  std::vector<std::string_view> documents;
  for (const Evidence& e : evidence) documents.push_back(e.document);
  std::sort(documents.begin(), documents.end());
  return static_cast<Index>(std::unique(documents.begin(), documents.end()) - documents.begin());
}

double combined_score(std::span<const Evidence> evidence, const Groups& groups) {
  std::vector<double> best(groups.count, 0.0);
  for (std::size_t i = 0; i < evidence.size(); ++i)
    best[groups.of[i]] = std::max(best[groups.of[i]], support(evidence[i]));
  double doubt = 1;
  for (const double value : best) doubt *= 1 - value;
  return 1 - doubt;
}

using Datings = std::vector<std::optional<Dating>>;

void set_dates(const Datings& datings, Tie& tie) {
  std::optional<Dating> range;
  for (const auto& when : datings) {
    if (!when) continue;
    if (!range) range = when;
    const auto earlier = std::tie(when->first, when->first_text) < std::tie(range->first, range->first_text);
    const auto later = std::tie(when->last, when->last_text) > std::tie(range->last, range->last_text);
    if (earlier) std::tie(range->first, range->first_text) = std::tie(when->first, when->first_text);
    if (later) std::tie(range->last, range->last_text) = std::tie(when->last, when->last_text);
  }
  tie.first = range ? range->first_text : std::string_view();
  tie.last = range ? range->last_text : std::string_view();
}

/// The phase of the latest evidence of the best factuality.
void set_state(std::span<const Evidence> evidence, const Datings& datings, Tie& tie) {
  tie.factuality = Factuality::negated;
  for (const Evidence& e : evidence) tie.factuality = std::min(tie.factuality, e.factuality);
  Day latest = kAlwaysBefore;
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    const Evidence& e = evidence[i];
    if (e.factuality != tie.factuality) continue;
    const auto& when = datings[i];
    const Day day = when ? when->last : kAlwaysBefore;
    if (day < latest) continue;
    latest = day;
    tie.phase = e.phase;
  }
}

Dating of_event(const Period& event, const std::optional<Period>& report) {
  Dating result{event.begin, event.end, event.begin_text, event.end_text};
  if (event.open_begin()) {
    result.first = event.end;
    result.first_text = event.end_text;
  }
  if (event.open_end()) {
    const bool reported_later = report && report->begin > event.begin;
    result.last = reported_later ? report->end : event.begin;
    result.last_text = reported_later ? report->end_text : event.begin_text;
  }
  return result;
}

}  // namespace

std::optional<Dating> dating(const Evidence& evidence) {
  const auto report = parse_date(evidence.reported);
  if (const auto event = parse_period(evidence.time)) return of_event(*event, report);
  if (report) return Dating{report->begin, report->end, report->begin_text, report->end_text};
  return std::nullopt;
}

Groups independent_groups(std::span<const Evidence> evidence) {
  UnionFind sets(evidence.size());
  if (evidence.size() > 1) {
    join_sources(evidence, sets);
    join_near_copies(evidence, sets);
  }
  return groups_of(sets);
}

Day first_day(const Evidence& evidence) {
  const auto when = dating(evidence);
  return when ? when->first : kAlwaysBefore;
}

Day latest_day(std::span<const Evidence> evidence) {
  Day report = kAlwaysBefore;
  Day event = kAlwaysBefore;
  for (const Evidence& e : evidence) {
    if (const auto reported = parse_date(e.reported)) report = std::max(report, reported->end);
    if (const auto when = dating(e)) event = std::max(event, when->last);
  }
  if (report != kAlwaysBefore) return report;
  return event != kAlwaysBefore ? event : kAlwaysAfter;
}

bool before(const Evidence& a, const Evidence& b) {
  const auto key = [](const Evidence& e) {
    return std::tie(e.document, e.sentence_span, e.trigger_span, e.subject_span, e.object_span, e.phase,
                    e.factuality, e.domain, e.time, e.place, e.facility, e.detail, e.via, e.source, e.score,
                    e.rule, e.sentence);
  };
  return key(a) < key(b);
}

void summarize(std::span<const Evidence> evidence, Tie& tie) {
  tie.assertions = static_cast<Index>(evidence.size());
  tie.domains = 0;
  for (const Evidence& e : evidence)
    if (e.domain != Domain::none) tie.domains |= 1U << static_cast<unsigned>(e.domain);
  tie.documents = count_documents(evidence);
  const Groups groups = independent_groups(evidence);
  tie.outlets = groups.count;
  tie.score = combined_score(evidence, groups);
  Datings datings;
  for (const Evidence& e : evidence) datings.push_back(dating(e));
  set_dates(datings, tie);
  set_state(evidence, datings, tie);
}

std::size_t best_of(std::span<const Evidence> evidence) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < evidence.size(); ++i)
    if (support(evidence[i]) >= support(evidence[best])) best = i;
  return best;
}

}  // namespace entente::graph

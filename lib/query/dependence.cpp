// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Dependence is not written down but derived: each assertion of a tie that the rules read as dependence has a
// value (weight * factuality * score * age), of what one outlet says in one tie only the greatest counts,
// and the rest adds up as independent witnesses do: 1 - product of (1 - value). Places and facilities are
// depended on by what assertions say about them or name as the place of what they tell.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

#include "entente/query.hpp"
#include "graph/filter.hpp"
#include "graph/holding.hpp"
#include "graph/summary.hpp"
#include "query/places.hpp"
#include "query/share.hpp"

namespace entente {
namespace {

using graph::Day;
using graph::Now;

using Key = std::tuple<Index, Index, Domain>;  // dependent, provider, domain

bool stronger_part(const DependencePart& a, const DependencePart& b) {
  return std::tie(a.value, a.share) > std::tie(b.value, b.share);
}

/// Of equal strengths the greater share, then what is told first: lists tell the greatest first and round.
bool stronger(const Dependence& a, const Dependence& b) {
  if (std::tie(a.strength, a.share) != std::tie(b.strength, b.share))
    return std::tie(a.strength, a.share) > std::tie(b.strength, b.share);
  const Evidence& one = a.parts.front().evidence;
  const Evidence& other = b.parts.front().evidence;
  return std::tie(one.document, one.sentence_span) < std::tie(other.document, other.sentence_span);
}

class Reckoning {
 public:
  Reckoning(const Graph& graph, const DependenceRules& rules, const DependenceOptions& options)
      : graph_(graph),
        rules_(rules),
        options_(options),
        filter_(without_day(options.filter)),
        now_(Now::of(graph, options.as_of.empty() ? options.filter.as_of : options.as_of)) {
    if (options.places) places_.emplace(graph);
  }

  /// Only those of an entity in one of the two roles.
  void restrict(Index entity, Index Dependence::*role) {
    entity_ = entity;
    role_ = role;
  }

  void add(Index index) {
    const Tie& tie = graph_.tie(index);
    for (const DependenceRule& rule : rules_.rules)
      if (rule.type == tie.type) add(tie, rule);
    if (!places_) return;
    for (const PlaceRule& rule : rules_.places)
      if (rule.rule.type == tie.type) add_places(tie, rule);
  }

  std::vector<Dependence> result() {
    std::vector<Dependence> list;
    for (auto& [key, dependence] : found_) {
      finish(dependence);
      if (dependence.strength > 0 && dependence.strength >= options_.min_strength)
        list.push_back(std::move(dependence));
    }
    std::stable_sort(list.begin(), list.end(), stronger);
    return list;
  }

 private:
  bool is_actor(Index entity) const { return has(kActors, graph_.entity(entity).type); }

  void add(const Tie& tie, const DependenceRule& rule) {
    const Index dependent = rule.subject_depends ? tie.subject : tie.object;
    const Index provider = rule.subject_depends ? tie.object : tie.subject;
    if (!is_wanted(dependent, provider)) return;
    if (!is_actor(dependent) || !is_actor(provider)) return;
    const auto evidence = graph_.evidence(tie.index);
    const std::vector<bool> holds = graph::holding(evidence, now_);
    const std::vector<graph::Stretch> breaches =
        rule.needs_consent ? breaches_of_consent(provider, dependent) : std::vector<graph::Stretch>();
    for (std::size_t i = 0; i < evidence.size(); ++i) {
      const Domain domain = domain_of(rule, evidence[i]);
      if (holds[i] && is_allowed(domain) && filter_.allows(tie.type, evidence[i]) &&
          !is_breached(evidence[i], breaches))
        by_domain_[static_cast<std::size_t>(domain)].push_back(evidence[i]);
    }
    for (std::size_t i = 0; i < by_domain_.size(); ++i) {
      std::vector<Evidence>& list = by_domain_[i];
      if (!list.empty() && filter_.has_witnesses(list))
        add_parts(tie, rule, list, {dependent, provider, static_cast<Domain>(i)});
      list.clear();
    }
  }

  bool is_wanted(Index dependent, Index provider) const {
    return role_ == nullptr || (role_ == &Dependence::provider ? provider : dependent) == entity_;
  }

  void add_places(const Tie& tie, const PlaceRule& place_rule) {
    const DependenceRule& rule = place_rule.rule;
    const auto evidence = graph_.evidence(tie.index);
    std::map<Key, std::vector<Evidence>> found;
    std::vector<bool> holds;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
      const Domain domain = domain_of(rule, evidence[i]);
      for (const Index place : places_->of(tie, evidence[i])) {
        if (holds.empty()) holds = graph::holding(evidence, now_);
        if (!holds[i] || !is_allowed(domain) || !filter_.allows(tie.type, evidence[i])) continue;
        for (const Index dependent :
             {rule.subject_depends ? tie.subject : kNone, place_rule.object_depends ? tie.object : kNone})
          if (dependent != kNone && is_actor(dependent) && is_wanted(dependent, place))
            found[{dependent, place, domain}].push_back(evidence[i]);
      }
    }
    for (const auto& [key, list] : found)
      if (filter_.has_witnesses(list)) add_parts(tie, rule, list, key);
  }

  void add_parts(const Tie& tie, const DependenceRule& rule, const std::vector<Evidence>& evidence,
                 const Key& key) {
    std::vector<DependencePart> parts;
    parts.reserve(evidence.size());
    for (const Evidence& e : evidence) parts.push_back(part_of(tie, rule, e));
    const graph::Groups groups = graph::independent_groups(evidence);
    std::vector<Index> best(groups.count, kNone);
    for (Index i = 0; i < parts.size(); ++i) {
      Index& leader = best[groups.of[i]];
      if (leader == kNone || stronger_part(parts[i], parts[leader])) leader = i;
    }
    for (Index i = 0; i < parts.size(); ++i) parts[i].counted = best[groups.of[i]] == i;
    std::erase_if(parts, [](const DependencePart& part) { return part.value <= 0; });
    if (parts.empty()) return;
    Dependence& dependence = found_[key];
    std::tie(dependence.dependent, dependence.provider, dependence.domain) = key;
    if (dependence.parts.empty()) {
      dependence.parts = std::move(parts);
    } else {
      dependence.parts.insert(dependence.parts.end(), parts.begin(), parts.end());
    }
  }

  DependencePart part_of(const Tie& tie, const DependenceRule& rule, const Evidence& evidence) const {
    DependencePart part{tie.index, tie.type, rule.weight, 0, 0, true, evidence};
    if (rule.share) part.share = query::import_share(evidence.detail, rules_).value_or(0);
    part.weight = std::max(part.weight, part.share);
    part.value =
        part.weight * rules_.factuality[static_cast<std::size_t>(evidence.factuality)] * evidence.score;
    if (options_.half_life_years > 0)
      part.value *= std::exp2(-graph::age_in_years(evidence, now_) / options_.half_life_years);
    return part;
  }

  static Domain domain_of(const DependenceRule& rule, const Evidence& evidence) {
    return rule.own_domain && evidence.domain != Domain::none ? evidence.domain : rule.domain;
  }

  /// What holds on a day is found out here, from all evidence.
  static GraphFilter without_day(GraphFilter filter) {
    filter.as_of.clear();
    return filter;
  }

  bool is_allowed(Domain domain) const {
    const auto& domains = options_.domains;
    return domains.empty() || std::find(domains.begin(), domains.end(), domain) != domains.end();
  }

  /// When the provider used force on the dependent or held it, widened by the years of the rules.
  std::vector<graph::Stretch> breaches_of_consent(Index provider, Index dependent) const {
    const auto margin = static_cast<Day>(rules_.consent_years * 365.2425);
    std::vector<graph::Stretch> result;
    for (const RelationType type : rules_.breaks_consent) {
      const auto tie = graph_.find_tie(graph_.entity(provider).id + ":" + std::string(name(type)) + ":" +
                                       graph_.entity(dependent).id);
      if (!tie) continue;
      for (const Evidence& e : graph_.evidence(*tie)) {
        if (e.factuality != Factuality::fact || e.phase == Phase::end) continue;
        if (now_.asked && graph::stretch_of(e).begin > now_.day) continue;
        const auto when = graph::dating(e);
        result.push_back(when ? graph::Stretch{when->first - margin, when->last + margin} : graph::Stretch{});
      }
    }
    return result;
  }

  static bool is_breached(const Evidence& evidence, const std::vector<graph::Stretch>& breaches) {
    if (breaches.empty()) return false;
    const auto when = graph::dating(evidence);
    return std::any_of(breaches.begin(), breaches.end(), [&](const graph::Stretch& breach) {
      return !when || (when->first <= breach.end && breach.begin <= when->last);
    });
  }

  static void finish(Dependence& dependence) {
    double doubt = 1;
    for (const DependencePart& part : dependence.parts) {
      if (part.counted) doubt *= 1 - part.value;
      dependence.share = std::max(dependence.share, part.share);
    }
    dependence.strength = 1 - doubt;
    std::stable_sort(dependence.parts.begin(), dependence.parts.end(), stronger_part);
  }

  const Graph& graph_;
  const DependenceRules& rules_;
  const DependenceOptions& options_;
  const graph::Filter filter_;
  const Now now_;
  std::optional<query::Places> places_;
  Index entity_ = kNone;
  Index Dependence::*role_ = nullptr;
  std::array<std::vector<Evidence>, kDomainNames.size()> by_domain_;  // of one tie
  std::map<Key, Dependence> found_;
};

/// Those of `entity` in that role.
std::vector<Dependence> dependences_of(const Graph& graph, Index entity, Index Dependence::*role,
                                       const DependenceRules& rules, DependenceOptions options) {
  const bool of_place = query::is_place(graph.entity(entity).type);
  options.places = options.places || of_place;
  Reckoning reckoning(graph, rules, options);
  reckoning.restrict(entity, role);
  if (of_place) {
    // Any tie may name it.
    for (Index tie = 0; tie < graph.tie_count(); ++tie) reckoning.add(tie);
    return reckoning.result();
  }
  for (const Index tie : graph.ties_out(entity)) reckoning.add(tie);
  for (const Index tie : graph.ties_in(entity)) reckoning.add(tie);
  return reckoning.result();
}

}  // namespace

std::vector<Dependence> dependences(const Graph& graph, const DependenceRules& rules,
                                    const DependenceOptions& options) {
  Reckoning reckoning(graph, rules, options);
  for (Index tie = 0; tie < graph.tie_count(); ++tie) reckoning.add(tie);
  return reckoning.result();
}

std::vector<Dependence> depends_on(const Graph& graph, Index provider, const DependenceRules& rules,
                                   const DependenceOptions& options) {
  return dependences_of(graph, provider, &Dependence::provider, rules, options);
}

std::vector<Dependence> dependencies_of(const Graph& graph, Index dependent, const DependenceRules& rules,
                                        const DependenceOptions& options) {
  return dependences_of(graph, dependent, &Dependence::dependent, rules, options);
}

}  // namespace entente

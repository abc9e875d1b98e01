// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Predicted entities are mapped onto gold ones, then the two sets of triples are compared, document by
// document.
#include "pipeline/evaluate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "entente/ontology.hpp"
#include "pipeline/entity_matcher.hpp"

namespace entente {
namespace {

using Triple = std::tuple<std::string, std::string, std::string>;  // subject, type, object
using Triples = std::map<Triple, std::vector<const AnnotatedRelation*>>;
using LooseTriples = std::set<Triple>;  // group, the two ends in order

/// Types whose every named instance the gold lists: only for them is a predicted entity without match an
/// error.
constexpr std::array<std::string_view, 6> kListedTypes = {"country",  "igo",       "armed_group",
                                                          "facility", "agreement", "person"};

std::string group_of(const std::string& type) {
  const auto known = relation_type(type);
  return known ? std::string(name(info(*known).group)) : "?";
}

bool is_political(const std::string& type) {
  return group_of(type) != name(RelationGroup::structure);
}

std::string key_of(const EntityKeys& keys, const std::string& id) {
  const auto found = keys.find(id);
  return found == keys.end() ? "?" + id : found->second;
}

Triples triples_of(const AnnotatedDocument& document, const EntityKeys& keys,
                   const std::vector<std::string>& types) {
  Triples triples;
  for (const auto& relation : document.relations) {
    if (!types.empty() && std::find(types.begin(), types.end(), relation.type) == types.end()) continue;
    std::string subject = key_of(keys, relation.subject);
    std::string object = key_of(keys, relation.object);
    if (subject == object) continue;
    const auto type = relation_type(relation.type);
    if (type && info(*type).symmetric && object < subject) std::swap(subject, object);
    triples[{std::move(subject), relation.type, std::move(object)}].push_back(&relation);
  }
  return triples;
}

LooseTriples loosened(const Triples& triples) {
  LooseTriples result;
  for (const auto& [triple, relations] : triples) {
    const auto& [subject, type, object] = triple;
    if (is_political(type))
      result.emplace(group_of(type), std::min(subject, object), std::max(subject, object));
  }
  return result;
}

/// Whether two lists of relations share a value of `member`; empty values aside.
bool share(const std::vector<const AnnotatedRelation*>& a, const std::vector<const AnnotatedRelation*>& b,
           std::string AnnotatedRelation::*member) {
  for (const auto* x : a)
    for (const auto* y : b)
      if (!(x->*member).empty() && x->*member == y->*member) return true;
  return false;
}

class Tally {
 public:
  void add(const AnnotatedDocument& gold, const AnnotatedDocument& predicted,
           const std::vector<std::string>& types) {
    const EntityKeys keys = match_entities(predicted, gold);
    count_entities(gold, predicted, keys);
    EntityKeys own;
    for (const auto& entity : gold.entities) own[entity.id] = entity.id;
    const Triples wanted = triples_of(gold, own, types);
    const Triples found = triples_of(predicted, keys, types);
    count_triples(wanted, found);
    count_loose(loosened(wanted), loosened(found));
    count_confusions(wanted, found);
    count_scores(wanted, found);
    list_mistakes(gold.id, false, found, wanted);
    list_mistakes(gold.id, true, wanted, found);
  }

  Evaluation result() {
    result_.types = sorted(types_);
    result_.entity_types = sorted(entity_types_);
    result_.political = total("political", types_, is_political);
    result_.structure = total("structure", types_, [](auto& type) { return !is_political(type); });
    result_.all = total("all", types_, [](auto&) { return true; });
    result_.loose.name = "loose";
    result_.entities = total("entities", entity_types_, [](auto&) { return true; });
    const auto share_of = [](std::size_t part, std::size_t whole) {
      return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
    };
    result_.phase_accuracy = share_of(phases_, found_);
    result_.factuality_accuracy = share_of(factualities_, found_);
    result_.time_recall = share_of(times_, timed_);
    for (const auto& [types, count] : confusions_)
      result_.confusions.push_back({types.first, types.second, count});
    std::stable_sort(result_.confusions.begin(), result_.confusions.end(),
                     [](auto& a, auto& b) { return a.count > b.count; });
    add_reliability();
    return std::move(result_);
  }

 private:
  void count_entities(const AnnotatedDocument& gold, const AnnotatedDocument& predicted,
                      const EntityKeys& keys) {
    std::map<std::string, std::string> wanted, found;  // key -> type
    for (const auto& entity : gold.entities) wanted[entity.id] = entity.type;
    for (const auto& entity : predicted.entities) found[keys.at(entity.id)] = entity.type;
    for (const auto& [key, type] : wanted) {
      ++entity_types_[type].gold;
      if (found.contains(key)) ++entity_types_[type].right;
    }
    for (const auto& [key, type] : found) {
      if (const auto match = wanted.find(key); match != wanted.end())
        ++entity_types_[match->second].predicted;
      else if (std::find(kListedTypes.begin(), kListedTypes.end(), type) != kListedTypes.end())
        ++entity_types_[type].predicted;
    }
  }

  void count_triples(const Triples& wanted, const Triples& found) {
    for (const auto& [triple, relations] : found) ++types_[std::get<1>(triple)].predicted;
    for (const auto& [triple, relations] : wanted) {
      auto& score = types_[std::get<1>(triple)];
      ++score.gold;
      const auto match = found.find(triple);
      if (match == found.end()) continue;
      ++score.right;
      count_attributes(relations, match->second);
    }
  }

  void count_attributes(const std::vector<const AnnotatedRelation*>& wanted,
                        const std::vector<const AnnotatedRelation*>& found) {
    ++found_;
    if (share(wanted, found, &AnnotatedRelation::phase)) ++phases_;
    if (share(wanted, found, &AnnotatedRelation::factuality)) ++factualities_;
    if (std::all_of(wanted.begin(), wanted.end(),
                    [](const auto* relation) { return relation->time.empty(); }))
      return;
    ++timed_;
    if (share(wanted, found, &AnnotatedRelation::time)) ++times_;
  }

  void count_loose(const LooseTriples& wanted, const LooseTriples& found) {
    result_.loose.gold += wanted.size();
    result_.loose.predicted += found.size();
    for (const auto& triple : wanted) result_.loose.right += found.count(triple);
  }

  void count_confusions(const Triples& wanted, const Triples& found) {
    for (const auto& [triple, relations] : found) {
      if (wanted.contains(triple)) continue;
      const auto& [subject, type, object] = triple;
      for (const auto& [other, gold_relations] : wanted) {
        const auto& [gold_subject, gold_type, gold_object] = other;
        if (found.contains(other)) continue;
        const bool same = gold_subject == subject && gold_object == object;
        const bool reversed = gold_subject == object && gold_object == subject;
        if (same || reversed) ++confusions_[{gold_type, type + (reversed ? " (reversed)" : "")}];
      }
    }
  }

  void count_scores(const Triples& wanted, const Triples& found) {
    for (const auto& [triple, relations] : found) {
      if (!is_political(std::get<1>(triple))) continue;
      double score = 0;
      for (const auto* relation : relations) score = std::max(score, relation->score);
      auto& band = bands_[static_cast<std::size_t>(std::clamp(score * 10, 0.0, 9.0))];
      ++band.predicted;
      band.right += wanted.count(triple);
      band.mean_score += score;  // a sum until add_reliability()
    }
  }

  void add_reliability() {
    double all = 0, off = 0;
    for (std::size_t i = 0; i < bands_.size(); ++i) {
      ScoreBand band = bands_[i];
      if (band.predicted == 0) continue;
      const auto predicted = static_cast<double>(band.predicted);
      all += predicted;
      off += std::abs(band.mean_score - static_cast<double>(band.right));
      band.from = static_cast<double>(i) / 10;
      band.mean_score /= predicted;
      result_.reliability.push_back(band);
    }
    result_.calibration_error = all > 0 ? off / all : 0;
  }

  void list_mistakes(const std::string& document, bool missed, const Triples& have, const Triples& lack) {
    for (const auto& [triple, relations] : have) {
      if (lack.contains(triple)) continue;
      const auto& [subject, type, object] = triple;
      const auto& evidence = relations.front()->evidence;
      result_.mistakes.push_back({document, missed, subject, type, object,
                                  evidence.empty() ? std::string() : evidence.front(),
                                  relations.front()->score, relations.front()->rule});
    }
  }

  template <class Wanted>
  static Score total(std::string name, const std::map<std::string, Score>& scores, Wanted wanted) {
    Score sum{.name = std::move(name)};
    for (const auto& [type, score] : scores) {
      if (!wanted(type)) continue;
      sum.right += score.right;
      sum.predicted += score.predicted;
      sum.gold += score.gold;
    }
    return sum;
  }

  static std::vector<Score> sorted(const std::map<std::string, Score>& scores) {
    std::vector<Score> result;
    for (const auto& [type, score] : scores) {
      result.push_back(score);
      result.back().name = type;
    }
    std::stable_sort(result.begin(), result.end(), [](auto& a, auto& b) { return a.gold > b.gold; });
    return result;
  }

  std::map<std::string, Score> types_;
  std::map<std::string, Score> entity_types_;
  std::map<std::pair<std::string, std::string>, std::size_t> confusions_;
  std::array<ScoreBand, 10> bands_;
  std::size_t found_ = 0, phases_ = 0, factualities_ = 0, timed_ = 0, times_ = 0;
  Evaluation result_;
};

}  // namespace

double Score::precision() const {
  return predicted == 0 ? 0 : static_cast<double>(right) / static_cast<double>(predicted);
}
double Score::recall() const {
  return gold == 0 ? 0 : static_cast<double>(right) / static_cast<double>(gold);
}
double Score::f1() const {
  const double sum = precision() + recall();
  return sum > 0 ? 2 * precision() * recall() / sum : 0;
}

Evaluation evaluate(const std::vector<AnnotatedDocument>& gold,
                    const std::vector<AnnotatedDocument>& predicted, const std::vector<std::string>& types) {
  std::map<std::string_view, const AnnotatedDocument*> by_id;
  for (const auto& document : predicted) by_id[document.id] = &document;
  const AnnotatedDocument nothing;
  Tally tally;
  for (const auto& document : gold) {
    const auto found = by_id.find(document.id);
    tally.add(document, found == by_id.end() ? nothing : *found->second, types);
  }
  return tally.result();
}

}  // namespace entente

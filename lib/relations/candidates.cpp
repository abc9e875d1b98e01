// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A relation gains from other sentences that say it, and from others of its kind that its two parties have;
// it loses to a better reading of the same pair: another type, or the other direction.
#include "relations/candidates.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace entente::relations {
namespace {

constexpr float kLeast = 0.02F;  // less probable readings without a frame are none
constexpr float kFloor = 1e-4F;  // of probabilities, before their logarithm

float log_odds(float probability) {
  return std::log((probability + kFloor) / (1 - probability + kFloor));
}

void raise(Probabilities& most, const Probabilities& other) {
  for (std::size_t i = 0; i < most.size(); ++i) most[i] = std::max(most[i], other[i]);
}

class Collector {
 public:
  explicit Collector(const std::vector<PairReading>& pairs) {
    for (const PairReading& pair : pairs) {
      readings_[{pair.subject, pair.object}].push_back(&pair);
      raise(most_[{pair.subject, pair.object}], pair.probabilities);
      raise(by_subject_[pair.subject], pair.probabilities);
      raise(by_object_[pair.object], pair.probabilities);
      sentences_of_[pair.subject].insert(pair.sentence);
      sentences_of_[pair.object].insert(pair.sentence);
      sentences_.insert(pair.sentence);
      raise(in_sentence_[pair.sentence].most, pair.probabilities);
      in_sentence_[pair.sentence].entities.insert({pair.subject, pair.object});
    }
    for (const auto& [ends, most] : most_)
      for (std::size_t i = 0; i < most.size(); ++i) {
        sums_[i] += most[i];
        sum_ += most[i];
      }
  }

  std::vector<Candidate> run() {
    std::vector<Candidate> found;
    for (const auto& [ends, readings] : readings_)
      for (std::size_t i = 0; i < kRelationTypeCount; ++i) {
        const auto type = static_cast<RelationType>(i);
        const RelationInfo& about = info(type);
        if ((about.symmetric && ends.second < ends.first) ||
            !has(about.subjects, readings.front()->subject_type) ||
            !has(about.objects, readings.front()->object_type))
          continue;
        collect(ends, readings, type, found);
      }
    return found;
  }

 private:
  using Ends = std::pair<Index, Index>;
  using Readings = std::vector<const PairReading*>;
  struct InSentence {
    Probabilities most{};
    std::set<Index> entities;
  };

  const Probabilities& most(const Ends& ends) const {
    static const Probabilities kNothing{};
    const auto found = most_.find(ends);
    return found == most_.end() ? kNothing : found->second;
  }

  void collect(const Ends& ends, const Readings& forward, RelationType type,
               std::vector<Candidate>& found) const {
    const auto i = static_cast<std::size_t>(type);
    const bool symmetric = info(type).symmetric;
    const Ends back{ends.second, ends.first};
    Readings readings = forward;
    if (const auto other = readings_.find(back); symmetric && other != readings_.end())
      readings.insert(readings.end(), other->second.begin(), other->second.end());
    const PairReading* best = nullptr;
    float second = 0, none = 1, frame = 0, count = 0;
    for (const PairReading* reading : readings) {
      if (((reading->evidence >> i) & 1U) == 0 && reading->frames[i] == 0) continue;
      const float probability = reading->probabilities[i];
      ++count;
      none *= 1 - probability;
      frame = std::max(frame, reading->frames[i]);
      if (best == nullptr || probability > best->probabilities[i]) {
        second = best == nullptr ? 0 : best->probabilities[i];
        best = reading;
      } else {
        second = std::max(second, probability);
      }
    }
    if (best == nullptr || (best->probabilities[i] < kLeast && frame == 0)) return;
    Probabilities all = most(ends);
    if (symmetric) raise(all, most(back));
    Candidate made{ends.first, type, ends.second, best->probabilities[i], {}};
    float* cell = made.row.data();
    const auto put = [&](auto value) { *cell++ = static_cast<float>(value); };
    put(log_odds(made.best));
    put(log_odds(second));
    put(1 - none);
    put(count);
    put(readings.size());
    put(log_odds(symmetric ? 0 : most(back)[i]));
    rivals(all, type, put);
    float reversed = 0;
    for (const float probability : most(back)) reversed += probability;
    put(reversed);
    put(log_odds(by_subject_.at(ends.first)[i]));
    put(log_odds(by_object_.at(ends.second)[i]));
    put(sums_[i]);
    put(sum_);
    put(sentences_of_.at(ends.first).size());
    put(sentences_of_.at(ends.second).size());
    put(sentences_.size());
    put(i);
    put(best->subject_type);
    put(best->object_type);
    put(best->subject_kind);
    put(best->object_kind);
    put(best->in_order);
    put(best->distance);
    put(best->sentence);
    put(best->sentence_length);
    frames(readings, type, frame, put);
    const InSentence& around = in_sentence_.at(best->sentence);
    put(log_odds(around.most[i]));
    put(around.entities.size());
    found.push_back(made);
  }

  /// The other types of the same pair.
  template <class Put>
  static void rivals(const Probabilities& all, RelationType type, const Put& put) {
    const auto own = static_cast<std::size_t>(type);
    float other = 0, sum = 0, of_group = 0;
    int better = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      sum += all[i];
      if (i == own) continue;
      better += all[i] > all[own] ? 1 : 0;
      other = std::max(other, all[i]);
      if (info(static_cast<RelationType>(i)).group == info(type).group) of_group = std::max(of_group, all[i]);
    }
    put(log_odds(other));
    put(log_odds(of_group));
    put(better);
    put(sum);
  }

  /// What frames found, of this type and of others.
  template <class Put>
  static void frames(const Readings& readings, RelationType type, float own, const Put& put) {
    float other = 0;
    for (const PairReading* reading : readings)
      for (std::size_t i = 0; i < kRelationTypeCount; ++i)
        if (i != static_cast<std::size_t>(type)) other = std::max(other, reading->frames[i]);
    put(own);
    put(other);
  }

  std::map<Ends, Readings> readings_;
  std::map<Ends, Probabilities> most_;
  std::map<Index, Probabilities> by_subject_, by_object_;
  std::map<Index, std::set<Index>> sentences_of_;
  std::map<Index, InSentence> in_sentence_;
  std::set<Index> sentences_;
  Probabilities sums_{};
  float sum_ = 0;
};

}  // namespace

std::vector<Candidate> candidates_of(const std::vector<PairReading>& pairs) {
  return Collector(pairs).run();
}

}  // namespace entente::relations

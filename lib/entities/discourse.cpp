// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Salience after Lappin and Leass (1994): subjects before objects before the rest, halved with each sentence.
#include "entities/discourse.hpp"

#include <algorithm>

namespace entente {
namespace {

double role_weight(const Reading& reading, Index head, bool& subject) {
  subject = false;
  Index token = head;
  // A member of a coordination has the role of the whole.
  for (int up = 0; up < 8 && reading.label(token) == Dep::conj && reading.head(token) < token; ++up)
    token = reading.head(token);
  switch (reading.label(token)) {
    case Dep::nsubj:
    case Dep::nsubj_pass:
    case Dep::nsubj_outer:
      subject = true;
      return 2.0;
    case Dep::obj:
    case Dep::iobj:
    case Dep::obl_agent:
      return 1.2;
    case Dep::root:
    case Dep::obl:
      return 1.0;
    case Dep::nmod_poss:
      return 1.1;
    case Dep::amod:
    case Dep::compound:
      return 0.5;
    default:
      return 0.8;
  }
}

bool is_plural(const Reading& reading, Index head) {
  return reading.parse.xpos[head] == Xpos::NNS || reading.parse.xpos[head] == Xpos::NNPS;
}

}  // namespace

void Discourse::add(const Draft& draft) {
  const Mention& mention = draft.mention;
  Referent referent;
  referent.token = mention.head;
  referent.first = mention.first;
  referent.last = mention.last;
  referent.entity = mention.entity;
  referent.actors = mention.actors;
  referent.kind = mention.kind;
  if (mention.entity != kNone) {
    referent.type = entities_[mention.entity].type;
  } else if (!mention.actors.empty()) {
    referent.type = entities_[mention.actors.front()].type;
  }
  referent.weight = role_weight(reading_, mention.head, referent.subject);
  const bool common = mention.kind == MentionKind::official || mention.kind == MentionKind::demonym ||
                      mention.kind == MentionKind::description;
  referent.plural = mention.actors.size() > 1 || (common && is_plural(reading_, mention.head));
  referent.person = draft.type == EntityType::person || referent.type == EntityType::person;
  for (const Index actor : referent.actors) {
    if (actor >= counts_.size()) counts_.resize(actor + 1, 0);
    ++counts_[actor];
  }
  referents_.push_back(std::move(referent));
  if (!referents_.back().plural && !referents_.back().actors.empty()) add_group(Referent(referents_.back()));
}

/// Whether nothing but "and", commas and articles stands between two mentions; strong when there is an "and".
bool Discourse::joined(Index last, Index first, bool& strong) const {
  strong = false;
  if (last >= first || first - last > 3) return false;
  bool link = false;
  for (Index at = last; at < first; ++at) {
    const std::string_view word = reading_.word(at);
    if (word == "and" || word == "&") {
      link = strong = true;
    } else if (word == ",") {
      link = true;
    } else if (word != "the") {
      return false;
    }
  }
  return link;
}

/// "Russia, China and Iran": together they are one plural referent, besides each alone. Read off the words,
/// for lists are where parsers err most.
void Discourse::add_group(const Referent& member) {
  Referent group = member;
  Index first = member.first;
  bool any = false;
  for (std::size_t i = referents_.size() - 1; i-- > 0;) {
    const Referent& other = referents_[i];
    if (reading_.sentence_index(other.token) != reading_.sentence_index(member.token)) break;
    if (other.first >= first || other.plural) continue;  // nested, or a group already
    bool strong = false;
    if (!joined(other.last, first, strong) || (!any && !strong)) break;
    std::vector<Index> actors = other.actors;
    for (const Index actor : group.actors)
      if (std::find(actors.begin(), actors.end(), actor) == actors.end()) actors.push_back(actor);
    group.actors = std::move(actors);
    group.weight = std::max(group.weight, other.weight);
    group.subject = group.subject || other.subject;
    first = other.first;
    any = true;
  }
  if (group.actors.size() < 2 || !any) return;
  group.entity = kNone;
  group.plural = true;
  group.person = false;
  group.first = first;
  group.type = entities_[group.actors.front()].type;
  referents_.push_back(std::move(group));
}

const Referent* Discourse::at(Index token) const {
  for (std::size_t i = referents_.size(); i-- > 0;) {
    if (referents_[i].token == token) return &referents_[i];
    if (reading_.sentence_index(referents_[i].token) < reading_.sentence_index(token)) break;
  }
  return nullptr;
}

const Referent* Discourse::ending_at(Index last, Index token) const {
  const Referent* best = nullptr;
  for (std::size_t i = referents_.size(); i-- > 0;) {
    const Referent& referent = referents_[i];
    if (reading_.sentence_index(referent.token) < reading_.sentence_index(token)) break;
    if (referent.last == last && (best == nullptr || referent.first < best->first)) best = &referent;
  }
  return best;
}

const Referent* Discourse::group_from(const Referent& referent) const {
  for (std::size_t i = referents_.size(); i-- > 0;) {
    const Referent& group = referents_[i];
    if (group.plural && group.first == referent.first && group.token > referent.token) return &group;
    if (reading_.sentence_index(group.token) < reading_.sentence_index(referent.token)) break;
  }
  return nullptr;
}

std::vector<Candidate> Discourse::candidates(Index token, Index sentences,
                                             const std::function<bool(const Referent&)>& fits) const {
  std::vector<Candidate> found;
  const Index here = reading_.sentence_index(token);
  constexpr std::size_t kMemory = 200;  // mentions; no reader looks further back
  const std::size_t oldest = referents_.size() > kMemory ? referents_.size() - kMemory : 0;
  for (std::size_t i = referents_.size(); i-- > oldest;) {
    const Referent& referent = referents_[i];
    const Index away = here - reading_.sentence_index(referent.token);
    if (away > sentences) break;
    if (referent.token >= token || (referent.first <= token && token < referent.last) || !fits(referent))
      continue;
    double score = referent.weight * (away == 0 ? 1.0 : away == 1 ? 0.7 : 0.35);
    if (referent.kind == MentionKind::demonym && !referent.plural) score *= 0.6;
    score += 0.0005 * static_cast<double>(referent.token % 400);  // the later of two equals
    auto same = std::find_if(found.begin(), found.end(), [&](const Candidate& c) {
      return c.referent->actors == referent.actors &&
             (!referent.actors.empty() || c.referent->entity == referent.entity);
    });
    if (same == found.end()) {
      found.push_back({&referent, score});
    } else {
      const double more = 0.3 * std::min(same->score, score);  // named twice
      same->referent = same->score >= score ? same->referent : &referent;
      same->score = std::max(same->score, score) + more;
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  return found;
}

Index Discourse::focus_country(Index token, Index sentences) const {
  const Index topic = this->topic(EntityType::country);
  if (topic != kNone) sentences = 0;
  const auto found = candidates(token, sentences, [&](const Referent& referent) {
    return referent.actors.size() == 1 && is_country(referent.actors.front());
  });
  if (found.empty()) return topic;
  const bool clear = found.size() == 1 || found[0].score >= 1.5 * found[1].score;
  return clear && found[0].score >= 0.7 ? found[0].referent->actors.front() : topic;
}

Index clause_subject(const Reading& reading, Index token, int levels) {
  Index at = token;
  for (int steps = 0; steps < 24; ++steps) {
    at = reading.head(at);
    if (at >= reading.size()) return kNone;
    for (const Index child : reading.children(at)) {
      const Dep label = reading.label(child);
      if (label != Dep::nsubj && label != Dep::nsubj_pass && label != Dep::nsubj_outer) continue;
      if (child == token) break;
      if (levels-- == 0) return child;
      break;
    }
  }
  return kNone;
}

}  // namespace entente

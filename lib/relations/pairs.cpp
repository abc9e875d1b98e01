// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Feature templates after those that serve linear models of relation extraction best: dependency paths with
// and without words (Bunescu and Mooney 2005), words between and beside the mentions, types (Zhou et al.
// 2005); and the matches of frames, and where words stand that trigger frames of a type.
#include "relations/pairs.hpp"

#include <algorithm>

#include "nlp/hash.hpp"
#include "relations/evidence.hpp"

namespace entente::relations {
namespace {

constexpr std::size_t kMaxActors = 24;  // of a sentence
constexpr Index kMaxDistance = 60;      // tokens between the mentions of a pair
constexpr std::size_t kMaxPath = 8;     // arcs from a mention to the common ancestor
constexpr Index kMaxBetween = 20;       // words between that count one by one
constexpr EntityTypes kEnds = kActors | bits(EntityType::agreement, EntityType::facility, EntityType::place);

std::vector<Argument> arguments_of(const SentenceView& view) {
  const Mentions& all = view.reading().mentions;
  std::vector<Argument> found;
  const auto add = [&](Index entity, Index mention, bool located) {
    if (entity == kNone || !has(kEnds, all.entities[entity].type)) return;
    for (const Argument& other : found)
      if (other.entity == entity && other.mention == mention) return;
    if (found.size() < kMaxActors) found.push_back({entity, mention, located});
  };
  for (Index i = view.first_mention(); i < all.mentions.size(); ++i) {
    const Mention& mention = all.mentions[i];
    if (mention.first >= view.sentence().last) break;
    if (mention.head < view.sentence().first || mention.head >= view.sentence().last) continue;
    for (const Index actor : mention.actors) add(actor, i, false);
    add(mention.entity, i, false);
    if (mention.actors.empty()) add(mention.location, i, true);
  }
  return found;
}

}  // namespace

std::vector<Pair> pairs_of(const SentenceView& view) {
  const std::vector<Argument> arguments = arguments_of(view);
  const auto& mentions = view.reading().mentions.mentions;
  std::vector<Pair> pairs;
  for (const Argument& a : arguments)
    for (const Argument& b : arguments) {
      const Index from = mentions[a.mention].head, to = mentions[b.mention].head;
      const Index distance = from < to ? to - from : from - to;
      if (a.entity != b.entity && distance <= kMaxDistance) pairs.push_back({a, b});
    }
  return pairs;
}

/// Collects the features of one pair.
class PairFeatures::Builder {
 public:
  Builder(const PairFeatures& sentence, const Pair& pair, std::vector<std::uint32_t>& features)
      : view_(sentence.view_),
        triggered_(sentence.triggered_),
        features_(features),
        subject_(view_.reading().mentions.mentions[pair.subject.mention]),
        object_(view_.reading().mentions.mentions[pair.object.mention]),
        pair_(pair) {
    types_ = type(pair.subject.entity) * 16 + type(pair.object.entity);
    before_ = subject_.head < object_.head ? 1 : 0;
  }

  void types() {
    add(1, types_);
    add(2, types_, before_);
    const auto kind = [](const Mention& m, const Argument& a) {
      return static_cast<std::uint64_t>(m.kind) * 2 + a.located;
    };
    add(3, kind(subject_, pair_.subject), kind(object_, pair_.object));
    add(4, kind(subject_, pair_.subject), kind(object_, pair_.object), before_);
    const Index distance = before_ ? object_.head - subject_.head : subject_.head - object_.head;
    add(5, before_, distance < 4 ? distance : distance < 8 ? 4 : distance < 16 ? 5 : distance < 30 ? 6 : 7);
  }

  /// The way through the tree: up from the subject, down to the object.
  void path() {
    std::vector<Index> up = ancestors(subject_.head), down = ancestors(object_.head);
    while (up.size() > 1 && down.size() > 1 && up[up.size() - 2] == down[down.size() - 2]) {
      up.pop_back();
      down.pop_back();
    }
    if (up.back() != down.back() || up.size() > kMaxPath || down.size() > kMaxPath) return add(6, 0);
    std::uint64_t labels = nlp::start(7), words = nlp::start(8), lemmas = nlp::start(9);
    bool only_conjuncts = true;
    const auto step = [&](Index token, bool inner, int side) {
      const auto label = static_cast<std::uint64_t>(view_.label(token));
      only_conjuncts = only_conjuncts && view_.label(token) == Dep::conj;
      labels = nlp::chain(nlp::chain(labels, label), side);
      words = nlp::chain(nlp::chain(words, label), side);
      if (!inner) return;
      const std::uint64_t lemma = word(token);
      words = nlp::chain(words, lemma);
      lemmas = nlp::chain(nlp::chain(lemmas, lemma), side);
      add(10, lemma, side);
      classes(11, token, static_cast<std::uint64_t>(side));
      each_type(token, [&](std::uint64_t type) { add(80, type, side); });
    };
    for (std::size_t i = 0; i + 1 < up.size(); ++i) step(up[i], i > 0, 1);
    const Index top = up.back();
    for (std::size_t i = down.size() - 1; i-- > 0;) step(down[i], i > 0, 2);
    const bool inner_top = top != subject_.head && top != object_.head;
    const std::uint64_t lemma = inner_top ? word(top) : 0;
    const std::uint64_t first =
        up.size() > 1 ? static_cast<std::uint64_t>(view_.label(up[up.size() - 2])) : 99;
    const std::uint64_t last =
        down.size() > 1 ? static_cast<std::uint64_t>(view_.label(down[down.size() - 2])) : 99;
    add(12, labels);
    add(13, labels, types_);
    add(14, words, lemma);
    add(15, lemmas, lemma);
    add(16, lemma, first, last);
    add(17, lemma, before_);
    add(18, lemma, preposition(up.size() > 1 ? up[up.size() - 2] : top),
        preposition(down.size() > 1 ? down[down.size() - 2] : top));
    if (inner_top) {
      classes(19, top, first * 64 + last);
      each_type(top, [&](std::uint64_t type) {
        add(81, type, before_);
        add(82, type, first, last);
        add(83, type, preposition(up.size() > 1 ? up[up.size() - 2] : top),
            preposition(down.size() > 1 ? down[down.size() - 2] : top));
      });
    }
    if (only_conjuncts) add(20, 1);
  }

  void between() {
    const Index first = std::min(subject_.last, object_.last), last = std::max(subject_.first, object_.first);
    if (first > last) return add(21, before_);
    std::uint64_t whole = nlp::start(22);
    std::uint64_t previous = 0;
    std::size_t mentions = 0;
    for (Index token = first; token < last; ++token) {
      const std::uint64_t lemma = word(token);
      whole = nlp::chain(whole, lemma);
      const Mention* mention = view_.mention(token);
      mentions += mention != nullptr && mention->head == token;
      if (last - first > kMaxBetween) continue;
      add(23, lemma, before_);
      if (last - first <= 8) add(24, previous, lemma, before_);
      classes(25, token, before_);
      previous = lemma;
    }
    if (last - first <= 5) add(26, whole, before_);
    add(27, std::min<std::size_t>(mentions, 4), before_);
  }

  /// What stands right before and after, and what governs each.
  void beside() {
    side(30, subject_);
    side(40, object_);
    const auto [at_s, role_s] = verb(subject_.head);
    const auto [at_o, role_o] = verb(object_.head);
    const std::uint64_t verb_s = at_s == kNone ? 0 : word(at_s), verb_o = at_o == kNone ? 0 : word(at_o);
    add(50, verb_s, role_s);
    add(51, verb_o, role_o);
    add(52, verb_s, role_s, role_o, verb_s == verb_o);
    add(53, verb_s, verb_o);
  }

  /// Where words stand that trigger frames: before both, between or behind.
  void triggers() {
    const Index left = std::min(subject_.head, object_.head), right = std::max(subject_.head, object_.head);
    for (Index token = view_.sentence().first; token < view_.sentence().last; ++token) {
      const int zone = token < left ? 0 : token > right ? 2 : 1;
      each_type(token, [&](std::uint64_t type) {
        add(84, type, types_);
        add(85, type, zone, before_);
      });
    }
    const auto [verb_s, role_s] = verb(subject_.head);
    const auto [verb_o, role_o] = verb(object_.head);
    each_type(verb_s, [&, role = role_s](std::uint64_t type) { add(86, type, role); });
    each_type(verb_o, [&, role = role_o](std::uint64_t type) { add(87, type, role); });
    if (verb_s == verb_o)
      each_type(verb_s, [&, s = role_s, o = role_o](std::uint64_t type) { add(88, type, s, o); });
    for (const auto& [form, mention] : {std::pair(89, &subject_), std::pair(90, &object_)}) {
      const auto label = static_cast<std::uint64_t>(view_.label(mention->head));
      each_type(view_.head(mention->head), [&, number = form](std::uint64_t type) {
        add(static_cast<std::uint64_t>(number), type, label, preposition(mention->head));
      });
    }
  }

  void frames(const std::vector<Match>& matches) {
    for (const Match& match : matches) {
      const auto id = nlp::hash_bytes(match.frame->id);
      const auto type = static_cast<std::uint64_t>(match.frame->type);
      if (match.subject.entity == pair_.subject.entity && match.object.entity == pair_.object.entity) {
        add(60, id, match.guessed);
        add(61, type);
        add(62, type, types_);
      } else if (match.subject.entity == pair_.object.entity && match.object.entity == pair_.subject.entity) {
        add(63, id);
        add(64, type);
      } else {
        add(65, type, match.subject.entity == pair_.subject.entity,
            match.object.entity == pair_.object.entity);
      }
    }
  }

 private:
  std::uint64_t type(Index entity) const {
    return static_cast<std::uint64_t>(view_.reading().mentions.entities[entity].type);
  }
  std::uint64_t word(Index token) const { return nlp::hash_bytes(view_.word(token)); }

  template <class... Parts>
  void add(std::uint64_t form, Parts... parts) {
    std::uint64_t hash = nlp::start(form);
    ((hash = nlp::chain(hash, static_cast<std::uint64_t>(parts))), ...);
    features_.push_back(nlp::fold(hash));
  }

  void classes(std::uint64_t form, Index token, std::uint64_t where) {
    for (const ClassId id : view_.frames().words().classes(view_.word(token))) add(form, id, where);
  }

  std::vector<Index> ancestors(Index token) const {
    std::vector<Index> found{token};
    while (view_.head(found.back()) != kNone && found.size() < 40) found.push_back(view_.head(found.back()));
    return found;
  }

  std::uint64_t preposition(Index token) const {
    const Index found = view_.child(token, Dep::case_);
    return found == kNone ? 0 : word(found);
  }

  /// The verb that governs a token, or kNone, and the token's role to it.
  std::pair<Index, std::uint64_t> verb(Index token) const {
    Index at = token;
    for (int depth = 0; depth < 6 && view_.head(at) != kNone; ++depth) {
      const Index parent = view_.head(at);
      if (view_.upos(parent) == Upos::VERB)
        return {parent, static_cast<std::uint64_t>(view_.label(at)) * 1000003 + preposition(at)};
      at = parent;
    }
    return {kNone, 0};
  }

  template <class Use>
  void each_type(Index token, const Use& use) const {
    if (token == kNone) return;
    std::uint32_t types = triggered_[token - view_.sentence().first];
    for (std::uint64_t type = 0; types != 0; ++type, types >>= 1U) {
      if ((types & 1U) != 0) use(type);
    }
  }

  void side(std::uint64_t form, const Mention& mention) {
    const Index first = view_.sentence().first, last = view_.sentence().last;
    const std::uint64_t left = mention.first > first ? word(mention.first - 1) : 1;
    const std::uint64_t right = mention.last < last ? word(mention.last) : 1;
    add(form, left, before_);
    add(form + 1, right, before_);
    add(form + 2, left, right);
    const Index parent = view_.head(mention.head);
    const auto label = static_cast<std::uint64_t>(view_.label(mention.head));
    add(form + 3, label, preposition(mention.head));
    if (parent == kNone) return;
    add(form + 4, label, word(parent), preposition(mention.head));
    classes(form + 5, parent, label);
    if (view_.head(parent) != kNone)
      add(form + 6, word(parent), word(view_.head(parent)), static_cast<std::uint64_t>(view_.label(parent)));
    // The head of "Russian border guards" says what acts.
    add(form + 7, word(mention.head), static_cast<std::uint64_t>(mention.kind));
    if (mention.kind == MentionKind::official) classes(form + 8, mention.head, 0);
  }

  const SentenceView& view_;
  const std::vector<std::uint32_t>& triggered_;
  std::vector<std::uint32_t>& features_;
  const Mention& subject_;
  const Mention& object_;
  const Pair& pair_;
  std::uint64_t types_ = 0;
  std::uint64_t before_ = 0;
};

PairFeatures::PairFeatures(const SentenceView& view, const std::vector<Match>& matches)
    : view_(view), matches_(matches), triggered_(types_triggered(view)) {
  for (Index token = view.sentence().first; token < view.sentence().last; ++token) {
    const Upos tag = view.upos(token);
    if (tag == Upos::VERB || tag == Upos::NOUN || tag == Upos::ADJ)
      sentence_features_.push_back(nlp::fold(nlp::chain(nlp::start(70), nlp::hash_bytes(view.word(token)))));
  }
}

std::uint32_t PairFeatures::evidence() const {
  std::uint32_t all = 0;
  for (const std::uint32_t types : triggered_) all |= types;
  return all;
}

void PairFeatures::fill(const Pair& pair, std::vector<std::uint32_t>& features) const {
  features.clear();
  Builder builder(*this, pair, features);
  builder.types();
  builder.path();
  builder.between();
  builder.beside();
  builder.frames(matches_);
  builder.triggers();
  for (const std::uint64_t feature : sentence_features_)
    features.push_back(static_cast<std::uint32_t>(feature));
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
}

Index predicate_of(const SentenceView& view, const Pair& pair) {
  const auto& mentions = view.reading().mentions.mentions;
  const Index subject = mentions[pair.subject.mention].head, object = mentions[pair.object.mention].head;
  std::vector<Index> way;
  for (Index at = object; at != kNone && way.size() < 40; at = view.head(at)) way.push_back(at);
  // The common ancestor, or the first verb or noun on the way up to it.
  for (Index at = subject; at != kNone; at = view.head(at)) {
    if (std::find(way.begin(), way.end(), at) == way.end()) continue;
    if (at != subject && at != object) return at;
    break;
  }
  for (const Index at : way)
    if (at != object && at != subject && (view.upos(at) == Upos::VERB || view.upos(at) == Upos::NOUN))
      return at;
  return object;
}

}  // namespace entente::relations

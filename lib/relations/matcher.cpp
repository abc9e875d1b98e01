// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A token whose lemma triggers frames is tried with each of them: the conditions first, then the first path
// of each side that leads to an actor. Words that trigger nothing cost one look-up.
#include "relations/matcher.hpp"

#include <algorithm>

namespace entente::relations {
namespace {

// Tokens that word order is trusted over.
constexpr Index kReachLeft = 30, kReachRight = 12;
constexpr std::size_t kMaxPair = 12;  // members of a group whose pairs are taken

struct Side {
  std::vector<Argument> arguments;
  Index token = kNone;
  bool guessed = false;  ///< by word order
};

class Matcher {
 public:
  Matcher(SentenceView& view, std::vector<Match>& matches) : view_(view), matches_(matches) {}

  void run() {
    has_verb_ = has_verb();
    for (Index token = view_.sentence().first; token < view_.sentence().last; ++token) {
      const Upos tag = view_.upos(token);
      wedged_ = tag != Upos::VERB && is_wedged(token);
      if (tag == Upos::VERB || wedged_) try_verb(token);
      if (tag == Upos::NOUN || tag == Upos::PROPN) try_triggers(TriggerKind::noun, token);
      if (tag == Upos::ADJ) {
        try_triggers(TriggerKind::adjective, token);
        // participles that the tagger takes for adjectives: "Russian-backed"
        if (view_.word(token).ends_with("ed")) try_participle(token);
      }
    }
  }

 private:
  /// A plural noun behind a name is a verb that the tagger missed when it stands alone between two names
  /// ("Chad borders Libya") or the sentence has no other ("Algeria supplies gas to Italy").
  bool is_wedged(Index token) const {
    const Sentence& sentence = view_.sentence();
    if (view_.xpos(token) != Xpos::NNS || token == sentence.first || token + 1 >= sentence.last) return false;
    const Mention *left = view_.mention(token - 1), *right = view_.mention(token + 1);
    if (left == nullptr || left->last != token || left->kind == MentionKind::demonym) return false;
    return (right != nullptr && right->first == token + 1) || !has_verb_;
  }

  bool has_verb() const {
    for (Index token = view_.sentence().first; token < view_.sentence().last; ++token)
      if (view_.upos(token) == Upos::VERB || view_.upos(token) == Upos::AUX) return true;
    return false;
  }

  void try_verb(Index token) {
    const std::string lemma(view_.word(token));
    // Regular forms of unknown verbs lose their "e": "invaded" is then "invad".
    const bool known = view_.frames().triggers(TriggerKind::verb, lemma) != nullptr;
    try_lemma(TriggerKind::verb, token, known ? lemma : lemma + "e");
  }

  void try_triggers(TriggerKind kind, Index token) { try_lemma(kind, token, view_.word(token)); }

  void try_participle(Index token) {
    const std::string form(view_.word(token));
    try_lemma(TriggerKind::verb, token, form.substr(0, form.size() - 2));
    try_lemma(TriggerKind::verb, token, form.substr(0, form.size() - 1));
  }

  void try_lemma(TriggerKind kind, Index token, std::string_view lemma) {
    const auto* triggers = view_.frames().triggers(kind, lemma);
    if (triggers == nullptr) return;
    for (const Frames::Trigger& trigger : *triggers) {
      Index particle = kNone;
      if (!trigger.particle.empty() && !has_particle(token, trigger.particle, particle)) continue;
      try_frame(view_.frames().frame(trigger.frame), token, particle);
    }
  }

  /// "hand over control", "hand control over": the particle depends on the verb, or follows it.
  bool has_particle(Index verb, const std::string& particle, Index& at) {
    for (const Index c : view_.children(verb))
      if (c > verb && view_.word(c) == particle) return at = c, true;
    if (verb + 1 < view_.sentence().last && view_.word(verb + 1) == particle) return at = verb + 1, true;
    return false;
  }

  bool accepts(const Step& step, Index token) {
    for (const Index member : view_.conjuncts(token))
      if (accepts_one(step, member)) return true;
    return false;
  }

  bool accepts_one(const Step& step, Index token) {
    if (step.word_class && !view_.in_class(token, *step.word_class)) return false;
    if (!step.lemma.empty() && view_.word(token) != step.lemma) return false;
    if (step.types == 0 && !step.person_like) return true;
    const Mention* mention = view_.mention(token);
    if (mention == nullptr) return false;
    if (step.person_like && mention->kind == MentionKind::official) return true;
    if (mention->entity == kNone) {
      return std::any_of(mention->actors.begin(), mention->actors.end(), [&](Index actor) {
        return has(step.types, view_.reading().mentions.entities[actor].type);
      });
    }
    const EntityType type = view_.reading().mentions.entities[mention->entity].type;
    return has(step.types, type) || (step.person_like && type == EntityType::person);
  }

  std::vector<Index> candidates(const Step& step, Index from) {
    std::vector<Index> found;
    const auto wants = [&](RoleId role) {
      return std::find(step.roles.begin(), step.roles.end(), role) != step.roles.end();
    };
    for (const RoleFiller& filler : view_.roles(from))
      if (wants(filler.role)) found.push_back(filler.token);
    if (wants(kSubtree)) {
      const auto [first, last] = view_.extent(from);
      for (Index token = first; token <= last; ++token) found.push_back(token);
    }
    if (wants(kSentence))
      for (Index token = view_.sentence().first; token < view_.sentence().last; ++token)
        found.push_back(token);
    return found;
  }

  /// Calls `use(token)` for the tokens the path leads to until it returns true.
  template <class Use>
  bool follow(const Path& path, std::size_t at, Index from, const Use& use) {
    if (at == path.steps.size()) return use(from);
    const Step& step = path.steps[at];
    for (const Index token : candidates(step, from))
      if (accepts(step, token) && follow(path, at + 1, token, use)) return true;
    return false;
  }

  bool exists(const Path& path, Index trigger) {
    return follow(path, 0, trigger, [](Index) { return true; });
  }

  Side find(const std::vector<Path>& paths, Index trigger, const Slot& slot) {
    Side side;
    for (const Path& path : paths) {
      follow(path, 0, trigger, [&](Index token) {
        side.arguments = resolve(view_, token, slot, path.soft);
        side.token = token;
        return !side.arguments.empty();
      });
      if (!side.arguments.empty()) return side;
    }
    return side;
  }

  void try_frame(const Frame& frame, Index trigger, Index particle) {
    for (const auto& need : frame.needs)
      if (std::none_of(need.begin(), need.end(), [&](const Path& path) { return exists(path, trigger); }))
        return;
    for (const Path& path : frame.nots)
      if (exists(path, trigger)) return;
    Match base;
    base.frame = &frame;
    base.type = frame.type;
    base.trigger = trigger;
    base.particle = particle;
    base.detail = detail(frame, trigger);
    if (!frame.subjects.empty() && match_sides(frame, base)) return;
    for (const Path& path : frame.pairs) {
      Side side = find({path}, trigger, subject_slot(frame.type));
      if (side.arguments.empty() && wants({path}, view_.frames().role("between"))) {
        side = between(trigger, subject_slot(frame.type));
        base.guessed = true;
      }
      if (side.arguments.size() < 2 || side.arguments.size() > kMaxPair) continue;
      for (std::size_t i = 0; i < side.arguments.size(); ++i)
        for (std::size_t j = i + 1; j < side.arguments.size(); ++j)
          add(base, side.arguments[i], side.arguments[j], side.token);
      return;
    }
  }

  bool match_sides(const Frame& frame, const Match& plain) {
    Match base = plain;
    Side subject = find(frame.subjects, base.trigger, subject_slot(frame.type));
    Side object = find(frame.objects, base.trigger, object_slot(frame.type));
    // Word order tells where the parse does not; both sides only where the frame's conditions hold for a
    // verb.
    const bool both_missing = object.arguments.empty() && subject.arguments.empty();
    if (both_missing && !wedged_ && (frame.needs.empty() || view_.upos(base.trigger) != Upos::VERB))
      return false;
    if (object.arguments.empty()) object = nearest_right(frame, base.trigger);
    if (subject.arguments.empty() && !object.arguments.empty())
      subject = nearest_left(frame, base.trigger, object.token);
    base.guessed = object.guessed || subject.guessed;
    base.wedged = wedged_;
    const std::size_t before = matches_.size();
    for (const Argument& s : subject.arguments)
      for (const Argument& o : object.arguments) add(base, s, o, object.token);
    return matches_.size() > before;
  }

  static bool wants(const std::vector<Path>& paths, RoleId role) {
    return std::any_of(paths.begin(), paths.end(), [&](const Path& path) {
      const auto& roles = path.steps[0].roles;
      return std::find(roles.begin(), roles.end(), role) != roles.end();
    });
  }

  /// The first actor after the trigger: directly behind it, behind a preposition that the frame's object may
  /// have, or first in a clause with "that" where the object is found in a clause.
  Side nearest_right(const Frame& frame, Index trigger) {
    bool introduced = wants(frame.objects, kObj);
    for (Index at = trigger + 1; at < std::min(trigger + kReachRight, view_.sentence().last); ++at) {
      const Upos tag = view_.upos(at);
      if (view_.word(at) == "that" && wants(frame.objects, kCcomp)) {
        introduced = true;
        continue;
      }
      if (tag == Upos::VERB || tag == Upos::SCONJ || (tag == Upos::PUNCT && view_.word(at) != "-")) return {};
      if (tag == Upos::ADP) {
        const RoleId role = view_.frames().role(view_.word(at));
        introduced = role != kNoRole && wants(frame.objects, role);
      }
      const Mention* mention = view_.mention(at);
      if (mention == nullptr || mention->head != at) continue;
      if (introduced && !modifies(*mention))
        return {resolve(view_, at, object_slot(frame.type), false), at, true};
      if (!modifies(*mention)) introduced = false;
    }
    return {};
  }

  /// The nearest actor before the trigger that is no complement of a preposition or a verb, nor part of a
  /// larger noun phrase; with those that are listed before it.
  Side nearest_left(const Frame& frame, Index trigger, Index object) {
    if (!wants(frame.subjects, kSubj)) return {};
    for (Index at = trigger; at-- > view_.sentence().first && trigger - at <= kReachLeft;) {
      const Mention* mention = view_.mention(at);
      if (mention == nullptr || mention->head != at || at == object || modifies(*mention)) continue;
      const Index first = list_start(mention->first);
      if (first > view_.sentence().first && !opens_subject(first - 1)) continue;
      Side side{{}, at, true};
      for (Index token = first; token <= at; ++token)
        if (const Mention* member = view_.mention(token);
            member != nullptr && member->head == token && !modifies(*member))
          for (const Argument& argument : resolve(view_, token, subject_slot(frame.type), false))
            add_once(side, argument);
      return side;
    }
    return {};
  }

  /// "the meeting in Sochi on Friday between A and B": the parser seldom hangs it on the meeting.
  Side between(Index trigger, const Slot& slot) {
    for (Index at = trigger + 1; at < std::min(trigger + kReachRight, view_.sentence().last); ++at) {
      if (view_.upos(at) == Upos::VERB) return {};
      if (view_.word(at) != "between") continue;
      Side side{{}, at};
      for (Index token = at + 1; token < std::min(at + kReachRight, view_.sentence().last); ++token) {
        const Mention* mention = view_.mention(token);
        if (view_.upos(token) == Upos::VERB) return side;
        if (mention == nullptr || mention->head != token) continue;
        for (const Argument& argument : resolve(view_, token, slot, false)) add_once(side, argument);
        if (side.arguments.size() >= 2) return side;
      }
      return side;
    }
    return {};
  }

  static void add_once(Side& side, const Argument& argument) {
    if (std::none_of(side.arguments.begin(), side.arguments.end(),
                     [&](const Argument& other) { return other.entity == argument.entity; }))
      side.arguments.push_back(argument);
  }

  /// "Russian" in "Russian gas", not in "the Russians".
  bool modifies(const Mention& mention) const {
    return mention.kind == MentionKind::demonym && view_.label(mention.head) != Dep::nsubj &&
           view_.label(mention.head) != Dep::root;
  }

  /// The first token of "Ghana, Togo and Benin" when `first` begins "Benin"; determiners and modifiers
  /// included.
  Index list_start(Index first) const {
    while (first > view_.sentence().first) {
      Index before = first - 1;
      const Upos tag = view_.upos(before);
      if (tag == Upos::DET || tag == Upos::ADJ || tag == Upos::NOUN) {
        first = before;
        continue;
      }
      const std::string_view word = view_.word(before);
      if ((word != "and" && word != ",") || before == view_.sentence().first) return first;
      if (word == "and" && view_.word(before - 1) == ",") --before;
      if (before == view_.sentence().first) return first;
      const Mention* previous = view_.mention(before - 1);
      // A comma alone may as well close a clause; it lists only before an "and" that was passed, or another
      // comma.
      if (previous == nullptr || previous->last != before) return first;
      first = previous->first;
    }
    return first;
  }

  bool opens_subject(Index before) const {
    const Upos tag = view_.upos(before);
    return tag != Upos::ADP && tag != Upos::VERB && tag != Upos::PART && tag != Upos::PROPN &&
           tag != Upos::NUM;
  }

  void add(const Match& base, const Argument& subject, const Argument& object, Index object_token) {
    if (subject.entity == object.entity) return;
    Match match = base;
    match.subject = subject;
    match.object = object;
    match.object_token = object_token;
    matches_.push_back(match);
    if (!base.frame->both) return;
    std::swap(match.subject, match.object);
    match.subject.located = match.object.located = false;
    matches_.push_back(match);
  }

  Index detail(const Frame& frame, Index trigger) {
    Index found = kNone;
    for (const Path& path : frame.details)
      if (follow(path, 0, trigger, [&](Index token) { return found = token, true; })) break;
    return found;
  }

  SentenceView& view_;
  std::vector<Match>& matches_;
  bool wedged_ = false;  ///< the trigger is a noun that is read as a verb
  bool has_verb_ = false;
};

}  // namespace

void find_matches(SentenceView& view, std::vector<Match>& matches) {
  Matcher(view, matches).run();
}

}  // namespace entente::relations

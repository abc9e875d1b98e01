// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Dependents become roles by their label and preposition; then a predicate takes over what it shares with its
// governor: the subject of a control verb, of the first conjunct, of the clause it modifies; the noun that a
// relative or reduced clause describes; for nouns, the subject and the prepositional complements of a light
// verb
// ("signed an agreement with"), whatever of the two the parser hung them on.
#include "relations/roles.hpp"

#include <algorithm>

namespace entente::relations {
namespace {

constexpr int kMaxDepth = 4;  // chains of control and coordination that subjects are followed through

bool is_verb_like(Upos tag) {
  return tag == Upos::VERB || tag == Upos::AUX;
}

}  // namespace

SentenceView::SentenceView(const Reading& reading, const Frames& frames)
    : reading_(reading),
      frames_(frames),
      support_(frames.words().id("support")),
      support_start_(frames.words().id("support_start")),
      support_end_(frames.words().id("support_end")),
      not_controlled_(frames.words().id("subject_control")) {}

void SentenceView::enter(const Sentence& sentence) {
  sentence_ = sentence;
  const std::size_t size = sentence.last - sentence.first;
  first_child_.assign(size, kNone);
  next_sibling_.assign(size, kNone);
  mention_at_.assign(size, kNone);
  cover_at_.assign(size, kNone);
  words_.resize(size);
  if (roles_.size() < size) roles_.resize(size);
  for (Fillers& fillers : roles_) fillers.clear();
  for (Index token = sentence.last; token-- > sentence.first;) {
    const Index parent = reading_.parse.heads[token];
    const Index at = token - sentence.first;
    words_[at].assign(reading_.parse.lemma(token));
    for (char& c : words_[at])
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (parent == kNone || parent < sentence.first || parent >= sentence.last) continue;
    next_sibling_[at] = first_child_[parent - sentence.first];
    first_child_[parent - sentence.first] = token;
  }
  const auto& mentions = reading_.mentions.mentions;
  // Mentions are sorted by span: outer ones come first, so later (smaller) ones overwrite the cover.
  while (next_mention_ < mentions.size() && mentions[next_mention_].first < sentence.first) ++next_mention_;
  for (std::size_t i = next_mention_; i < mentions.size() && mentions[i].first < sentence.last; ++i) {
    const Mention& mention = mentions[i];
    for (Index token = mention.first; token < std::min(mention.last, sentence.last); ++token)
      cover_at_[token - sentence.first] = static_cast<Index>(i);
    if (mention.head < sentence.first || mention.head >= sentence.last) continue;
    Index& at = mention_at_[mention.head - sentence.first];
    if (at == kNone || mentions[at].kind == MentionKind::demonym) at = static_cast<Index>(i);
  }
}

std::string_view SentenceView::word(Index token) const {
  return words_[token - sentence_.first];
}

std::vector<Index> SentenceView::children(Index token) const {
  std::vector<Index> result;
  for (Index c = first_child_[token - sentence_.first]; c != kNone; c = next_sibling_[c - sentence_.first])
    result.push_back(c);
  return result;
}

Index SentenceView::child(Index token, Dep wanted) const {
  for (Index c = first_child_[token - sentence_.first]; c != kNone; c = next_sibling_[c - sentence_.first])
    if (label(c) == wanted) return c;
  return kNone;
}

std::vector<Index> SentenceView::conjuncts(Index token) const {
  std::vector<Index> result{token};
  for (std::size_t i = 0; i < result.size(); ++i)
    for (const Index c : children(result[i]))
      if (label(c) == Dep::conj && !is_verb_like(upos(c))) result.push_back(c);
  std::sort(result.begin(), result.end());
  return result;
}

const Mention* SentenceView::mention(Index token) const {
  const Index at = mention_at_[token - sentence_.first];
  if (at != kNone) return &reading_.mentions.mentions[at];
  const Index cover = cover_at_[token - sentence_.first];
  if (cover == kNone) return nullptr;
  const Mention& found = reading_.mentions.mentions[cover];
  return found.kind == MentionKind::official ? nullptr : &found;
}

std::pair<Index, Index> SentenceView::extent(Index token) const {
  Index low = token, high = token;
  std::vector<Index> open{token};
  while (!open.empty()) {
    const Index at = open.back();
    open.pop_back();
    low = std::min(low, at);
    high = std::max(high, at);
    for (const Index c : children(at)) open.push_back(c);
  }
  return {low, high};
}

bool SentenceView::is_passive(Index verb) const {
  if (child(verb, Dep::nsubj_pass) != kNone || child(verb, Dep::aux_pass) != kNone) return true;
  // "Tajik officials accused Uzbekistan": a sentence without another verb is no noun phrase.
  const Index parent = head(verb), next = verb + 1;
  if (label(verb) == Dep::acl && parent != kNone && label(parent) == Dep::root && next < sentence_.last &&
      mention(next) != nullptr)
    return false;
  return xpos(verb) == Xpos::VBN && child(verb, Dep::nsubj) == kNone && child(verb, Dep::aux) == kNone &&
         child(verb, Dep::obj) == kNone && label(verb) != Dep::root;
}

RoleId SentenceView::preposition(Index noun) const {
  for (const Index c : children(noun))
    if (label(c) == Dep::case_ && upos(c) != Upos::PART) return frames_.role(word(c));
  return kNoRole;
}

Index SentenceView::antecedent(Index token) const {
  const std::string_view w = word(token);
  if (w != "who" && w != "which" && w != "that" && w != "whom" && w != "whose" && w != "where") return token;
  if (upos(token) == Upos::SCONJ) return token;
  Index at = token;
  for (int depth = 0; depth < 6 && at != kNone; ++depth, at = head(at))
    if (label(at) == Dep::acl_relcl && head(at) != kNone) return head(at);
  return token;
}

void SentenceView::add(Fillers& fillers, RoleId role, Index token) const {
  if (role != kNoRole) fillers.push_back({role, antecedent(token)});
}

void SentenceView::add_dependent(Fillers& fillers, Index predicate, Index dependent) const {
  const bool passive = is_passive(predicate);
  switch (label(dependent)) {
    case Dep::nsubj:
      if (is_verb_like(upos(predicate)) || upos(predicate) == Upos::ADJ)
        return add(fillers, kSubj, dependent);
      return add(fillers, kIs, dependent);
    case Dep::nsubj_pass:
      return add(fillers, kObj, dependent);
    case Dep::obj:
      return add(fillers, kObj, dependent);
    case Dep::iobj:
      return add(fillers, kIobj, dependent);
    case Dep::nmod_poss:
      return add(fillers, kPoss, dependent);
    case Dep::amod:
    case Dep::compound:
    case Dep::nmod_unmarked:
    case Dep::nmod_desc:
    case Dep::flat:
      // "its close ally Russia": a name behind the noun is who the noun is said to be.
      return add(fillers, dependent > predicate && mention(dependent) != nullptr ? kIs : kMod, dependent);
    case Dep::appos:
      return add(fillers, kIs, dependent);
    case Dep::xcomp:
      return add(fillers, kXcomp, dependent);
    case Dep::ccomp:
      return add(fillers, kCcomp, dependent);
    case Dep::parataxis:
      return add(fillers, kCcomp, dependent);
    case Dep::advcl:
      return add(fillers, kAdvcl, dependent);
    case Dep::acl:
    case Dep::acl_relcl:
      return add(fillers, kAcl, dependent);
    case Dep::conj:
      return add(fillers, kConj, dependent);
    case Dep::compound_prt:
      return add(fillers, kParticle, dependent);
    case Dep::obl_agent:
      add(fillers, kSubj, dependent);
      break;
    case Dep::obl:
      if (passive && word(dependent) != "mean" && preposition(dependent) == frames_.role("by"))
        add(fillers, kSubj, dependent);
      break;
    case Dep::nmod:
      break;
    default:
      return;
  }
  add(fillers, preposition(dependent), dependent);
}

void SentenceView::add_own(Fillers& fillers, Index predicate) const {
  for (const Index c : children(predicate)) add_dependent(fillers, predicate, c);
}

void SentenceView::add_subject(Fillers& fillers, Index verb, int depth) const {
  Fillers found;
  add_own(found, verb);
  if (depth < kMaxDepth) add_verb_inherited(found, verb, depth + 1);
  for (const RoleFiller& filler : found)
    if (filler.role == kSubj || filler.role == kIs) return add(fillers, kSubj, filler.token);
}

void SentenceView::add_verb_inherited(Fillers& fillers, Index verb, int depth) const {
  const auto has_role = [&](RoleId role) {
    return std::any_of(fillers.begin(), fillers.end(), [&](const RoleFiller& f) { return f.role == role; });
  };
  const Index parent = head(verb);
  if (parent == kNone || depth >= kMaxDepth) return;
  const bool passive = is_passive(verb);
  const RoleId gap = passive ? static_cast<RoleId>(kObj) : static_cast<RoleId>(kSubj);
  switch (label(verb)) {
    case Dep::acl_relcl:
      if (!has_role(gap))
        add(fillers, gap, parent);
      else if (!has_role(kObj))
        add(fillers, kObj, parent);
      return;
    case Dep::acl:
    case Dep::amod:
      if (!has_role(gap)) add(fillers, gap, parent);
      return;
    case Dep::xcomp: {
      if (has_role(gap)) return;
      Fillers outer;
      add_own(outer, parent);
      const bool by_object = !frames_.words().contains(not_controlled_, word(parent));
      for (const RoleFiller& filler : outer)
        if (by_object && (filler.role == kObj || filler.role == kIobj))
          return add(fillers, gap, filler.token);
      Fillers subject;
      add_subject(subject, parent, depth + 1);
      for (const RoleFiller& filler : subject) add(fillers, gap, filler.token);
      return;
    }
    case Dep::advcl:
    case Dep::conj:
    case Dep::parataxis:
      if (!has_role(kSubj) && !passive && is_verb_like(upos(parent))) add_subject(fillers, parent, depth + 1);
      if (label(verb) == Dep::conj && passive && !has_role(kObj)) {
        Fillers outer;
        add_own(outer, parent);
        for (const RoleFiller& filler : outer)
          if (filler.role == (is_passive(parent) ? kObj : kSubj)) return add(fillers, kObj, filler.token);
      }
      return;
    default:
      return;
  }
}

Index SentenceView::governor(Index noun) const {
  Index at = noun;
  while (label(at) == Dep::conj && head(at) != kNone && upos(head(at)) != Upos::VERB) at = head(at);
  const Index parent = head(at);
  if (parent == kNone) return kNone;
  switch (label(at)) {
    case Dep::obj:
    case Dep::nsubj_pass:
    case Dep::obl:
    case Dep::xcomp:
    case Dep::nsubj:
      return is_verb_like(upos(parent)) ? parent : kNone;
    default:
      return kNone;
  }
}

Support SentenceView::support(Index noun) const {
  const Index parent = governor(noun);
  if (parent == kNone) return Support::none;
  if (in_class(parent, support_start_)) return Support::start;
  if (in_class(parent, support_end_)) return Support::end;
  return in_class(parent, support_) ? Support::plain : Support::none;
}

void SentenceView::add_obliques(Fillers& fillers, Index verb) const {
  for (const Index c : children(verb))
    if (label(c) == Dep::obl || label(c) == Dep::obl_agent) add(fillers, preposition(c), c);
}

void SentenceView::add_noun_inherited(Fillers& fillers, Index noun) const {
  const Index parent = head(noun);
  if (parent == kNone) return;
  const Dep how = label(noun);
  const bool named = how == Dep::compound || how == Dep::nmod_desc || how == Dep::flat;
  if (how == Dep::appos || (named && mention(parent) != nullptr)) add(fillers, kIs, parent);
  // "one of its closest allies", "remains an ally", "serves as the headquarters"
  if ((how == Dep::xcomp || how == Dep::obl || how == Dep::obj) && is_verb_like(upos(parent)) &&
      frames_.words().contains(frames_.words().id("copular"), word(parent))) {
    Fillers subject;
    add_subject(subject, parent, 1);
    for (const RoleFiller& filler : subject) add(fillers, kIs, filler.token);
  }
  const Index verb = governor(noun);
  if (verb == kNone) return;
  fillers.push_back({kGov, verb});
  if (label(noun) != Dep::nsubj && support(noun) != Support::none) add_subject(fillers, verb, 1);
  add_obliques(fillers, verb);
}

void SentenceView::add_premodifiers(Fillers& fillers, Index noun) const {
  // Names before the noun, whatever the parser made of them: "Tajik-Afghan border", "joint US-Korean drills".
  for (Index at = noun; at-- > sentence_.first;) {
    const Upos tag = upos(at);
    const bool joins = tag == Upos::PUNCT && (word(at) == "-" || word(at) == "–");
    if (!joins && tag != Upos::ADJ && tag != Upos::NOUN && tag != Upos::PROPN && tag != Upos::NUM &&
        tag != Upos::CCONJ && !(tag == Upos::VERB && xpos(at) == Xpos::VBN))
      return;
    if (tag == Upos::CCONJ &&
        (at == sentence_.first || mention(at - 1) == nullptr || mention(at + 1) == nullptr))
      return;
    const Mention* found = mention(at);
    if (found != nullptr && found->head == at &&
        std::none_of(fillers.begin(), fillers.end(), [&](const RoleFiller& f) {
          return f.token == at && (f.role == kMod || f.role == kPoss);
        }))
      fillers.push_back({kMod, at});
  }
}

const std::vector<RoleFiller>& SentenceView::roles(Index predicate) {
  Fillers& cached = roles_[predicate - sentence_.first];
  if (cached.empty()) cached = compute_roles(predicate);
  return cached;
}

std::vector<RoleFiller> SentenceView::compute_roles(Index predicate) const {
  Fillers fillers{{kSelf, predicate}};
  add_own(fillers, predicate);
  const Upos tag = upos(predicate);
  if (tag == Upos::NOUN || tag == Upos::PROPN) {
    add_premodifiers(fillers, predicate);
    add_noun_inherited(fillers, predicate);
    return fillers;
  }
  add_verb_inherited(fillers, predicate, 0);
  if (tag == Upos::ADJ || label(predicate) == Dep::amod) {
    const Index parent = head(predicate);
    if (label(predicate) == Dep::amod && parent != kNone && tag == Upos::ADJ)
      fillers.push_back({kSubj, parent});
    // "Iran-backed", "US-led": the name before the hyphen acts
    if (predicate >= sentence_.first + 2 && (word(predicate - 1) == "-" || word(predicate - 1) == "–"))
      fillers.push_back({kSubj, predicate - 2});
  }
  // "attacked and occupied Georgia": the object stands with the last verb
  if (std::none_of(fillers.begin(), fillers.end(), [](const RoleFiller& f) { return f.role == kObj; }) &&
      !is_passive(predicate))
    for (const Index c : children(predicate))
      if (label(c) == Dep::conj && is_verb_like(upos(c)) && child(c, Dep::nsubj) == kNone)
        if (const Index object = child(c, Dep::obj); object != kNone) {
          add(fillers, kObj, object);
          break;
        }
  return fillers;
}

}  // namespace entente::relations

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The words to the left of the noun are read from right to left up to the nearest name of an actor and its
// coordinated siblings; failing that, a phrase with "of", "from" or "in" to the right. Word order is asked
// first and the tree second, for short noun phrases are where a parser's attachment errs least in order and
// most in arcs.
#include "entities/actors.hpp"

#include <algorithm>

namespace entente {
namespace {

constexpr Index kLongestPhrase = 9;  // tokens from a noun to the name of its actor

void append_new(const std::vector<Index>& from, std::vector<Index>& to) {
  for (const Index actor : from)
    if (std::find(to.begin(), to.end(), actor) == to.end()) to.push_back(actor);
}

}  // namespace

std::string_view ActorFinder::acting_class(Index token) const {
  const Upos tag = reading_.upos(token);
  if (tag != Upos::NOUN && tag != Upos::PROPN && tag != Upos::ADJ) return {};
  const WordLists& words = reading_.gazetteer.words();
  const std::string lemma = ascii_lower(reading_.lemma(token));
  const std::string* found = nullptr;
  if (token > 0) found = words.find(WordList::acting_nouns, reading_.lower(token - 1) + " " + lemma);
  if (found == nullptr) found = words.find(WordList::acting_nouns, lemma);
  if (found == nullptr) found = words.find(WordList::acting_nouns, reading_.lower(token));
  if (found == nullptr && lemma.size() > 3 && lemma.back() == 's')  // a plural that the lemmatizer left alone
    found = words.find(WordList::acting_nouns, lemma.substr(0, lemma.size() - 1));
  if (found == nullptr || *found == "prefix" || *found == "backed" || *found == "blocker") return {};
  return *found;
}

/// "pro-Russian", "anti-", "US-backed": the name is not whom the noun acts for.
bool ActorFinder::is_hedged(Index first, Index last) const {
  const auto in_class = [&](Index token, std::string_view word_class) {
    const std::string* found = reading_.gazetteer.words().find(WordList::acting_nouns, reading_.lower(token));
    return found != nullptr && *found == word_class;
  };
  if (first >= 2 && reading_.word(first - 1) == "-" && in_class(first - 2, "prefix")) return true;
  if (first >= 1 && in_class(first - 1, "prefix")) return true;
  return last + 1 < reading_.size() && reading_.word(last) == "-" && in_class(last + 1, "backed");
}

/// "Azeris": a people, not a modifier.
bool ActorFinder::is_people(const Draft& name) const {
  if (name.mention.kind != MentionKind::demonym || name.senses.empty()) return false;
  return std::none_of(name.senses.begin(), name.senses.end(), [](const Sense& sense) {
    return sense.kind == SenseKind::adjective || sense.kind == SenseKind::prefix;
  });
}

bool ActorFinder::continues_phrase(Index token, Index noun) const {
  const WordLists& words = reading_.gazetteer.words();
  const std::string* found = words.find(WordList::acting_nouns, reading_.lower(token));
  if (found != nullptr && *found == "blocker") return false;
  switch (reading_.upos(token)) {
    case Upos::ADJ:
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::NUM:
    case Upos::PART:
    case Upos::X:
      return true;
    case Upos::ADV:
    case Upos::VERB:  // "US-led forces", "newly trained troops"
      return reading_.label(token) == Dep::amod || reading_.label(token) == Dep::advmod ||
             reading_.label(token) == Dep::compound || reading_.head(token) == noun ||
             (token > 0 && reading_.word(token - 1) == "-");
    case Upos::CCONJ:
      return reading_.head(token) < noun;
    case Upos::PUNCT:
      return reading_.word(token) == "-" || reading_.word(token) == "\u2019" || reading_.word(token) == "'" ||
             reading_.word(token) == "\"";
    default:
      return false;
  }
}

void ActorFinder::add_actors(const Draft& name, std::vector<Index>& actors) const {
  append_new(name.mention.actors, actors);
}

/// The token before `token` and what links them: "and", a hyphen or slash (strong), a comma (weak); kNone for
/// no link.
Index ActorFinder::linked_before(Index token, bool& strong) const {
  const Sentence& sentence = reading_.sentence(token);
  bool link = false;
  strong = false;
  for (Index at = token; at > sentence.first;) {
    const std::string_view word = reading_.word(--at);
    if (word == "and" || word == "or" || word == "-" || word == "\u2013" || word == "/") {
      link = strong = true;
    } else if (word == ",") {
      link = true;
    } else if (word != "'s" && word != "\u2019s" && word != "the" && word != "both") {
      return link ? at : kNone;
    }
  }
  return kNone;
}

/// "Russian and Chinese officials", "Tajik-Afghan", "France's, Italy's and Spain's governments": siblings to
/// the left, all of one kind. A comma joins only what an "and" joined before: it may as well part two
/// clauses.
void ActorFinder::add_coordinated(Index token, ActingPhrase& phrase) const {
  const MentionKind kind = names_[cover_[token]].mention.kind;
  bool joined = false;
  for (int siblings = 0; siblings < 12; ++siblings) {
    bool strong = false;
    const Index at = linked_before(token, strong);
    if (at == kNone || cover_[at] == kNone || (!strong && !joined)) return;
    const Draft& name = names_[cover_[at]];
    if (name.mention.actors.empty() || name.mention.kind != kind || name.type == EntityType::person) return;
    if (is_hedged(name.mention.first, name.mention.first)) return;
    std::vector<Index> actors = name.mention.actors;
    append_new(phrase.actors, actors);
    phrase.actors = std::move(actors);
    phrase.first = name.mention.first;
    token = name.mention.first;
    joined = true;
  }
}

ActingPhrase ActorFinder::before(Index noun) const {
  const Sentence& sentence = reading_.sentence(noun);
  ActingPhrase phrase{{}, noun, noun + 1};
  for (Index token = noun; token > sentence.first && noun - token < kLongestPhrase;) {
    --token;
    if (cover_[token] != kNone) {
      const Draft& name = names_[cover_[token]];
      if (name.mention.actors.empty()) {
        if (name.type == EntityType::person) return phrase;
        token = name.mention.first;
        continue;
      }
      const bool people = is_people(name) && reading_.word(name.mention.last).substr(0, 1) != "'" &&
                          reading_.word(name.mention.last) != "\u2019s" &&
                          reading_.word(name.mention.last) != "\u2019";
      if (people) return phrase;  // "sold the Azeris missiles"
      if (is_hedged(name.mention.first, name.mention.last)) return phrase;
      phrase.actors = name.mention.actors;
      phrase.first = name.mention.first;
      add_coordinated(name.mention.first, phrase);
      return phrase;
    }
    if (!continues_phrase(token, noun)) return phrase;
    const bool article_before = token > sentence.first && reading_.upos(token) == Upos::DET;
    if (article_before) return phrase;
  }
  return phrase;
}

/// "from France, the United States and Russia": the rest of a list, when an "and" ends it, whatever the
/// parser made of it.
void ActorFinder::add_listed(ActingPhrase& phrase) const {
  std::vector<Index> listed;
  Index at = phrase.last;
  const Index end = reading_.sentence(at - 1).last;
  for (int members = 0; members < 12; ++members) {
    bool comma = false;
    bool last = false;
    for (; at < end && cover_[at] == kNone; ++at) {
      const std::string_view word = reading_.word(at);
      if (word == ",") {
        comma = true;
      } else if (word == "and" || word == "&" || word == "or") {
        last = true;
      } else if (word != "the") {
        return;
      }
    }
    if (at >= end || (!comma && !last)) return;
    const Draft& name = names_[cover_[at]];
    if (name.mention.actors.empty() || name.mention.kind == MentionKind::demonym ||
        name.type == EntityType::person)
      return;
    append_new(name.mention.actors, listed);
    at = name.mention.last;
    if (!last) continue;
    append_new(listed, phrase.actors);
    phrase.last = at;
    return;
  }
}

ActingPhrase ActorFinder::after(Index noun, int depth) const {
  ActingPhrase phrase{{}, noun, noun + 1};
  for (const Index child : reading_.children(noun)) {
    if (child < noun || reading_.label(child) != Dep::nmod) continue;
    const std::string preposition = reading_.preposition(child);
    if (preposition != "of" && preposition != "from" && preposition != "in") continue;
    const std::string_view acting = acting_class(noun);
    const bool seated = acting.substr(0, 4) == "offi" || acting.find(" in") != std::string_view::npos;
    if (preposition == "in" && !seated) continue;
    std::vector<Index> members = {child};
    for (const Index member : reading_.children(child))
      if (reading_.label(member) == Dep::conj) members.push_back(member);
    for (const Index member : members) {
      if (cover_[member] == kNone) {
        if (depth < 2 && preposition == "of" && !acting_class(member).empty()) {
          const ActingPhrase inner = of_noun(member, depth + 1);
          append_new(inner.actors, phrase.actors);
          if (!inner.actors.empty()) phrase.last = std::max(phrase.last, inner.last);
        }
        continue;
      }
      const Draft& name = names_[cover_[member]];
      const bool town = preposition == "in" && name.mention.actors.empty() &&
                        name.mention.location != kNone &&
                        std::any_of(name.senses.begin(), name.senses.end(),
                                    [](const Sense& sense) { return sense.kind == SenseKind::seat; });
      if (preposition == "in" && !town && (name.type != EntityType::country || acting.substr(0, 4) == "offi"))
        continue;
      if (town) {
        phrase.actors.push_back(name.mention.location);
      } else if (name.mention.kind != MentionKind::demonym || preposition == "of") {
        append_new(name.mention.actors, phrase.actors);
      }
      if (!phrase.actors.empty()) phrase.last = std::max(phrase.last, name.mention.last);
    }
    if (!phrase.actors.empty() && preposition != "in") add_listed(phrase);
    if (!phrase.actors.empty()) break;
  }
  return phrase;
}

ActingPhrase ActorFinder::of_noun(Index noun, int depth) const {
  ActingPhrase phrase = before(noun);
  if (!phrase.actors.empty()) return phrase;
  // A blocker to the left ("rebel leader", "opposition parties") speaks against what stands to the right.
  const WordLists& words = reading_.gazetteer.words();
  if (noun > 0) {
    const std::string* found = words.find(WordList::acting_nouns, reading_.lower(noun - 1));
    if (found != nullptr && *found == "blocker") return phrase;
  }
  ActingPhrase behind = after(noun, depth);
  if (behind.actors.empty()) return phrase;
  return behind;
}

}  // namespace entente

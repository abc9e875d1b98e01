// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A definite noun phrase without a name in it is looked up by its head noun (data/entities/descriptions.txt): the most
// salient mention of a type that the noun allows; for pairs ("both sides", "the two countries") the two most salient
// countries; for acting nouns ("the government") the country in focus.
#include <algorithm>
#include <string>

#include "entities/references.hpp"

namespace entente {
namespace {

struct Phrase {
  Index first;        ///< its determiner
  bool definite = false;
  bool indefinite = false;
  bool pair = false;  ///< "both", "two"
  bool other = false; ///< other modifiers: a clause, an "of" phrase, a name
};

Phrase phrase_of(const Reading& reading, Index noun) {
  Phrase phrase{noun};
  for (const Index child : reading.children(noun)) {
    const std::string word = reading.lower(child);
    const Dep label = reading.label(child);
    if (child < noun && (label == Dep::det || label == Dep::det_predet || label == Dep::nmod_poss ||
                         label == Dep::nummod || label == Dep::amod || label == Dep::compound || label == Dep::cc_preconj))
      phrase.first = std::min(phrase.first, child);
    if (word == "the" || word == "this" || word == "that" || word == "these" || word == "those") phrase.definite = true;
    if (word == "both" || word == "two") phrase.pair = true;
    const bool vague = word == "a" || word == "an" || word == "any" || word == "every" || word == "each" ||
                       word == "other" || word == "another" || word == "no" || word == "some" || word == "many" ||
                       word == "most" || word == "all" || word == "several" || word == "few" || word == "which";
    phrase.indefinite = phrase.indefinite || vague;
    const bool heavy = label == Dep::nmod || label == Dep::acl_relcl || label == Dep::nmod_poss ||
                       label == Dep::nummod || label == Dep::compound;
    phrase.other = phrase.other || (heavy && word != "two" && word != "both");
  }
  return phrase;
}

bool allows(const std::string& word_class, EntityType type) {
  const std::string_view wanted = name(type);
  std::string_view rest = word_class;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, end) == wanted) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

/// "both sides", "the two countries", "the two presidents": the two countries most in mind.
std::optional<Reference> resolve_pair(const Discourse& discourse, Index noun, const Phrase& phrase) {
  const auto couples = discourse.candidates(noun, 2, [&](const Referent& r) {
    return r.actors.size() == 2 && discourse.is_country(r.actors[0]) && discourse.is_country(r.actors[1]);
  });
  const auto singles = discourse.candidates(noun, 3, [&](const Referent& r) {
    return r.actors.size() == 1 && discourse.is_country(r.actors.front());
  });
  if (!couples.empty() && (singles.size() < 2 || couples[0].score >= 0.8 * singles[1].score))
    return Reference{kNone, couples[0].referent->actors, phrase.first, noun + 1};
  if (singles.size() < 2 || (singles.size() > 2 && singles[1].score < 1.15 * singles[2].score)) return std::nullopt;
  return Reference{kNone,
                   {singles[0].referent->actors.front(), singles[1].referent->actors.front()},
                   phrase.first,
                   noun + 1};
}

/// The most salient mention of the types that the noun allows.
std::optional<Reference> resolve_single(const Reading& reading, const Discourse& discourse,
                                        const std::string& word_class, Index noun, const Phrase& phrase) {
  const bool person = word_class == "person";
  const bool governs = clause_subject(reading, noun, 0) != kNone;
  const Index subject = governs ? clause_subject(reading, noun, 0) : kNone;
  auto found = discourse.candidates(noun, person ? 3 : 2, [&](const Referent& r) {
    if (person) return r.person && r.entity != kNone;
    if (r.person || r.plural || r.kind == MentionKind::official) return false;
    const bool own_subject = r.token == subject && reading.label(noun) != Dep::nmod_poss;
    if (own_subject && discourse.is_country(r.actors.empty() ? r.entity : r.actors.front())) return false;
    return r.entity != kNone && allows(word_class, r.type);
  });
  if (found.empty()) return std::nullopt;
  const double margin = allows(word_class, EntityType::country) ? 1.15 : 1.0;
  if (found.size() > 1 && found[0].score < margin * found[1].score) return std::nullopt;
  const Referent& referent = *found[0].referent;
  return Reference{referent.entity, referent.actors, phrase.first, noun + 1};
}

}  // namespace

std::optional<Reference> resolve_description(const Reading& reading, const Discourse& discourse,
                                             const ActorFinder& finder, Index token) {
  if (reading.upos(token) != Upos::NOUN) return std::nullopt;
  const WordLists& words = reading.gazetteer.words();
  const std::string lemma(reading.lemma(token));
  const std::string* word_class = words.find(WordList::descriptions, lemma);
  if (word_class == nullptr) word_class = words.find(WordList::descriptions, reading.lower(token));
  const bool acting = !finder.acting_class(token).empty();
  if (word_class == nullptr && !acting) return std::nullopt;
  if (reading.label(token) == Dep::compound) return std::nullopt;
  const Phrase phrase = phrase_of(reading, token);
  const bool plural = reading.parse.xpos[token] == Xpos::NNS;
  if (phrase.pair && plural && !phrase.other && (acting || allows(*word_class, EntityType::country) || *word_class == "pair"))
    return resolve_pair(discourse, token, phrase);
  if (phrase.indefinite || phrase.other) return std::nullopt;
  if (acting && (phrase.definite || plural)) {
    const Index country = discourse.focus_country(token);
    if (country != kNone) return Reference{kNone, {country}, phrase.first, token + 1};
  }
  if (word_class == nullptr || *word_class == "pair" || plural || !phrase.definite) return std::nullopt;
  return resolve_single(reading, discourse, *word_class, token, phrase);
}

}  // namespace entente

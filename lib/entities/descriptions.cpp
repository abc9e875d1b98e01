// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A definite noun phrase without a name in it is looked up by its head noun (data/entities/descriptions.txt):
// the most salient mention of a type that the noun allows; for pairs ("both sides", "the two countries") the
// two most salient countries; for acting nouns ("the government") the country in focus, or whom a possessive
// refers to ("its army").
#include <algorithm>
#include <array>
#include <string>

#include "entities/names.hpp"
#include "entities/references.hpp"

namespace entente {
namespace {

struct Phrase {
  Index first;  ///< its determiner
  bool definite = false;
  bool indefinite = false;
  std::size_t count = 0;    ///< "both" and "two": 2, "the three": 3
  Index possessor = kNone;  ///< "its", "the group's"
  bool other = false;       ///< other modifiers: a clause, an "of" phrase, a name
};

/// 2 for "both" and "two" and so on; 0 for other words.
std::size_t number_of(const std::string& word) {
  static constexpr std::array<std::string_view, 5> kNumbers = {"two", "three", "four", "five", "six"};
  if (word == "both") return 2;
  const auto* const found = std::find(kNumbers.begin(), kNumbers.end(), word);
  return found == kNumbers.end() ? 0 : static_cast<std::size_t>(found - kNumbers.begin()) + 2;
}

Phrase phrase_of(const Reading& reading, Index noun) {
  Phrase phrase{noun};
  for (const Index child : reading.children(noun)) {
    const std::string word = reading.lower(child);
    const Dep label = reading.label(child);
    if (child < noun &&
        (label == Dep::det || label == Dep::det_predet || label == Dep::nmod_poss || label == Dep::nummod ||
         label == Dep::amod || label == Dep::compound || label == Dep::cc_preconj))
      phrase.first = std::min(phrase.first, child);
    if (word == "the" || word == "this" || word == "that" || word == "these" || word == "those")
      phrase.definite = true;
    phrase.count = std::max(phrase.count, number_of(word));
    if (label == Dep::nmod_poss && child < noun) phrase.possessor = child;
    const bool vague = word == "a" || word == "an" || word == "any" || word == "every" || word == "each" ||
                       word == "other" || word == "another" || word == "no" || word == "some" ||
                       word == "many" || word == "most" || word == "all" || word == "several" ||
                       word == "few" || word == "which";
    phrase.indefinite = phrase.indefinite || vague;
    const bool office =
        label == Dep::compound && office_class(reading, child) == "modifier" && child + 1 == noun;
    const bool heavy = label == Dep::nmod || label == Dep::acl_relcl || label == Dep::nmod_poss ||
                       label == Dep::nummod || label == Dep::compound;
    phrase.other = phrase.other || (heavy && !office && number_of(word) == 0);
  }
  for (Index at = noun; at > 0 && noun - at < 2;) {  // wherever the parser hangs "both"
    const std::string word = reading.lower(--at);
    if (number_of(word) == 0) continue;
    phrase.count = number_of(word);
    phrase.first = std::min(phrase.first, at);
  }
  return phrase;
}

bool allows_word(const std::string& word_class, std::string_view wanted) {
  std::string_view rest = word_class;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, end) == wanted) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

/// "both sides", "the two countries", "the two presidents": the two countries most in mind; a text about two
/// countries names these again and again, so how often counts as well.
std::optional<Reference> resolve_pair(const Discourse& discourse, Index noun, const Phrase& phrase) {
  const auto often = [&](Index actor) { return 1.0 + 0.25 * std::min(discourse.count(actor), 12); };
  auto couples = discourse.candidates(noun, 2, [&](const Referent& r) {
    return r.actors.size() == 2 && discourse.is_country(r.actors[0]) && discourse.is_country(r.actors[1]);
  });
  auto singles = discourse.candidates(noun, 3, [&](const Referent& r) {
    return r.actors.size() == 1 && discourse.is_country(r.actors.front());
  });
  const auto rank = [&](std::vector<Candidate>& found) {
    for (Candidate& candidate : found)
      candidate.score *=
          std::min(often(candidate.referent->actors.front()), often(candidate.referent->actors.back()));
    std::stable_sort(found.begin(), found.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  };
  rank(couples);
  rank(singles);
  if (!couples.empty() && (singles.size() < 2 || couples[0].score >= 0.9 * singles[1].score))
    return Reference{kNone, couples[0].referent->actors, phrase.first, noun + 1, Reason::group};
  if (singles.size() < 2 || (singles.size() > 2 && singles[1].score < 1.1 * singles[2].score))
    return std::nullopt;
  return Reference{kNone,
                   {singles[0].referent->actors.front(), singles[1].referent->actors.front()},
                   phrase.first,
                   noun + 1,
                   Reason::group};
}

/// "the three countries": the last that many that were named in a row.
std::optional<Reference> resolve_group(const Discourse& discourse, Index noun, const Phrase& phrase) {
  const auto groups = discourse.candidates(noun, 2, [&](const Referent& r) {
    return r.actors.size() == phrase.count && std::all_of(r.actors.begin(), r.actors.end(), [&](Index actor) {
             return discourse.is_country(actor);
           });
  });
  if (groups.empty()) return std::nullopt;
  return Reference{kNone, groups[0].referent->actors, phrase.first, noun + 1, Reason::group};
}

/// "its army", "the alliance's spokesman": whom the possessive refers to, when that is no name.
std::optional<Reference> resolve_possessed(const Discourse& discourse, Index noun, const Phrase& phrase) {
  const Referent* owner = phrase.possessor == kNone ? nullptr : discourse.at(phrase.possessor);
  if (owner == nullptr || owner->actors.empty()) return std::nullopt;
  if (owner->kind != MentionKind::pronoun && owner->kind != MentionKind::description) return std::nullopt;
  return Reference{kNone, owner->actors, std::min(phrase.first, owner->first), noun + 1, Reason::possessor};
}

/// "the president", "the minister" after the name of one who holds that office.
std::optional<Reference> resolve_officer(const Reading& reading, const Discourse& discourse,
                                         const EntityTable& entities, Index noun) {
  const std::string office(reading.lemma(noun));
  const auto holders = discourse.candidates(noun, 3, [&](const Referent& r) {
    if (r.entity == kNone || r.type != EntityType::person || r.actors.empty() || r.plural) return false;
    const auto terms = entities.entry_of(r.entity) == kNone
                           ? std::span<const Term>()
                           : reading.gazetteer.terms_of(entities.entry_of(r.entity));
    const int year = reading.year_at(noun);
    if (std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
          return (year == 0 || term.covers(year)) &&
                 ascii_lower(term.office).find(office) != std::string::npos;
        }))
      return true;
    const auto& aliases = entities[r.entity].aliases;
    return std::any_of(aliases.begin(), aliases.end(), [&](const std::string& alias) {
      return ascii_lower(alias).find(office + " ") != std::string::npos;
    });
  });
  if (holders.size() != 1) return std::nullopt;
  const Referent& holder = *holders[0].referent;
  return Reference{holder.entity, holder.actors, noun, noun + 1, Reason::salience};
}

/// "the kingdom" is a country that calls itself one: the gazetteer knows "Kingdom of ...".
bool has_form(const Reading& reading, const EntityTable& entities, const Referent& referent,
              std::string form) {
  form.front() = static_cast<char>(form.front() - 'a' + 'A');
  const auto senses = reading.gazetteer.lookup(form + " of " + entities[referent.entity].name);
  return std::any_of(senses.begin(), senses.end(),
                     [&](const Sense& sense) { return sense.entry == entities.entry_of(referent.entity); });
}

/// The most salient mention of a type; "form" in the class asks for the country's form of state.
std::optional<Reference> resolve_type(const Reading& reading, const Discourse& discourse,
                                      const EntityTable& entities, EntityType type, Index noun) {
  const bool person = type == EntityType::person;
  const Index subject = clause_subject(reading, noun, 0);
  const Referent* own = subject == kNone || subject >= noun ? nullptr : discourse.at(subject);
  const auto* word_class = reading.gazetteer.words().find(WordList::descriptions, reading.lemma(noun));
  const bool form = word_class != nullptr && allows_word(*word_class, "form");
  auto found = discourse.candidates(noun, person ? 3 : 2, [&](const Referent& r) {
    if (r.entity == kNone || r.type != type || r.plural || r.kind == MentionKind::official) return false;
    if (own != nullptr && own->actors == r.actors && !r.actors.empty()) return false;  // it would be "itself"
    // "the country" is seldom a capital named before: "Washington ... the country".
    if (type == EntityType::country && r.kind == MentionKind::metonym) return false;
    return !form || has_form(reading, entities, r, std::string(reading.lemma(noun)));
  });
  if (found.empty()) return std::nullopt;
  const double margin = type == EntityType::country ? 1.15 : 1.0;
  if (found.size() > 1 && found[0].score < margin * found[1].score) return std::nullopt;
  const Referent& referent = *found[0].referent;
  return Reference{referent.entity, referent.actors, noun, noun + 1, Reason::salience};
}

/// The types of the class in its order: the first that anything fits.
std::optional<Reference> resolve_single(const Reading& reading, const Discourse& discourse,
                                        const EntityTable& entities, const std::string& word_class,
                                        Index noun) {
  std::string_view rest = word_class;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    const auto type = entity_type(rest.substr(0, end));
    if (type) {
      auto reference = resolve_type(reading, discourse, entities, *type, noun);
      if (reference) return reference;
      if (const Index topic = discourse.topic(*type); topic != kNone)
        return Reference{topic, {topic}, noun, noun + 1, Reason::topic};
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return std::nullopt;
}

/// "the islands" in an entry about the Falkland Islands.
std::optional<Reference> resolve_plural(const Reading& reading, const Discourse& discourse,
                                        const EntityTable& entities, Index noun) {
  for (const EntityType type : {EntityType::territory, EntityType::country}) {
    const Index topic = discourse.topic(type);
    if (topic == kNone || !ascii_lower(entities[topic].name).ends_with(" " + reading.lower(noun))) continue;
    return Reference{topic, {topic}, noun, noun + 1, Reason::topic};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Reference> resolve_description(const Reading& reading, const Discourse& discourse,
                                             const EntityTable& entities, const ActorFinder& finder,
                                             Index token) {
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
  const bool states = acting || allows_word(*word_class, "country") || *word_class == "pair";
  if (phrase.count > 0 && plural && !phrase.other && states)
    return phrase.count == 2 ? resolve_pair(discourse, token, phrase)
                             : resolve_group(discourse, token, phrase);
  if (acting && !phrase.indefinite)
    if (auto reference = resolve_possessed(discourse, token, phrase)) return reference;
  if (phrase.indefinite || phrase.other) return std::nullopt;
  if (phrase.definite && !plural && word_class != nullptr && (acting || *word_class == "person")) {
    auto reference = allows_word(*word_class, "person") ? resolve_officer(reading, discourse, entities, token)
                     : allows_word(*word_class, "igo")
                         ? resolve_type(reading, discourse, entities, EntityType::igo, token)
                         : std::nullopt;
    if (reference) reference->first = phrase.first;
    if (reference) return reference;
  }
  if (acting && (phrase.definite || plural)) {
    const Index country = discourse.focus_country(token, 2);
    if (country != kNone) return Reference{kNone, {country}, phrase.first, token + 1, Reason::focus};
  }
  if (word_class == nullptr || *word_class == "pair" || !phrase.definite) return std::nullopt;
  auto reference = plural ? resolve_plural(reading, discourse, entities, token)
                          : resolve_single(reading, discourse, entities, *word_class, token);
  if (reference) reference->first = phrase.first;
  return reference;
}

}  // namespace entente

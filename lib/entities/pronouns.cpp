// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Agreement filters, salience ranks, the subject of the clause comes first (Hobbs 1978; Lappin and Leass
// 1994). Nothing is better than a guess: a pronoun whose clause has a subject that is no entity stays
// unresolved.
#include <algorithm>
#include <string>

#include "entities/references.hpp"

namespace entente {
namespace {

enum class Agreement : std::uint8_t { none, thing, plural, male, female };

constexpr EntityTypes kThings = bits(EntityType::country, EntityType::territory, EntityType::igo,
                                     EntityType::armed_group, EntityType::company, EntityType::organization);

Agreement agreement_of(const Reading& reading, Index token) {
  const std::string* found = reading.gazetteer.words().find(WordList::pronouns, reading.lower(token));
  if (found == nullptr) return Agreement::none;
  if (*found == "thing") return Agreement::thing;
  if (*found == "plural") return Agreement::plural;
  if (*found == "male") return Agreement::male;
  return *found == "female" ? Agreement::female : Agreement::none;
}

/// "it is clear that ...", "it rained": no antecedent.
bool is_empty_it(const Reading& reading, Index token) {
  if (reading.label(token) == Dep::expl) return true;
  const Index governor = reading.head(token);
  if (governor >= reading.size() || reading.label(token) != Dep::nsubj) return false;
  const std::string* verb = reading.gazetteer.words().find(WordList::pronouns, reading.lemma(governor));
  if (verb != nullptr && *verb == "empty") return true;
  bool copula = false;
  bool clause = false;
  for (const Index child : reading.children(governor)) {
    const bool complement = reading.label(child) == Dep::xcomp && reading.upos(child) == Upos::ADJ;
    copula = copula || complement;  // "it became clear that"
    for (const Index below : complement ? reading.children(child) : std::span<const Index>())
      clause = clause || reading.label(below) == Dep::ccomp || reading.label(below) == Dep::csubj;
    copula = copula || reading.label(child) == Dep::cop;
    const Dep label = reading.label(child);
    clause = clause || label == Dep::csubj || label == Dep::ccomp ||
             (label == Dep::xcomp && reading.upos(child) == Upos::VERB) || label == Dep::acl_relcl ||
             (label == Dep::advcl && child > governor);
  }
  const WordLists& words = reading.gazetteer.words();
  const std::string lemma(reading.lemma(governor));
  const bool predicate = copula && reading.upos(governor) == Upos::NOUN &&
                         !words.has(WordList::descriptions, lemma) &&
                         !words.has(WordList::acting_nouns, lemma);  // "it is a cheap approach"
  return copula && (clause || predicate);
}

bool agrees_in_sex(const Reading& reading, const EntityTable& entities, const Referent& referent,
                   Agreement agreement) {
  if (!referent.person || referent.plural) return false;
  if (referent.entity == kNone) return true;
  const std::string& name = entities[referent.entity].name;
  const std::string* sex =
      reading.gazetteer.words().find(WordList::given_names, name.substr(0, name.find(' ')));
  if (sex == nullptr || sex->empty()) return true;
  return (*sex == "female") == (agreement == Agreement::female);
}

bool agrees(const Reading& reading, const EntityTable& entities, const Referent& referent,
            Agreement agreement) {
  switch (agreement) {
    case Agreement::thing:
      return !referent.person && !referent.plural && referent.actors.size() == 1 &&
             has(kThings, entities[referent.actors.front()].type);
    case Agreement::plural:
      return !referent.actors.empty() && (referent.plural || referent.type == EntityType::armed_group ||
                                          referent.type == EntityType::company);
    case Agreement::male:
    case Agreement::female:
      return agrees_in_sex(reading, entities, referent, agreement);
    case Agreement::none:
      return false;
  }
  return false;
}

Reference to(const Referent& referent, Index token, Reason reason) {
  return {referent.entity, referent.actors, token, token + 1, reason};
}

/// "which", "whose", "who" in a relative clause: the noun that the clause belongs to.
std::optional<Reference> resolve_relative(const Reading& reading, const Discourse& discourse, Index token) {
  const Xpos tag = reading.parse.xpos[token];
  if (tag != Xpos::WDT && tag != Xpos::WP && tag != Xpos::WPS) return std::nullopt;
  Index at = token;
  for (int up = 0; up < 8; ++up) {
    if (reading.label(at) == Dep::acl_relcl) {
      const Index noun = reading.head(at);
      const Referent* referent = noun < token ? discourse.at(noun) : nullptr;
      if (referent == nullptr) return std::nullopt;
      const Referent* group = discourse.group_from(*referent);
      return to(group == nullptr ? *referent : *group, token, Reason::relative_clause);
    }
    at = reading.head(at);
    if (at >= reading.size()) break;
  }
  // "Georgia, which ..." where the parser saw no relative clause.
  Index before = token;
  while (before > 0 && (reading.upos(before - 1) == Upos::ADP || reading.word(before - 1) == ",")) --before;
  const Referent* referent = before > 0 && before < token ? discourse.ending_at(before, token) : nullptr;
  if (referent == nullptr) return std::nullopt;
  return to(*referent, token, Reason::relative_clause);
}

bool is_possessive(const Reading& reading, Index token) {
  return reading.parse.xpos[token] == Xpos::PRPS || reading.label(token) == Dep::nmod_poss;
}

}  // namespace

std::optional<Reference> resolve_pronoun(const Reading& reading, const Discourse& discourse,
                                         const EntityTable& entities, Index token) {
  if (auto relative = resolve_relative(reading, discourse, token)) return relative;
  const Agreement agreement = agreement_of(reading, token);
  if (agreement == Agreement::none || (agreement == Agreement::thing && is_empty_it(reading, token)))
    return std::nullopt;
  const bool possessive = is_possessive(reading, token);
  const bool subject = reading.label(token) == Dep::nsubj || reading.label(token) == Dep::nsubj_pass;
  const Index own = clause_subject(reading, token, 0);
  const bool human = agreement == Agreement::male || agreement == Agreement::female;
  const auto fits = [&](const Referent& r) { return agrees(reading, entities, r, agreement); };
  if (own != kNone && own < token && reading.sentence_index(own) == reading.sentence_index(token)) {
    const Referent* referent = discourse.at(own);
    const bool fit = referent != nullptr && fits(*referent);
    if (fit && (possessive || subject)) return to(*referent, token, Reason::subject);
    const bool stranger =
        referent == nullptr && (reading.upos(own) == Upos::NOUN || reading.upos(own) == Upos::PROPN);
    if (stranger && possessive && !human) return std::nullopt;  // "the plant lost its licence"
  }
  auto found = discourse.candidates(token, human ? 3 : 2, [&](const Referent& r) {
    const bool same_clause = !possessive && !subject && r.token == own;  // "Russia attacked it": not Russia
    return !same_clause && fits(r);
  });
  if (found.empty()) return std::nullopt;
  const double margin = human ? 1.05 : 1.2;
  if (found.size() > 1 && found[0].score < margin * found[1].score) return std::nullopt;
  if (found[0].score < (human ? 0.4 : 0.75)) return std::nullopt;
  return to(*found[0].referent, token, Reason::salience);
}

}  // namespace entente

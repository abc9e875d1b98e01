// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Town or government? Decided by the dependency that the name fills (Markert and Nissim 2002: grammatical
// role is the strongest sign of a metonymic place name), by the preposition before it, and by the words
// around it (data/entities/place_contexts.txt).
#include <algorithm>

#include "entities/senses.hpp"

namespace entente {
namespace {

bool in_class(const Reading& reading, std::string_view word, std::string_view word_class) {
  const std::string* found = reading.gazetteer.words().find(WordList::place_contexts, word);
  if (found == nullptr) return false;
  std::string_view rest = *found;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, end) == word_class) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

/// The same for a verb, by its lemma or, where the lemmatizer errs, its form without ending.
bool verb_in_class(const Reading& reading, Index verb, std::string_view word_class) {
  if (in_class(reading, reading.lemma(verb), word_class)) return true;
  const std::string form = reading.lower(verb);
  for (const std::string_view ending : {"ed", "d", "ing", "s", "es"}) {
    if (form.size() < ending.size() + 3 ||
        form.compare(form.size() - ending.size(), ending.size(), ending) != 0)
      continue;
    if (in_class(reading, std::string_view(form).substr(0, form.size() - ending.size()), word_class))
      return true;
  }
  return false;
}

bool is_acting_noun(const Reading& reading, Index noun) {
  const std::string* acting =
      reading.gazetteer.words().find(WordList::acting_nouns, ascii_lower(reading.lemma(noun)));
  return acting != nullptr && *acting != "prefix" && *acting != "backed" && *acting != "blocker";
}

/// "MOSCOW, June 4", "MOSCOW (Reuters) -", "KYIV - ", "(Interfax, Moscow, June 9 2004)": the first words of a
/// sentence that are followed by a mark and not by a verb, or a source in brackets.
bool is_dateline(const Reading& reading, const Draft& draft) {
  const Index next = draft.mention.last;
  const Sentence& sentence = reading.sentence(draft.mention.first);
  if (next >= sentence.last || reading.shape(next) != Shape::mark) return false;
  if (draft.mention.first == sentence.first) {
    const std::string_view mark = reading.word(next);
    if (mark == "(" || mark == "-" || mark == "\u2013" || mark == "\u2014" || mark == "--" || mark == ":" ||
        mark == "/")
      return true;
    return mark == "," && reading.shape(draft.mention.first) == Shape::caps;
  }
  const bool after_comma = reading.word(draft.mention.first - 1) == ",";
  const bool before_date = next + 1 < sentence.last &&
                           (reading.shape(next + 1) == Shape::number ||
                            reading.gazetteer.words().has(WordList::not_names, reading.word(next + 1)));
  return after_comma && reading.word(next) == "," && before_date &&
         reading.label(draft.mention.head) != Dep::conj;
}

/// Sentence positions where a comma and a larger area follow: "Geneva, Switzerland".
bool is_followed_by_area(const Reading& reading, const Draft& draft) {
  const Index next = draft.mention.last;
  return next + 1 < reading.size() && reading.word(next) == "," && reading.capitalised(next + 1) &&
         reading.label(next + 1) == Dep::appos && reading.head(next + 1) == draft.mention.head;
}

bool object_of_government(const Reading& reading, Index verb) {
  if (verb >= reading.size()) return false;
  return !verb_in_class(reading, verb, "act");
}

bool after_preposition(const Reading& reading, const Draft& draft, const std::string& preposition) {
  const Index governor = reading.head(draft.mention.head);
  if (in_class(reading, preposition, "preposition")) return false;
  if (governor >= reading.size()) return preposition == "with" || preposition == "between";
  const std::string_view lemma = reading.lemma(governor);
  if (preposition == "to" || preposition == "from" || preposition == "for" || preposition == "on") {
    const bool verb = reading.upos(governor) == Upos::VERB;
    return verb ? !verb_in_class(reading, governor, "verb") : !in_class(reading, lemma, "noun");
  }
  if (preposition == "of") return !in_class(reading, lemma, "noun") && !in_class(reading, lemma, "city");
  return true;  // with, between, by, against, under, without, like, than ...
}

}  // namespace

bool stands_for_government(const Reading& reading, const Draft& draft) {
  const Index head = draft.mention.head;
  if (is_dateline(reading, draft) || is_followed_by_area(reading, draft)) return false;
  const std::string preposition = reading.preposition(head);
  const Index governor = reading.head(head);
  switch (reading.label(head)) {
    case Dep::nsubj:
    case Dep::nsubj_pass:
    case Dep::nsubj_outer:
    case Dep::obl_agent:
    case Dep::csubj:
    case Dep::iobj:
      return preposition.empty() || after_preposition(reading, draft, preposition);
    case Dep::nmod_poss:
      return governor >= reading.size() || is_acting_noun(reading, governor) ||
             !in_class(reading, reading.lemma(governor), "noun");
    case Dep::obj:
      return object_of_government(reading, governor);
    case Dep::compound:
    case Dep::amod:
    case Dep::nmod_desc:
      return governor < reading.size() && is_acting_noun(reading, governor);
    case Dep::conj: {
      if (!preposition.empty()) return after_preposition(reading, draft, preposition);
      if (governor >= reading.size() || governor >= head) return true;
      Draft first = make_draft(reading, governor, governor + 1);
      return stands_for_government(reading, first);
    }
    case Dep::root:
    case Dep::dep:
    case Dep::obl_unmarked:
    case Dep::nmod_unmarked:
    case Dep::reparandum:
    case Dep::dislocated:
    case Dep::vocative:  // mostly a subject that the parser missed
      return preposition.empty() ? !reading.headline(head) : after_preposition(reading, draft, preposition);
    default:
      return !preposition.empty() && after_preposition(reading, draft, preposition);
  }
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// From matches to drafts, without those that only look like a name: dates, wars, languages.
#include <algorithm>

#include "entities/match.hpp"
#include "entities/names.hpp"

namespace entente {

std::vector<Index> cover_of(const Reading& reading, const std::vector<Draft>& names) {
  std::vector<Index> cover(reading.size(), kNone);
  for (Index i = 0; i < names.size(); ++i)
    for (Index token = names[i].mention.first; token < names[i].mention.last; ++token) cover[token] = i;
  return cover;
}

namespace {

/// "March 14" is a date before it is an alliance.
bool is_date(const Reading& reading, const Match& match) {
  const std::string* found = reading.gazetteer.words().find(WordList::not_names, reading.word(match.first));
  return found != nullptr && *found == "time" && match.last - match.first == 2 &&
         reading.shape(match.first + 1) == Shape::number;
}

bool is_class(const Reading& reading, std::string_view phrase, std::string_view word_class) {
  const std::string* found = reading.gazetteer.words().find(WordList::no_state, phrase);
  return found != nullptr && *found == word_class;
}

/// "Korean War", "Cuban Missile Crisis": one country's name in that of an event. "Iran-Iraq War" names two
/// that fought.
bool is_event(const Reading& reading, const Match& match) {
  const Index end = reading.sentence(match.first).last;
  const bool linked = match.first > reading.sentence(match.first).first &&
                      reading.shape(match.first - 1) == Shape::mark &&
                      reading.word(match.first - 1) != "\"" && reading.word(match.first - 1) != "(";
  if (linked || reading.headline(match.first)) return false;
  for (Index last = match.last + 1; last <= std::min(end, match.last + 2); ++last)
    if (reading.capitalised(last - 1) && reading.capitalised(match.last) &&
        is_class(reading, reading.phrase(match.last, last), "event"))
      return true;
  return false;
}

/// "the Russian language", "Portuguese-speaking", "speaks French and English".
bool is_language(const Reading& reading, const Draft& draft) {
  const auto has_sense = [&](SenseKind kind) {
    return std::any_of(draft.senses.begin(), draft.senses.end(),
                       [&](const Sense& sense) { return sense.kind == kind; });
  };
  if (!has_sense(SenseKind::adjective) || has_sense(SenseKind::name)) return false;
  Index next = draft.mention.last;
  const Index end = reading.sentence(draft.mention.first).last;
  if (next + 1 < end && reading.word(next) == "-") ++next;
  if (next < end && (is_class(reading, reading.lower(next), "thing") ||
                     is_class(reading, ascii_lower(reading.lemma(next)), "thing")))
    return true;
  Index head = draft.mention.head;
  if (reading.label(head) == Dep::amod && reading.head(head) < reading.size() &&
      is_class(reading, ascii_lower(reading.lemma(reading.head(head))),
               "thing"))  // "Swedish and Irish tourists"
    return true;
  if (reading.preposition(head) == "in" && reading.children(head).size() == 1 &&
      reading.upos(head) != Upos::ADJ)  // "said in English"
    return true;
  for (int up = 0; up < 4 && reading.label(head) == Dep::conj && reading.head(head) < head; ++up)
    head = reading.head(head);
  const Index governor = reading.head(head);
  const bool object = reading.label(head) == Dep::obj || reading.label(head) == Dep::obl;
  return object && governor < reading.size() &&
         is_class(reading, ascii_lower(reading.lemma(governor)), "speak");
}

}  // namespace

std::vector<Draft> known_names(const Reading& reading) {
  std::vector<Draft> names;
  for (const Match& match : match_names(reading.document.text, reading.tokens, reading.gazetteer)) {
    if (is_date(reading, match) || is_event(reading, match)) continue;
    Draft draft = make_draft(reading, match.first, match.last);
    draft.senses = reading.gazetteer.senses(match.value);
    if (is_language(reading, draft)) continue;
    names.push_back(std::move(draft));
  }
  return names;
}

}  // namespace entente

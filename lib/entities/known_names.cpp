// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// From matches to drafts.
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

}  // namespace

std::vector<Draft> known_names(const Reading& reading) {
  std::vector<Draft> names;
  for (const Match& match : match_names(reading.document.text, reading.tokens, reading.gazetteer)) {
    if (is_date(reading, match)) continue;
    Draft draft = make_draft(reading, match.first, match.last);
    draft.senses = reading.gazetteer.senses(match.value);
    names.push_back(std::move(draft));
  }
  return names;
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Every acting noun that is not inside a name is asked whom it acts for.
#include "entities/lift.hpp"

#include <utility>

#include "entities/actors.hpp"
#include "entities/names.hpp"

namespace entente {

std::vector<Draft> find_officials(const Reading& reading, const std::vector<Draft>& names) {
  const std::vector<Index> cover = cover_of(reading, names);
  const ActorFinder finder(reading, names, cover);
  std::vector<Draft> officials;
  for (Index token = 0; token < reading.size(); ++token) {
    if (cover[token] != kNone || finder.acting_class(token).empty()) continue;
    const Index next = token + 1;  // "army base", "border guard post": the head of the phrase decides
    const bool modifier = (reading.label(token) == Dep::compound || reading.label(token) == Dep::amod) &&
                          next < reading.size() && reading.head(token) == next;
    if (modifier) continue;
    ActingPhrase phrase = finder.of_noun(token);
    if (phrase.actors.empty()) continue;
    Draft draft = make_draft(reading, phrase.first, phrase.last);
    draft.mention.head = token;
    draft.mention.kind = MentionKind::official;
    draft.mention.actors = std::move(phrase.actors);
    officials.push_back(std::move(draft));
  }
  return officials;
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Every acting noun that is not inside a name is asked whom it acts for.
#include "entities/lift.hpp"

#include <utility>

#include "entities/actors.hpp"
#include "entities/names.hpp"

namespace entente {

namespace {

/// "Sukhoi jets" are made by the company, not sent by it.
bool is_product(std::string_view acting_class, const std::vector<Index>& actors,
                const EntityTable& entities) {
  return (acting_class == "equipment" || acting_class == "force") &&
         entities[actors.front()].type == EntityType::company;
}

}  // namespace

std::vector<Draft> find_officials(const Reading& reading, const std::vector<Draft>& names,
                                  const EntityTable& entities) {
  const std::vector<Index> cover = cover_of(reading, names);
  const ActorFinder finder(reading, names, cover);
  std::vector<Draft> officials;
  for (Index token = 0; token < reading.size(); ++token) {
    if (cover[token] != kNone || finder.acting_class(token).empty()) continue;
    const Index next = token + 1;  // "army base", "border guard post": the head of the phrase decides
    const bool modifier = (reading.label(token) == Dep::compound || reading.label(token) == Dep::amod) &&
                          next < reading.size() && reading.head(token) == next &&
                          reading.parse.xpos[token] != Xpos::NNS && reading.upos(next) != Upos::VERB;
    if (modifier) continue;
    ActingPhrase phrase = finder.of_noun(token);
    if (phrase.actors.empty() || is_product(finder.acting_class(token), phrase.actors, entities)) continue;
    Draft draft = make_draft(reading, phrase.first, phrase.last);
    draft.mention.head = token;
    draft.mention.kind = MentionKind::official;
    draft.mention.actors = std::move(phrase.actors);
    officials.push_back(std::move(draft));
  }
  return officials;
}

std::vector<Draft> find_borders(const Reading& reading, const std::vector<Draft>& names,
                                EntityTable& entities) {
  std::vector<Draft> borders;
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    const Mention& left = names[i].mention;
    const Mention& right = names[i + 1].mention;
    const Index noun = right.last;
    const std::string_view link = right.first == left.last + 1 ? reading.word(left.last) : std::string_view();
    if ((link != "-" && link != "\u2013" && link != "/") || noun >= reading.size()) continue;
    const bool countries = left.actors.size() == 1 && right.actors.size() == 1 && left.actors != right.actors;
    const std::string* word_class =
        reading.gazetteer.words().find(WordList::designators, reading.lower(noun));
    if (!countries || word_class == nullptr || word_class->find("border") == std::string::npos) continue;
    Draft draft = make_draft(reading, left.first, noun + 1);
    draft.mention.head = noun;
    draft.type = EntityType::place;
    draft.name = std::string(reading.text(left.first, noun + 1));
    draft.mention.entity = entities.named(EntityType::place, draft.name);
    borders.push_back(std::move(draft));
  }
  return borders;
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The story of the stage: match, recognise, choose senses, link, lift, resolve, put in order.
#include "entities/mentions.hpp"

#include <utility>

#include "entities/assemble.hpp"
#include "entities/coref.hpp"
#include "entities/entity_table.hpp"
#include "entities/lift.hpp"
#include "entities/link.hpp"
#include "entities/names.hpp"
#include "entities/reading.hpp"
#include "entities/senses.hpp"
#include "entities/topic.hpp"

namespace entente {

Mentions find_mentions(const Document& document, const Tokens& tokens, const Parse& parse,
                       const Gazetteer& gazetteer, std::span<const NameLabel> recognised) {
  const Reading reading(document, tokens, parse, gazetteer, recognised);
  EntityTable entities(gazetteer);

  std::vector<Draft> names = known_names(reading);
  const Votes votes = count_votes(reading, names);
  choose_senses(reading, votes, names);
  names = with_designated(reading, std::move(names));
  names = with_short_names(reading, std::move(names));
  names = with_persons(reading, std::move(names));
  names = with_recognised(reading, std::move(names));
  names = with_namesakes(reading, std::move(names));
  link_names(reading, names, entities);
  link_persons(reading, votes, names, entities);

  std::vector<Draft> borders = find_borders(reading, names, entities);
  std::vector<Draft> officials = find_officials(reading, names, entities);
  name_office_holders(reading, officials, entities);
  std::vector<Draft> references = resolve_references(reading, names, officials, entities);
  const Index topic = reading.topic == kNone ? kNone : entities.known(reading.topic);
  Mentions found = assemble(
      reading, {std::move(names), std::move(borders), std::move(officials), std::move(references)}, entities);
  found.topic = topic;
  if (topic != kNone) add_omitted(reading, topic, found.mentions);
  return found;
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Everything but persons: the entry chosen before gives the entity; `of` gives actor and location.
#include "entities/link.hpp"

#include <algorithm>

namespace entente {
namespace {

constexpr EntityTypes kActingBodies = bits(EntityType::government_body, EntityType::armed_force);
constexpr EntityTypes kPlaces = bits(EntityType::place, EntityType::facility, EntityType::territory);

/// Up the chain of owners to the first that acts for itself; kNone when there is none.
Index acting_owner(const Gazetteer& gazetteer, Index entry) {
  for (int depth = 0; depth < 4 && entry != kNone; ++depth) {
    if (has(kActors, gazetteer.entry(entry).type)) return entry;
    entry = gazetteer.entry(entry).of;
  }
  return kNone;
}

void link_known(const Reading& reading, Draft& draft, EntityTable& entities) {
  const GazetteerEntry& entry = reading.gazetteer.entry(draft.entry);
  Mention& mention = draft.mention;
  mention.entity = entities.known(draft.entry);
  if (draft.place_only) {
    mention.location = mention.entity;
    return;
  }
  if (has(kActors, entry.type)) mention.actors = {mention.entity};
  const Index owner = acting_owner(reading.gazetteer, entry.of);
  if (owner == kNone) return;
  if (has(kActingBodies, entry.type)) mention.actors = {entities.known(owner)};
  if (has(kPlaces, entry.type))
    mention.location = entities.known(reading.gazetteer.state_at(owner, reading.year_at(mention.first)));
}

/// "Navy" of Russia is the "Russian Navy".
std::string full_name(const Reading& reading, const Draft& draft) {
  if (draft.owner == kNone || !has(kActingBodies, draft.type)) return draft.name;
  const GazetteerEntry& owner = reading.gazetteer.entry(draft.owner);
  const std::string& adjective = owner.adjective.empty() ? owner.name : owner.adjective;
  const bool named =
      draft.name.find(adjective) != std::string::npos || draft.name.find(owner.name) != std::string::npos;
  return named ? draft.name : adjective + " " + draft.name;
}

void link_unknown(const Reading& reading, Draft& draft, EntityTable& entities) {
  Mention& mention = draft.mention;
  mention.entity = entities.named(draft.type, full_name(reading, draft));
  if (has(kActors, draft.type)) mention.actors = {mention.entity};
  const Index owner = acting_owner(reading.gazetteer, draft.owner);
  if (owner == kNone) return;
  if (has(kActingBodies, draft.type)) mention.actors = {entities.known(owner)};
  if (has(kPlaces, draft.type)) mention.location = entities.known(owner);
}

}  // namespace

void link_names(const Reading& reading, std::vector<Draft>& names, EntityTable& entities) {
  for (Draft& draft : names) {
    if (draft.type == EntityType::person) continue;
    if (draft.entry != kNone) {
      link_known(reading, draft, entities);
    } else if (!draft.name.empty()) {
      link_unknown(reading, draft, entities);
    }
    if (draft.mention.entity != kNone && !draft.place_only)
      entities.add_alias(draft.mention.entity, reading.text(draft.name_first, draft.name_last));
  }
  names.erase(std::remove_if(
                  names.begin(), names.end(),
                  [](const Draft& d) { return d.type != EntityType::person && d.mention.entity == kNone; }),
              names.end());
}

}  // namespace entente

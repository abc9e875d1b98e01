// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/facts.hpp"
#include "entities/gazetteer.hpp"

namespace entente {

/// The entities of one document while they are being collected.
class EntityTable {
 public:
  explicit EntityTable(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  /// The entity for an entry of the gazetteer, added at its first use.
  Index known(Index entry);
  /// The entity with that type and canonical name; its id is made from them.
  Index named(EntityType type, const std::string& name);
  /// The gazetteer entry of an entity, or kNone.
  Index entry_of(Index entity) const { return entries_[entity]; }
  const Entity& operator[](Index entity) const { return entities_[entity]; }
  Index size() const { return static_cast<Index>(entities_.size()); }
  /// Notes how the text writes the entity.
  void add_alias(Index entity, std::string_view form);
  /// A fuller name was found later.
  void rename(Index entity, const std::string& name);
  /// Where a place lies, or whom a body or person acts for: entities, in order, each once.
  std::vector<Index>& actors(Index entity) { return actors_[entity]; }
  void add_actor(Index entity, Index actor);
  /// Moves the entities out, aliases sorted.
  std::vector<Entity> take();

 private:
  Index add(Entity entity, Index entry);

  const Gazetteer& gazetteer_;
  std::vector<Entity> entities_;
  std::vector<Index> entries_;
  std::vector<std::vector<Index>> actors_;
  std::unordered_map<std::string, Index> by_id_;
};

}  // namespace entente

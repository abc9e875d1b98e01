// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Ids of known entities come from the gazetteer; those of others are `type:slug`.
#include "entities/entity_table.hpp"

#include <algorithm>
#include <utility>

#include "entities/name_key.hpp"

namespace entente {
namespace {

std::string_view id_prefix(EntityType type) {
  switch (type) {
    case EntityType::country:
      return "country";
    case EntityType::territory:
      return "territory";
    case EntityType::region:
      return "region";
    case EntityType::place:
      return "place";
    case EntityType::igo:
      return "igo";
    case EntityType::government_body:
      return "body";
    case EntityType::armed_force:
      return "force";
    case EntityType::armed_group:
      return "group";
    case EntityType::person:
      return "person";
    case EntityType::company:
      return "company";
    case EntityType::organization:
      return "org";
    case EntityType::facility:
      return "facility";
    case EntityType::agreement:
      return "agreement";
  }
  return "entity";
}

}  // namespace

Index EntityTable::add(Entity entity, Index entry) {
  const Index index = size();
  by_id_.emplace(entity.id, index);
  entities_.push_back(std::move(entity));
  entries_.push_back(entry);
  actors_.emplace_back();
  return index;
}

Index EntityTable::known(Index entry) {
  const GazetteerEntry& source = gazetteer_.entry(entry);
  const auto found = by_id_.find(source.id);
  if (found != by_id_.end()) return found->second;
  return add({.id = source.id, .type = source.type, .name = source.name, .aliases = {}, .code = source.code},
             entry);
}

Index EntityTable::named(EntityType type, const std::string& name) {
  std::string id = std::string(id_prefix(type)) + ":" + slug(name);
  const auto found = by_id_.find(id);
  if (found != by_id_.end()) return found->second;
  return add({.id = std::move(id), .type = type, .name = name, .aliases = {}, .code = {}}, kNone);
}

void EntityTable::add_alias(Index entity, std::string_view form) {
  Entity& target = entities_[entity];
  if (form == target.name) return;
  if (std::find(target.aliases.begin(), target.aliases.end(), form) == target.aliases.end())
    target.aliases.emplace_back(form);
}

void EntityTable::rename(Index entity, const std::string& name) {
  Entity& target = entities_[entity];
  const std::string id = std::string(id_prefix(target.type)) + ":" + slug(name);
  if (name == target.name || by_id_.count(id) > 0) return;
  std::string old = std::exchange(target.name, name);
  by_id_.erase(target.id);
  target.id = id;
  by_id_.emplace(target.id, entity);
  add_alias(entity, old);
}

void EntityTable::add_actor(Index entity, Index actor) {
  auto& list = actors_[entity];
  if (std::find(list.begin(), list.end(), actor) == list.end()) list.push_back(actor);
}

std::vector<Entity> EntityTable::take() {
  for (Entity& entity : entities_) std::sort(entity.aliases.begin(), entity.aliases.end());
  return std::move(entities_);
}

}  // namespace entente

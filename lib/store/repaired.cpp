// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The log is played from its first line; later lines win. A document's entities are corrected one by one,
// then those with one id are joined and assertions renumbered.
#include <algorithm>

#include "store/repairs.hpp"

namespace entente::store {
namespace {

constexpr const char* kLog =
    "SELECT kind, entity, into_entity, document, alias, made_at, type, name, code FROM repairs ORDER BY "
    "number";

bool has_log(const Database& database) {
  return database.number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'repairs'") > 0;
}

Repair repair_of(const Statement& row) {
  return {row.string(0), row.string(1), row.string(2), row.string(3), row.string(4), row.string(5)};
}

void add_name(Entity& entity, const std::string& name) {
  if (name != entity.name &&
      std::find(entity.aliases.begin(), entity.aliases.end(), name) == entity.aliases.end())
    entity.aliases.push_back(name);
}

}  // namespace

std::vector<Repair> read_log(const Database& database) {
  std::vector<Repair> log;
  if (!has_log(database)) return log;
  for (Statement rows = database.prepare(kLog); rows.step();) log.push_back(repair_of(rows));
  return log;
}

Repaired::Repaired(const Database& database) {
  if (!has_log(database)) return;
  for (Statement rows = database.prepare(kLog); rows.step();) {
    Repair repair = repair_of(rows);
    Target target{repair.into, rows.string(6), rows.string(7), rows.string(8)};
    take(repair, std::move(target));
  }
}

void Repaired::take(const Repair& repair, Target target) {
  if (repair.kind == "merge") {
    into_[repair.entity] = std::move(target);
  } else if (repair.kind == "split") {
    split_[{repair.document, repair.entity}] = repair.into;
  } else if (repair.kind == "alias") {
    aliases_[repair.entity].push_back(repair.alias);
  } else if (repair.kind == "undo") {
    into_.erase(repair.entity);
    for (auto at = into_.begin(); at != into_.end();)
      at = at->second.id == repair.entity ? into_.erase(at) : std::next(at);
  }
}

std::string Repaired::final_id(std::string id) const {
  for (auto next = into_.find(id); next != into_.end(); next = into_.find(id)) id = next->second.id;
  return id;  // merge() lets no circle arise
}

bool Repaired::made_by_split(const std::string& id) const {
  return std::any_of(split_.begin(), split_.end(), [&](const auto& split) { return split.second == id; });
}

bool Repaired::correct(const std::string& document, Entity& entity) const {
  bool changed = false;
  if (const auto other = split_.find({document, entity.id}); other != split_.end()) {
    entity.id = other->second;
    changed = true;
  }
  for (auto next = into_.find(entity.id); next != into_.end(); next = into_.find(entity.id)) {
    const Target& target = next->second;
    entity.id = target.id;
    if (const auto type = entity_type(target.type)) entity.type = *type;
    entity.code = target.code;
    const std::string old = std::exchange(entity.name, target.name);
    add_name(entity, old);
    changed = true;
  }
  if (const auto names = aliases_.find(entity.id); names != aliases_.end()) {
    for (const std::string& name : names->second) add_name(entity, name);
    changed = true;
  }
  if (changed) std::sort(entity.aliases.begin(), entity.aliases.end());
  return changed;
}

void Repaired::apply(Extraction& extraction) const {
  if (into_.empty() && split_.empty() && aliases_.empty()) return;
  bool changed = false;
  for (Entity& entity : extraction.entities) changed = correct(extraction.document.id, entity) || changed;
  if (!changed) return;
  std::map<std::string, Index> first;
  std::vector<Index> place;
  std::vector<Entity> kept;
  for (Entity& entity : extraction.entities) {
    const auto [at, fresh] = first.emplace(entity.id, static_cast<Index>(kept.size()));
    place.push_back(at->second);
    if (fresh) {
      kept.push_back(std::move(entity));
      continue;
    }
    Entity& same = kept[at->second];
    for (const std::string& alias : entity.aliases) add_name(same, alias);
    std::sort(same.aliases.begin(), same.aliases.end());
  }
  extraction.entities = std::move(kept);
  auto& assertions = extraction.assertions;
  for (Assertion& assertion : assertions) {
    assertion.subject = place[assertion.subject];
    assertion.object = place[assertion.object];
  }
  assertions.erase(
      std::remove_if(assertions.begin(), assertions.end(),
                     [](const Assertion& assertion) { return assertion.subject == assertion.object; }),
      assertions.end());
}

}  // namespace entente::store

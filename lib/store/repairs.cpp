// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The log is a table of its own, made with the first repair, so that stores of older versions can have one.
#include "store/repairs.hpp"

#include "store/schema.hpp"

namespace entente {
namespace {

constexpr const char* kTable =
    "CREATE TABLE IF NOT EXISTS repairs (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, entity TEXT NOT "
    "NULL, "
    "into_entity TEXT NOT NULL, document TEXT NOT NULL, alias TEXT NOT NULL, type TEXT NOT NULL, name TEXT "
    "NOT NULL, "
    "code TEXT NOT NULL, made_at TEXT NOT NULL)";
constexpr const char* kInsert =
    "INSERT INTO repairs (kind, entity, into_entity, document, alias, made_at, type, name, code) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kDescription =
    "SELECT m.type, m.name, m.code FROM document_entities m JOIN entities e ON e.number = m.entity "
    "JOIN documents d ON d.number = m.document WHERE e.id = ? ORDER BY d.id, m.position LIMIT 1";
constexpr const char* kNamedIn =
    "SELECT 1 FROM document_entities m JOIN entities e ON e.number = m.entity "
    "JOIN documents d ON d.number = m.document WHERE e.id = ? AND d.id = ?";

/// What a store says of an entity.
struct Description {
  std::string type, name, code;
};

}  // namespace

struct Repairs::State {
  store::Database database;
  std::function<std::string()> clock;

  /// QueryError when no document names it and no split made it.
  Description describe(const std::string& id) const {
    store::Statement row = database.prepare(kDescription);
    row.bind(0, std::string_view(id));
    if (row.step()) return {row.string(0), row.string(1), row.string(2)};
    const auto tilde = id.rfind('~');
    if (tilde == std::string::npos || !store::Repaired(database).made_by_split(id))
      throw QueryError("no entity \"" + id + "\" in " + database.file());
    return describe(id.substr(0, tilde));
  }
  void write(const Repair& repair, const Description& about) {
    const std::string now = clock();
    store::Statement row = database.prepare(kInsert);
    const std::string* const cells[] = {&repair.kind,     &repair.entity, &repair.into,
                                        &repair.document, &repair.alias,  &now,
                                        &about.type,      &about.name,    &about.code};
    int column = 0;
    for (const std::string* cell : cells) row.bind(column++, std::string_view(*cell));
    row.run();
  }
};

Repairs::Repairs(const std::string& path, std::function<std::string()> clock)
    : state_(new State{store::open_store(path, false), clock ? std::move(clock) : store::system_time}) {
  if (state_->database.read_only()) throw IoError("cannot write " + path + ": it is read-only");
  state_->database.run(kTable);
}

Repairs::~Repairs() = default;
Repairs::Repairs(Repairs&&) noexcept = default;
Repairs& Repairs::operator=(Repairs&&) noexcept = default;

void Repairs::merge(std::string_view entity, std::string_view into) {
  store::Transaction transaction(state_->database);
  const store::Repaired repaired(state_->database);
  const std::string from = repaired.final_id(std::string(entity));
  const std::string to = repaired.final_id(std::string(into));
  if (from == to)
    throw QueryError("\"" + std::string(entity) + "\" and \"" + std::string(into) + "\" are one already");
  state_->describe(from);
  state_->write({"merge", from, to, {}, {}, {}}, state_->describe(to));
  transaction.commit();
}

std::string Repairs::split(std::string_view entity, const std::vector<std::string>& documents) {
  store::Transaction transaction(state_->database);
  const std::string id(entity);
  const Description about = state_->describe(id);
  const store::Repaired repaired(state_->database);
  int number = 2;
  while (repaired.made_by_split(id + "~" + std::to_string(number))) ++number;
  const std::string other = id + "~" + std::to_string(number);
  for (const std::string& document : documents) {
    store::Statement named = state_->database.prepare(kNamedIn);
    named.bind(0, std::string_view(id)).bind(1, std::string_view(document));
    if (!named.step()) throw QueryError("no document \"" + document + "\" that names \"" + id + "\"");
    state_->write({"split", id, other, document, {}, {}}, about);
  }
  transaction.commit();
  return other;
}

bool Repairs::undo_merges(std::string_view entity) {
  store::Transaction transaction(state_->database);
  const std::string id(entity);
  const store::Repaired repaired(state_->database);
  bool any = repaired.merged(id);
  for (const Repair& repair : store::read_log(state_->database))
    any = any || (repair.kind == "merge" && repair.into == id && repaired.merged(repair.entity));
  if (any) state_->write({"undo", id, {}, {}, {}, {}}, {});
  transaction.commit();
  return any;
}

void Repairs::add_alias(std::string_view entity, std::string_view alias) {
  store::Transaction transaction(state_->database);
  const std::string id = store::Repaired(state_->database).final_id(std::string(entity));
  state_->write({"alias", id, {}, {}, std::string(alias), {}}, state_->describe(id));
  transaction.commit();
}

std::vector<Repair> Repairs::log() const {
  return store::read_log(state_->database);
}

}  // namespace entente

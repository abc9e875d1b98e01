// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The tables. Rows of a document refer to it by number and to entities by number; `statements` shows all of
// it by name to whoever opens the file with another SQLite program. Event time (assertions.time), report time
// (documents.date) and ingest time (documents.ingested_at) are kept apart.
#include "store/schema.hpp"

#include "entente/error.hpp"

namespace entente::store {
namespace {

constexpr const char* kSchema = R"sql(
CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  date TEXT NOT NULL,
  outlet TEXT NOT NULL,
  url TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  packed INTEGER NOT NULL,
  text BLOB NOT NULL,
  ingested_at TEXT NOT NULL
);
CREATE TABLE entities (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
);
CREATE TABLE document_entities (
  document INTEGER NOT NULL REFERENCES documents,
  position INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entities,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;
CREATE TABLE aliases (
  document INTEGER NOT NULL REFERENCES documents,
  position INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  alias TEXT NOT NULL,
  PRIMARY KEY (document, position, ordinal)
) WITHOUT ROWID;
CREATE TABLE assertions (
  document INTEGER NOT NULL REFERENCES documents,
  position INTEGER NOT NULL,
  subject INTEGER NOT NULL REFERENCES entities,
  type TEXT NOT NULL,
  object INTEGER NOT NULL REFERENCES entities,
  phase TEXT NOT NULL,
  factuality TEXT NOT NULL,
  domain TEXT NOT NULL,
  time TEXT NOT NULL,
  place TEXT NOT NULL,
  facility TEXT NOT NULL,
  detail TEXT NOT NULL,
  via TEXT NOT NULL,
  source TEXT NOT NULL,
  sentence_begin INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  trigger_begin INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL,
  subject_begin INTEGER NOT NULL,
  subject_end INTEGER NOT NULL,
  object_begin INTEGER NOT NULL,
  object_end INTEGER NOT NULL,
  score REAL NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;
CREATE TABLE merges (
  entity TEXT PRIMARY KEY,
  into_entity TEXT NOT NULL,
  note TEXT NOT NULL,
  merged_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE VIEW statements AS
  SELECT d.id AS document, d.date AS reported, d.outlet, s.id AS subject, a.type, o.id AS object, a.phase,
         a.factuality, a.domain, a.time, a.place, a.facility, a.detail, a.via, a.source, a.score, a.rule,
         a.sentence_begin, a.sentence_end
  FROM assertions a
  JOIN documents d ON d.number = a.document
  JOIN entities s ON s.number = a.subject
  JOIN entities o ON o.number = a.object;
)sql";

void create_tables(Database& database) {
  Transaction transaction(database);
  // Another process may have been faster.
  if (database.number("PRAGMA application_id") == 0) {
    database.run(kSchema);
    database.run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    database.run(("PRAGMA user_version = " + std::to_string(kSchemaVersion)).c_str());
  }
  transaction.commit();
}

bool is_empty(const Database& database) {
  return database.number("PRAGMA application_id") == 0 && database.number("PRAGMA user_version") == 0 &&
         database.number("SELECT count(*) FROM sqlite_schema") == 0;
}

}  // namespace

Database open_store(const std::string& file, bool create) {
  Database database(file, create);
  if (is_empty(database)) {
    if (!create) throw DataError(file, 0, "this is not an Entente store: the file is empty");
    create_tables(database);
  }
  if (database.number("PRAGMA application_id") != kApplicationId)
    throw DataError(file, 0, "this is an SQLite database, but not an Entente store");
  const std::int64_t version = database.number("PRAGMA user_version");
  if (version > kSchemaVersion)
    throw DataError(file, 0,
                    "the store was written by a newer version of Entente (schema " + std::to_string(version) +
                        ", this version knows " + std::to_string(kSchemaVersion) + ")");
  return database;
}

}  // namespace entente::store

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The tables (lib/store/README.md tells them). Rows of a document refer to it by number and to entities by
// number; `statements` shows all of it by name to whoever opens the file with another SQLite program. Event
// time (assertions.time), report time (documents.date) and ingest time (documents.ingested_at) are kept
// apart.
#include "store/schema.hpp"

#include <fmt/format.h>

#include <array>
#include <ctime>

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
  ingested_at TEXT NOT NULL,
  searchable INTEGER NOT NULL DEFAULT 0
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
CREATE VIEW statements AS
  SELECT d.id AS document, d.date AS reported, d.outlet, s.id AS subject, a.type, o.id AS object, a.phase,
         a.factuality, a.domain, a.time, a.place, a.facility, a.detail, a.via, a.source, a.score, a.rule,
         a.sentence_begin, a.sentence_end
  FROM assertions a
  JOIN documents d ON d.number = a.document
  JOIN entities s ON s.number = a.subject
  JOIN entities o ON o.number = a.object;
)sql";

/// New in version 2: a name for the state of the store, full-text search over evidence. Also part of
/// a new store.
constexpr const char* kSecondVersion = R"sql(
CREATE TABLE state (revision TEXT NOT NULL);
INSERT INTO state VALUES (lower(hex(randomblob(16))));
CREATE TABLE sentences (
  number INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents,
  sentence_begin INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL
);
CREATE INDEX sentences_of_document ON sentences (document);
CREATE VIRTUAL TABLE search USING fts5 (sentence, content = '', tokenize = 'unicode61 remove_diacritics 2');
)sql";

/// What makes a store of version i + 1 one of version i + 2. Version 3 has no table `merges`: nothing was
/// ever written to it, the log of repairs tells who is who.
constexpr std::array<std::array<const char*, 2>, 2> kMigrations = {
    {{"ALTER TABLE documents ADD COLUMN searchable INTEGER NOT NULL DEFAULT 0", kSecondVersion},
     {"DROP TABLE IF EXISTS merges", ""}}};
static_assert(kMigrations.size() + 1 == kSchemaVersion);

void set_version(Database& database) {
  database.run(("PRAGMA user_version = " + std::to_string(kSchemaVersion)).c_str());
}

/// Step by step, all in one transaction: a store is of one version or the other.
void migrate(Database& database) {
  Transaction transaction(database);
  const std::int64_t version =
      database.number("PRAGMA user_version");  // another process may have been faster
  for (std::int64_t step = version; step < kSchemaVersion; ++step)
    for (const char* sql : kMigrations[static_cast<std::size_t>(step - 1)]) database.run(sql);
  set_version(database);
  transaction.commit();
}

void create_tables(Database& database) {
  database.run("PRAGMA page_size = 8192");  // rows of documents are long
  Transaction transaction(database);
  // Another process may have been faster.
  if (database.number("PRAGMA application_id") == 0) {
    database.run(kSchema);
    database.run(kSecondVersion);
    database.run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    set_version(database);
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
  database.run(create ? "PRAGMA cache_size = -65536" : "PRAGMA cache_size = -16384");  // KiB
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
  if (version < 1) throw DataError(file, 0, "the store is damaged: it has no version");
  if (create && version < kSchemaVersion && !database.read_only()) migrate(database);
  if (create && !database.read_only()) database.write_ahead();
  return database;
}

std::string system_time() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                     utc.tm_hour, utc.tm_min, utc.tm_sec);
}

}  // namespace entente::store

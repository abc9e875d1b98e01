// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What validate() finds in stores that were tampered with, and that older stores are brought up to date.
#include <sys/wait.h>
#include <unistd.h>

#include "catch.hpp"
#include "entente/store.hpp"
#include "store/schema.hpp"
#include "support/articles.hpp"
#include "support/temporary_folder.hpp"

using namespace entente;
using testing::TemporaryFolder;

namespace {

/// Takes out what versions after `version` brought.
void make_version(int version, const std::string& file) {
  const store::Database database(file, false);
  database.run(
      "CREATE TABLE merges (entity TEXT PRIMARY KEY, into_entity TEXT NOT NULL, note TEXT NOT NULL, "
      "merged_at "
      "TEXT NOT NULL) WITHOUT ROWID; PRAGMA user_version = 2");
  if (version == 1)
    database.run(
        "DROP TABLE search; DROP TABLE sentences; DROP TABLE state; ALTER TABLE documents DROP COLUMN "
        "searchable; PRAGMA user_version = 1");
}

std::int64_t tables_called(const std::string& name, const std::string& file) {
  return store::Database(file, false)
      .number(("SELECT count(*) FROM sqlite_schema WHERE name = '" + name + "'").c_str());
}

std::vector<Extraction> all_of(const Store& store) {
  std::vector<Extraction> list;
  store.visit([&](const Extraction& said) { list.push_back(said); });
  return list;
}

}  // namespace

TEST_CASE("A store as it is made has no problems") {
  const TemporaryFolder folder;
  Store store(folder.file("world.db"));
  store.add(testing::random_extractions(2));
  CHECK(store.validate().empty());
  store.add(load_world(ENTENTE_SOURCE_DIR "/data/world"));
  CHECK(store.validate().empty());
}

TEST_CASE("What somebody changed is found") {
  struct Damage {
    const char* sql;
    const char* message;
  };
  const auto damage = GENERATE(values<Damage>({
      {"UPDATE documents SET date = '1999' WHERE id = 'doc102'", "hash"},
      {"UPDATE documents SET text = zeroblob(20), packed = 1 WHERE id = 'doc102'", "no readable text"},
      {"UPDATE assertions SET sentence_end = 100000 WHERE position = 0", "outside of the text"},
      {"UPDATE assertions SET sentence_begin = -1 WHERE position = 0", "outside of the text"},
      {"UPDATE assertions SET trigger_begin = 0, trigger_end = 0 WHERE position = 1", "hold its trigger"},
      {"UPDATE assertions SET subject_begin = 0, subject_end = 1 WHERE position = 1", "hold its subject"},
      {"UPDATE assertions SET object_begin = 0, object_end = 1 WHERE position = 1", "hold its object"},
      {"UPDATE assertions SET sentence_end = sentence_begin WHERE position = 1", "quotes nothing"},
      {"UPDATE assertions SET score = 1.5 WHERE position = 1", "score"},
      {"UPDATE assertions SET type = 'befriends' WHERE position = 1", "unknown type"},
      {"DELETE FROM assertions WHERE position = 0", "before it is missing"},
      {"INSERT INTO entities (id) VALUES ('XYZ')", "no document names"},
      {"PRAGMA foreign_keys = OFF; DELETE FROM entities WHERE id = 'E10'", "not there"},
      {"UPDATE assertions SET subject = (SELECT number FROM entities WHERE id NOT IN (SELECT e.id FROM "
       "entities e JOIN "
       "document_entities d ON d.entity = e.number WHERE d.document = assertions.document) LIMIT 1) WHERE "
       "subject IS "
       "NOT NULL AND EXISTS (SELECT 1 FROM entities WHERE id NOT IN (SELECT e.id FROM entities e JOIN "
       "document_entities "
       "d ON d.entity = e.number WHERE d.document = assertions.document))",
       "about nobody"},
  }));
  CAPTURE(damage.sql);
  const TemporaryFolder folder;
  const std::string file = folder.file("world.db");
  Store(file).add(testing::random_extractions(2, {10, 8, 8}));
  store::Database(file, false).run(damage.sql);
  const Store store(file, {.mode = StoreMode::read, .clock = {}});
  const auto problems = store.validate();
  REQUIRE_FALSE(problems.empty());
  CHECK_THAT(problems[0].message, Catch::Contains(damage.message));
  CHECK(store.validate(1).size() == 1);
}

TEST_CASE("An older store is read as it is and brought up to date when it is written") {
  const TemporaryFolder folder;
  const std::string file = folder.file("world.db");
  Store(file).add(testing::random_extractions(2));
  const auto before = all_of(Store(file));
  const int version = GENERATE(1, 2);
  CAPTURE(version);
  make_version(version, file);
  {
    const Store old(file, {.mode = StoreMode::read, .clock = {}});
    CHECK(all_of(old).size() == before.size());
    CHECK(old.search("E10").size() > 1);
    CHECK(old.validate().empty());
  }
  CHECK(store::Database(file, false).number("PRAGMA user_version") == version);
  CHECK(tables_called("merges", file) == 1);
  Store store(file);
  CHECK(store::Database(file, false).number("PRAGMA user_version") == store::kSchemaVersion);
  CHECK(tables_called("merges", file) == 0);
  CHECK(all_of(store).size() == before.size());
  CHECK(store.search("E10").size() > 1);
  CHECK(store.remove("doc102"));
  CHECK(store.validate().empty());
}

TEST_CASE("Readers go on with what they began with while somebody writes") {
  const TemporaryFolder folder;
  const std::string file = folder.file("world.db");
  const auto extractions = testing::random_extractions(2, {30, 6, 10});
  Store writer(file);
  writer.add({extractions.begin(), extractions.begin() + 10});
  const Store reader(file, {.mode = StoreMode::read, .clock = {}});
  std::size_t seen = 0;
  reader.visit([&](const Extraction&) {
    if (seen++ == 3) {
      writer.add({extractions.begin() + 10, extractions.end()});
      writer.remove("doc108");
    }
  });
  CHECK(seen == 10);
  CHECK(all_of(reader).size() == 29);
}

TEST_CASE("At rest a store is one file") {
  const TemporaryFolder folder;
  const std::string file = folder.file("world.db");
  {
    Store store(file);
    store.add(testing::random_extractions(2));
    store.search("E10");
  }
  CHECK_FALSE(std::filesystem::exists(file + "-wal"));
  CHECK_FALSE(std::filesystem::exists(file + "-shm"));
  CHECK_FALSE(std::filesystem::exists(file + "-journal"));
}

TEST_CASE("Whoever reads while a build writes sees whole batches") {
  const TemporaryFolder folder;
  const std::string file = folder.file("world.db");
  constexpr std::size_t kBatch = 5;
  const auto documents = testing::random_extractions(3, {100, 8, 10});
  { const Store made(file); }
  const pid_t writer = fork();
  REQUIRE(writer >= 0);
  if (writer == 0) {
    Store store(file);
    for (auto batch = documents.begin(); batch != documents.end(); batch += kBatch)
      store.add({batch, batch + kBatch});
    _exit(0);
  }
  std::size_t seen = 0;
  std::size_t looks = 0;
  for (bool writing = true; writing; ++looks) {
    writing = waitpid(writer, nullptr, WNOHANG) == 0;
    const Store reader(file, {.mode = StoreMode::read, .clock = {}});
    const std::size_t now = all_of(reader).size();
    CHECK(now % kBatch == 0);
    CHECK(now >= seen);
    seen = now;
  }
  CHECK(looks > 2);
  CHECK(seen == documents.size());
}

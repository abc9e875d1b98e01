// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// One SQLite file: a batch is one transaction, so a killed process leaves either all of it or nothing
// (sqlite.org/atomiccommit.html). While somebody writes there is a log beside the file, so that others go on
// reading; the last writer takes it away, and the file can be copied or put on a read-only disk.
#include "entente/store.hpp"

#include "store/reader.hpp"
#include "store/repairs.hpp"
#include "store/schema.hpp"
#include "store/search.hpp"
#include "store/state.hpp"
#include "store/validate.hpp"

namespace entente {
namespace {

std::uint64_t count(const store::Database& database, const char* sql) {
  return static_cast<std::uint64_t>(database.number(sql));
}

}  // namespace

Store::Store(const std::string& path, StoreOptions options)
    : state_(std::make_unique<State>(store::open_store(path, options.mode == StoreMode::write), options.mode,
                                     options.clock ? std::move(options.clock) : store::system_time)) {
  if (options.mode == StoreMode::write && state_->database.read_only())
    throw IoError("cannot write " + path + ": it is read-only");
}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store::State::~State() {
  if (mode != StoreMode::write) return;
  // Statements in use keep the log.
  by_hash.reset();
  by_id.reset();
  database.plain_file();
}

AddResult Store::add(const std::vector<Extraction>& batch, AddMode mode) {
  if (state_->mode == StoreMode::read)
    throw IoError("cannot write " + state_->database.file() + ": it was opened for reading");
  AddResult result;
  store::Transaction transaction(state_->database);
  try {
    store::Writer writer(*state_, mode);
    for (const Extraction& extraction : batch) writer.add(extraction, result);
    writer.finish();
    transaction.commit();
  } catch (...) {
    state_->entity_numbers.clear();  // some may have been undone
    state_->by_id.reset();
    state_->by_hash.reset();
    throw;
  }
  return result;
}

bool Store::remove(std::string_view document_id) {
  if (state_->mode == StoreMode::read)
    throw IoError("cannot write " + state_->database.file() + ": it was opened for reading");
  store::Transaction transaction(state_->database);
  store::Writer writer(*state_, AddMode::keep);
  const bool removed = writer.remove(document_id);
  writer.finish();
  transaction.commit();
  return removed;
}

bool Store::has(const Document& document) const {
  const std::string hash = content_hash(document);
  state_->by_id.bind(0, document.id);
  const bool changed = state_->by_id.step() && state_->by_id.text(1) != hash;
  state_->by_id.reset();
  state_->by_hash.bind(0, std::string_view(hash));
  const bool kept = state_->by_hash.step() && state_->by_hash.text(1) <= document.id;
  state_->by_hash.reset();
  return kept && !changed;
}

bool Store::has_hash(std::string_view hash) const {
  state_->by_hash.bind(0, hash);
  const bool found = state_->by_hash.step();
  state_->by_hash.reset();
  return found;
}

StoreSize Store::size() const {
  const store::ReadTransaction snapshot(state_->database);
  const store::Database& database = state_->database;
  return {count(database, "SELECT count(*) FROM documents"),
          count(database, "SELECT coalesce(sum(bytes), 0) FROM documents"),
          count(database, "SELECT count(*) FROM assertions"),
          count(database, "SELECT count(*) FROM entities")};
}

std::string Store::revision() const {
  if (state_->database.number("PRAGMA user_version") < 2) return {};
  store::Statement row = state_->database.prepare("SELECT revision FROM state");
  return row.step() ? row.string(0) : std::string();
}

std::vector<DocumentInfo> Store::documents() const {
  store::Statement rows = state_->database.prepare(
      "SELECT id, title, date, outlet, url, hash, ingested_at, bytes, "
      "(SELECT count(*) FROM assertions a WHERE a.document = d.number) FROM documents d ORDER BY id");
  std::vector<DocumentInfo> result;
  while (rows.step()) {
    result.push_back({rows.string(0), rows.string(1), rows.string(2), rows.string(3), rows.string(4),
                      rows.string(5), rows.string(6), static_cast<std::uint64_t>(rows.integer(7)),
                      static_cast<std::uint64_t>(rows.integer(8))});
  }
  return result;
}

std::optional<Extraction> Store::find(std::string_view document_id) const {
  const store::ReadTransaction snapshot(state_->database);
  state_->by_id.bind(0, document_id);
  const bool known = state_->by_id.step();
  const std::int64_t number = known ? state_->by_id.integer(0) : 0;
  state_->by_id.reset();
  if (!known) return std::nullopt;
  Extraction extraction = store::Reader(state_->database).read(number);
  store::Repaired(state_->database).apply(extraction);
  return extraction;
}

void Store::visit(const std::function<void(const Extraction&)>& visitor) const {
  const store::ReadTransaction snapshot(state_->database);
  store::Statement numbers = state_->database.prepare("SELECT number FROM documents ORDER BY id");
  store::Reader reader(state_->database);
  const store::Repaired repaired(state_->database);
  while (numbers.step()) {
    Extraction extraction = reader.read(numbers.integer(0));
    repaired.apply(extraction);
    visitor(extraction);
  }
}

void Store::scan(const std::function<void(const Extraction&)>& visitor) const {
  const store::ReadTransaction snapshot(state_->database);
  const store::Repaired repaired(state_->database);
  if (repaired.empty()) return store::scan(state_->database, visitor);
  store::scan(state_->database, [&](const Extraction& extraction) {
    Extraction corrected = extraction;
    repaired.apply(corrected);
    visitor(corrected);
  });
}

std::vector<FoundSentence> Store::search(std::string_view words, std::size_t limit) const {
  const std::string expression = store::search_expression(words);
  if (expression.empty() || limit == 0) return {};
  const bool in_memory = state_->mode == StoreMode::read;
  if (!in_memory) {
    store::Transaction transaction(state_->database);
    store::add_to_search(state_->database, false);
    transaction.commit();
    return store::find_sentences(state_->database, expression, limit, false);
  }
  const store::ReadTransaction snapshot(state_->database);
  store::add_to_search(state_->database, true);
  return store::find_sentences(state_->database, expression, limit, true);
}

std::vector<StoreProblem> Store::validate(std::size_t most) const {
  const store::ReadTransaction snapshot(state_->database);
  return store::find_problems(state_->database, most);
}

}  // namespace entente

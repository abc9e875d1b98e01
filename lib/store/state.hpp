// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What a Store keeps open. Statements are prepared once and used for every row.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>

#include "entente/store.hpp"
#include "store/packing.hpp"
#include "store/sqlite.hpp"

namespace entente {

struct Store::State {
  store::Database database;
  StoreMode mode;
  std::function<std::string()> clock;
  store::Packer packer;
  std::unordered_map<std::string, std::int64_t>
      entity_numbers{};  // known ones; emptied when rows may have gone

  State(store::Database opened, StoreMode how, std::function<std::string()> time)
      : database(std::move(opened)), mode(how), clock(std::move(time)) {}
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  // Finding documents.
  store::Statement by_hash = database.prepare("SELECT number, id FROM documents WHERE hash = ?");
  store::Statement by_id = database.prepare("SELECT number, hash FROM documents WHERE id = ?");
};

namespace store {

/// Adds and removes rows; one object for one transaction.
class Writer {
 public:
  Writer(Store::State& state, AddMode mode);

  void add(const Extraction& extraction, AddResult& result);
  bool remove(std::string_view document_id);
  /// Forgets entities that no document names any more, and names the new state. Once, before the commit.
  void finish();

 private:
  struct Rows {
    Statement document, entity, find_entity, document_entity, alias, assertion;
  };

  std::int64_t entity_number(const std::string& id);
  void insert(const Extraction& extraction, const std::string& hash);
  void insert_contents(std::int64_t document, const Extraction& extraction);
  void insert_entities(std::int64_t document, const std::vector<Entity>& entities);
  void insert_assertions(std::int64_t document, const Extraction& extraction);
  void rename(std::int64_t number, const Document& document);
  void say_anew(std::int64_t number, const Extraction& extraction);
  void remove_contents(std::int64_t number);
  void remove_rows(std::int64_t number);

  Store::State& state_;
  AddMode mode_;
  Rows rows_;
  std::string now_;
  std::vector<std::int64_t> numbers_;  // of the entities of the document at hand
  bool removed_ = false;
};

}  // namespace store
}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A user's corrections of who is who in a store: two entities that are one, one that is two, another name.
// Each is a line of a log in the store; the rows of the documents stay as they were extracted, and whoever
// reads the store (Store::visit, Store::find, build_graph) sees them corrected. So corrections hold for
// documents that come later, outlive a rebuild, and can be taken back.
//
//   entente::Repairs repairs("world.db");
//   repairs.merge("person:sergey-lavrov-2", "person:sergey-lavrov");
//
// Thread-safety: one thread at a time. Errors: IoError when the store is not there or cannot be written,
// DataError when it is something else, QueryError for entities and documents it does not know.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "entente/error.hpp"

namespace entente {

/// A line of the log.
struct Repair {
  std::string kind;      ///< "merge", "split", "alias", or "undo" of merges
  std::string entity;    ///< id
  std::string into;      ///< merge: the id that stays; split: the new id
  std::string document;  ///< split: where the entity is somebody else
  std::string alias;     ///< alias: the name
  std::string made_at;   ///< ISO 8601 time, UTC
};

class Repairs {
 public:
  /// `clock` gives the time of the log; when empty, the system's.
  explicit Repairs(const std::string& store, std::function<std::string()> clock = {});
  ~Repairs();
  Repairs(Repairs&&) noexcept;
  Repairs& operator=(Repairs&&) noexcept;

  /// From now on `entity` is `into`. QueryError when one is not in the store, or they are one already.
  void merge(std::string_view entity, std::string_view into);
  /// In these documents `entity` is somebody else; gives the id of who it is. QueryError when a document is
  /// not there or does not name it.
  std::string split(std::string_view entity, const std::vector<std::string>& documents);
  /// Takes back the merges of `entity` and into it; false when there are none.
  bool undo_merges(std::string_view entity);
  /// `entity` has this name, too.
  void add_alias(std::string_view entity, std::string_view alias);
  /// All of it, oldest first.
  std::vector<Repair> log() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente

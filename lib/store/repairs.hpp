// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "entente/facts.hpp"
#include "entente/repair.hpp"
#include "store/sqlite.hpp"

namespace entente::store {

/// What the log of repairs comes to. Immutable once read.
class Repaired {
 public:
  /// Reads the log; a store without one has no repairs.
  explicit Repaired(const Database& database);

  /// Whether there is nothing to correct.
  bool empty() const { return into_.empty() && split_.empty() && aliases_.empty(); }
  /// Corrects what one document says: ids, names, aliases; entities that became one are one, and assertions
  /// about nothing but themselves are left out.
  void apply(Extraction& extraction) const;
  /// The id that an entity has after all merges.
  std::string final_id(std::string id) const;
  bool merged(const std::string& id) const { return into_.count(id) > 0; }
  bool made_by_split(const std::string& id) const;

 private:
  struct Target {
    std::string id, type, name, code;
  };
  void take(const Repair& repair, Target target);
  bool correct(const std::string& document, Entity& entity) const;

  std::map<std::string, Target> into_;
  std::map<std::pair<std::string, std::string>, std::string> split_;  ///< document and id -> new id
  std::map<std::string, std::vector<std::string>> aliases_;
};

/// All lines of the log, oldest first; none when the store has no log.
std::vector<Repair> read_log(const Database& database);

}  // namespace entente::store

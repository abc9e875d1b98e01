// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The files of data/world: facts as rows, with the words that say them in the file's head.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/facts.hpp"

namespace entente::store {

/// What all rows of a file share.
struct WorldHead {
  std::string kind;      ///< "imports"
  std::string document;  ///< id of the document of an entry: "factbook/{entry}"
  std::string date, outlet;
  RelationType type = RelationType::agrees_with;
  Domain domain = Domain::none;
  std::string detail;  ///< "{value} percent of imports"
  /// Whether a row's value is the id of a place or facility, which is then that of the assertion.
  bool value_is_place = false;
  std::string sentence;  ///< "{subject} [supplies] {value} percent of the imports of {object} ({time})."
};

struct WorldRow {
  std::string entry, subject, object, time, value;
  std::size_t line = 0;
};

struct WorldFile {
  std::string path;
  WorldHead head;
  std::vector<WorldRow> rows;
  std::vector<Entity> entities;  ///< of the file of kind "entities", which has no rows
};

/// Throws IoError, or DataError with file and line.
WorldFile read_world_file(const std::string& path);

/// A row in words, with its places in them.
struct Wording {
  std::string text;
  Span trigger, subject, object;
};
Wording word(const WorldHead& head, const WorldRow& row, std::string_view subject, std::string_view object);

/// `pattern` with the row's value.
std::string fill_value(std::string_view pattern, const WorldRow& row);

}  // namespace entente::store

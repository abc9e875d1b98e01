// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "entente/facts.hpp"
#include "store/packing.hpp"
#include "store/sqlite.hpp"

namespace entente::store {

/// Rows of one document into the parts of an extraction. Reused from document to document, so that strings
/// keep their room. Throws DataError when rows do not fit together.
class RowReader {
 public:
  explicit RowReader(const Database& database) : database_(database) {}

  /// Columns: id, title, date, outlet, url, bytes, packed, text; from `first` on.
  void read_document(const Statement& row, int first, Extraction& extraction);
  /// Columns: entity, id, type, name, code.
  void add_entity(const Statement& row, int first, Extraction& extraction);
  /// Columns as in kAssertionColumns.
  void add_assertion(const Statement& row, int first, Extraction& extraction);
  /// Columns: position, alias.
  void add_alias(const Statement& row, int first, Extraction& extraction) const;
  /// Cuts what is left of the document before. After all rows.
  void finish(Extraction& extraction);

 private:
  [[noreturn]] void damaged(const Extraction& extraction, const char* what) const;
  Index end_of(std::int64_t entity, const Extraction& extraction) const;

  const Database& database_;
  Unpacker unpacker_;
  std::vector<std::int64_t> numbers_;  // of the entities, by their place in the extraction
  std::size_t assertions_ = 0;
};

inline constexpr const char* kAssertionColumns =
    "subject, type, object, phase, factuality, domain, time, place, facility, detail, via, source, "
    "sentence_begin, "
    "sentence_end, trigger_begin, trigger_end, subject_begin, subject_end, object_begin, object_end, score, "
    "rule";

/// Calls `visitor` with every document as they lie in the file: four tables are read once, side by side.
void scan(const Database& database, const std::function<void(const Extraction&)>& visitor);

}  // namespace entente::store

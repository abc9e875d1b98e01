// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Four questions a document. Who wants them all scans instead.
#include "store/reader.hpp"

#include <string>

#include "entente/error.hpp"

namespace entente::store {

Reader::Reader(const Database& database)
    : database_(database),
      rows_(database),
      document_(database.prepare(
          "SELECT id, title, date, outlet, url, bytes, packed, text FROM documents WHERE number = ?")),
      entities_(database.prepare(
          "SELECT d.entity, e.id, d.type, d.name, d.code FROM document_entities d "
          "JOIN entities e ON e.number = d.entity WHERE d.document = ? ORDER BY d.position")),
      aliases_(database.prepare(
          "SELECT position, alias FROM aliases WHERE document = ? ORDER BY position, ordinal")),
      assertions_(database.prepare("SELECT " + std::string(kAssertionColumns) +
                                   " FROM assertions WHERE document = ? ORDER BY position")) {}

Extraction Reader::read(std::int64_t number) {
  Extraction extraction;
  for (Statement* statement : {&document_, &entities_, &aliases_, &assertions_}) {
    statement->reset();
    statement->bind(0, number);
  }
  if (!document_.step()) throw DataError(database_.file(), 0, "the store is damaged: a document is missing");
  rows_.read_document(document_, 0, extraction);
  while (entities_.step()) rows_.add_entity(entities_, 0, extraction);
  while (aliases_.step()) rows_.add_alias(aliases_, 0, extraction);
  while (assertions_.step()) rows_.add_assertion(assertions_, 0, extraction);
  rows_.finish(extraction);
  for (Statement* statement : {&document_, &entities_, &aliases_, &assertions_}) statement->reset();
  return extraction;
}

}  // namespace entente::store

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A merge of four tables in the order in which they are stored. A file that somebody else has changed may
// hold anything, so every name, number and span is checked.
#include "store/scan.hpp"

#include <algorithm>
#include <string>

#include "entente/error.hpp"

namespace entente::store {
namespace {

std::uint32_t offset(std::int64_t value, std::size_t size) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(value, 0, static_cast<std::int64_t>(size)));
}

Span span(const Statement& row, int column, std::size_t size) {
  const Span result{offset(row.integer(column), size), offset(row.integer(column + 1), size)};
  return result.begin <= result.end ? result : Span{};
}

/// A cursor over rows whose first column is the document.
class Cursor {
 public:
  explicit Cursor(Statement rows) : rows_(std::move(rows)) { next(); }

  /// Whether there is a row of that document left; passes over those of documents that are not there.
  bool at(std::int64_t document) {
    while (more_ && rows_.integer(0) < document) next();
    return more_ && rows_.integer(0) == document;
  }
  void next() { more_ = rows_.step(); }
  const Statement& row() const { return rows_; }

 private:
  Statement rows_;
  bool more_ = false;
};

}  // namespace

void RowReader::damaged(const Extraction& extraction, const char* what) const {
  throw DataError(database_.file(), 0,
                  "the store is damaged: document " + extraction.document.id + " " + what);
}

void RowReader::read_document(const Statement& row, int first, Extraction& extraction) {
  Document& document = extraction.document;
  int column = first;
  for (std::string* field : {&document.id, &document.title, &document.date, &document.outlet, &document.url})
    *field = row.text(column++);
  if (row.integer(first + 6) == 0) {
    document.text = row.text(first + 7);
  } else if (!unpacker_.unpack(row.text(first + 7), static_cast<std::uint64_t>(row.integer(first + 5)),
                               document.text)) {
    damaged(extraction, "has no readable text");
  }
  numbers_.clear();
  assertions_ = 0;
}

void RowReader::add_entity(const Statement& row, int first, Extraction& extraction) {
  const auto type = entity_type(row.text(first + 2));
  if (!type) damaged(extraction, "has an impossible entity");
  if (extraction.entities.size() <= numbers_.size()) extraction.entities.emplace_back();
  Entity& entity = extraction.entities[numbers_.size()];
  entity.id = row.text(first + 1);
  entity.type = *type;
  entity.name = row.text(first + 3);
  entity.aliases.clear();
  entity.code = row.text(first + 4);
  numbers_.push_back(row.integer(first));
}

void RowReader::add_alias(const Statement& row, int first, Extraction& extraction) const {
  const auto position = static_cast<std::size_t>(row.integer(first));
  if (position >= numbers_.size()) damaged(extraction, "has an alias of nobody");
  extraction.entities[position].aliases.emplace_back(row.text(first + 1));
}

Index RowReader::end_of(std::int64_t entity, const Extraction& extraction) const {
  const auto found = std::find(numbers_.begin(), numbers_.end(), entity);
  if (found == numbers_.end()) damaged(extraction, "has an assertion about nobody");
  return static_cast<Index>(found - numbers_.begin());
}

void RowReader::add_assertion(const Statement& row, int first, Extraction& extraction) {
  const auto type = relation_type(row.text(first + 1));
  const auto phase_value = phase(row.text(first + 3));
  const auto factuality_value = factuality(row.text(first + 4));
  const auto domain_value = domain(row.text(first + 5));
  if (!type || !phase_value || !factuality_value || !domain_value)
    damaged(extraction, "has an assertion of unknown type");
  if (extraction.assertions.size() <= assertions_) extraction.assertions.emplace_back();
  Assertion& a = extraction.assertions[assertions_++];
  a.subject = end_of(row.integer(first), extraction);
  a.type = *type;
  a.object = end_of(row.integer(first + 2), extraction);
  a.phase = *phase_value;
  a.factuality = *factuality_value;
  a.domain = *domain_value;
  int column = first + 6;
  for (std::string* field : {&a.time, &a.place, &a.facility, &a.detail, &a.via, &a.source})
    *field = row.text(column++);
  const std::size_t size = extraction.document.text.size();
  for (Span* place : {&a.sentence, &a.trigger, &a.subject_span, &a.object_span}) {
    *place = span(row, column, size);
    column += 2;
  }
  a.score = row.real(column);
  a.rule = row.text(column + 1);
}

void RowReader::finish(Extraction& extraction) {
  extraction.entities.resize(numbers_.size());
  extraction.assertions.resize(assertions_);
}

void scan(const Database& database, const std::function<void(const Extraction&)>& visitor) {
  Statement documents = database.prepare(
      "SELECT number, id, title, date, outlet, url, bytes, packed, text FROM documents ORDER BY number");
  Cursor entities(
      database.prepare("SELECT d.document, d.entity, (SELECT e.id FROM entities e WHERE e.number = "
                       "d.entity), d.type, d.name, d.code "
                       "FROM document_entities d ORDER BY d.document, d.position"));
  Cursor aliases(
      database.prepare("SELECT document, position, alias FROM aliases ORDER BY document, position, ordinal"));
  Cursor assertions(database.prepare("SELECT document, " + std::string(kAssertionColumns) +
                                     " FROM assertions ORDER BY document, position"));
  RowReader reader(database);
  Extraction extraction;
  while (documents.step()) {
    const std::int64_t number = documents.integer(0);
    reader.read_document(documents, 1, extraction);
    for (; entities.at(number); entities.next()) reader.add_entity(entities.row(), 1, extraction);
    for (; aliases.at(number); aliases.next()) reader.add_alias(aliases.row(), 1, extraction);
    for (; assertions.at(number); assertions.next()) reader.add_assertion(assertions.row(), 1, extraction);
    reader.finish(extraction);
    visitor(extraction);
  }
}

}  // namespace entente::store

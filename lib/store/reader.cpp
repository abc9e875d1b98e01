// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Rows back into extractions, one document at a time. A file that somebody else has changed may hold
// anything, so every name, number and span is checked.
#include "store/reader.hpp"

#include <algorithm>

#include "entente/error.hpp"
#include "store/packing.hpp"

namespace entente::store {
namespace {

std::uint32_t offset(std::int64_t value, std::size_t size) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(value, 0, static_cast<std::int64_t>(size)));
}

Span span(const Statement& row, int column, std::size_t size) {
  const Span result{offset(row.integer(column), size), offset(row.integer(column + 1), size)};
  return result.begin <= result.end ? result : Span{};
}

}  // namespace

Reader::Reader(const Database& database)
    : database_(database),
      document_(database.prepare(
          "SELECT id, title, date, outlet, url, bytes, packed, text FROM documents WHERE number = ?")),
      entities_(database.prepare(
          "SELECT d.position, d.entity, e.id, d.type, d.name, d.code FROM document_entities d "
          "JOIN entities e ON e.number = d.entity WHERE d.document = ? ORDER BY d.position")),
      aliases_(database.prepare(
          "SELECT position, alias FROM aliases WHERE document = ? ORDER BY position, ordinal")),
      assertions_(
          database.prepare("SELECT subject, type, object, phase, factuality, domain, time, place, facility, "
                           "detail, via, source, "
                           "sentence_begin, sentence_end, trigger_begin, trigger_end, subject_begin, "
                           "subject_end, object_begin, "
                           "object_end, score, rule FROM assertions WHERE document = ? ORDER BY position")) {}

Extraction Reader::read(std::int64_t number) {
  Extraction extraction;
  std::vector<std::int64_t> numbers;  // of the entities, by their place in the extraction
  read_document(number, extraction);
  read_entities(number, extraction, numbers);
  read_assertions(number, extraction, numbers);
  return extraction;
}

void Reader::damaged(const Extraction& extraction, const char* what) const {
  throw DataError(database_.file(), 0,
                  "the store is damaged: document " + extraction.document.id + " " + what);
}

void Reader::read_document(std::int64_t number, Extraction& extraction) {
  document_.bind(0, number);
  if (!document_.step()) damaged(extraction, "is missing");
  Document& document = extraction.document;
  document.id = document_.string(0);
  document.title = document_.string(1);
  document.date = document_.string(2);
  document.outlet = document_.string(3);
  document.url = document_.string(4);
  if (document_.integer(6) == 0) {
    document.text = document_.string(7);
  } else {
    auto text = unpack(document_.text(7), static_cast<std::uint64_t>(document_.integer(5)));
    if (!text) damaged(extraction, "has no readable text");
    document.text = std::move(*text);
  }
  document_.reset();
}

void Reader::read_entities(std::int64_t number, Extraction& extraction, std::vector<std::int64_t>& numbers) {
  for (entities_.bind(0, number); entities_.step();) {
    const auto type = entity_type(entities_.text(3));
    if (!type || entities_.integer(0) != static_cast<std::int64_t>(numbers.size()))
      damaged(extraction, "has an impossible entity");
    numbers.push_back(entities_.integer(1));
    extraction.entities.push_back({entities_.string(2), *type, entities_.string(4), {}, entities_.string(5)});
  }
  entities_.reset();
  for (aliases_.bind(0, number); aliases_.step();) {
    const auto position = static_cast<std::size_t>(aliases_.integer(0));
    if (position >= extraction.entities.size()) damaged(extraction, "has an alias of nobody");
    extraction.entities[position].aliases.push_back(aliases_.string(1));
  }
  aliases_.reset();
}

void Reader::read_assertions(std::int64_t number, Extraction& extraction,
                             const std::vector<std::int64_t>& numbers) {
  const auto end_of = [&](std::int64_t entity) {
    const auto found = std::find(numbers.begin(), numbers.end(), entity);
    if (found == numbers.end()) damaged(extraction, "has an assertion about nobody");
    return static_cast<Index>(found - numbers.begin());
  };
  Statement& row = assertions_;
  const std::size_t size = extraction.document.text.size();
  for (row.bind(0, number); row.step();) {
    const auto type = relation_type(row.text(1));
    const auto phase_value = phase(row.text(3));
    const auto factuality_value = factuality(row.text(4));
    const auto domain_value = domain(row.text(5));
    if (!type || !phase_value || !factuality_value || !domain_value)
      damaged(extraction, "has an assertion of unknown type");
    Assertion a;
    a.subject = end_of(row.integer(0));
    a.type = *type;
    a.object = end_of(row.integer(2));
    a.phase = *phase_value;
    a.factuality = *factuality_value;
    a.domain = *domain_value;
    int column = 6;
    for (std::string* field : {&a.time, &a.place, &a.facility, &a.detail, &a.via, &a.source})
      *field = row.string(column++);
    a.sentence = span(row, 12, size);
    a.trigger = span(row, 14, size);
    a.subject_span = span(row, 16, size);
    a.object_span = span(row, 18, size);
    a.score = row.real(20);
    a.rule = row.string(21);
    extraction.assertions.push_back(std::move(a));
  }
  row.reset();
}

}  // namespace entente::store

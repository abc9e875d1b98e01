// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Documents into rows. What is stored depends on the set of documents, not on their order: the assertions of
// a document are numbered in canonical order, and of documents with the same content the one with the
// smallest id stays.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "entente/error.hpp"
#include "store/search.hpp"
#include "store/state.hpp"

namespace entente::store {
namespace {

constexpr const char* kInsertDocument =
    "INSERT INTO documents (id, hash, title, date, outlet, url, bytes, packed, text, ingested_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kInsertAssertion =
    "INSERT INTO assertions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// Throws unless every span and index of the extraction can be followed.
void check(const Extraction& extraction) {
  const auto size = extraction.document.text.size();
  const auto inside = [size](Span span) { return span.begin <= span.end && span.end <= size; };
  for (const Assertion& assertion : extraction.assertions) {
    if (assertion.subject >= extraction.entities.size() || assertion.object >= extraction.entities.size())
      throw DataError(extraction.document.id, 0, "an assertion refers to an entity that is not there");
    if (!inside(assertion.sentence) || !inside(assertion.trigger) || !inside(assertion.subject_span) ||
        !inside(assertion.object_span))
      throw DataError(extraction.document.id, 0, "an assertion lies outside of the text");
    if (!std::isfinite(assertion.score))
      throw DataError(extraction.document.id, 0, "a score is not a number");
  }
}

/// Assertion numbers by sentence, trigger, type and ends, then by everything else.
std::vector<Index> canonical_order(const Extraction& extraction) {
  std::vector<Index> order(extraction.assertions.size());
  std::iota(order.begin(), order.end(), 0);
  const auto key = [&](Index i) {
    const Assertion& a = extraction.assertions[i];
    return std::tie(a.sentence, a.trigger, a.type, extraction.entities[a.subject].id,
                    extraction.entities[a.object].id, a.phase, a.factuality, a.domain, a.time, a.place,
                    a.facility, a.detail, a.via, a.source, a.subject_span, a.object_span, a.score, a.rule);
  };
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) { return key(a) < key(b); });
  return order;
}

}  // namespace

Writer::Writer(Store::State& state, AddMode mode)
    : state_(state),
      mode_(mode),
      rows_{state.database.prepare(kInsertDocument),
            state.database.prepare("INSERT INTO entities (id) VALUES (?)"),
            state.database.prepare("SELECT number FROM entities WHERE id = ?"),
            state.database.prepare("INSERT INTO document_entities VALUES (?, ?, ?, ?, ?, ?)"),
            state.database.prepare("INSERT INTO aliases VALUES (?, ?, ?, ?)"),
            state.database.prepare(kInsertAssertion)},
      now_(state.clock()) {}

void Writer::add(const Extraction& extraction, AddResult& result) {
  check(extraction);
  const Document& document = extraction.document;
  const std::string hash = content_hash(document);
  state_.by_id.bind(0, document.id);
  const bool known = state_.by_id.step();
  const bool changed = known && state_.by_id.text(1) != hash;
  if (changed) remove_rows(state_.by_id.integer(0));
  state_.by_id.reset();

  state_.by_hash.bind(0, std::string_view(hash));
  if (state_.by_hash.step()) {
    const std::int64_t number = state_.by_hash.integer(0);
    if (document.id < state_.by_hash.text(1)) rename(number, document);
    const bool again = mode_ == AddMode::replace;
    if (again) say_anew(number, extraction);
    (changed || again ? result.replaced : result.duplicates).push_back(document.id);
  } else {
    insert(extraction, hash);
    (changed ? result.replaced : result.added).push_back(document.id);
  }
  state_.by_hash.reset();
}

bool Writer::remove(std::string_view document_id) {
  state_.by_id.bind(0, document_id);
  const bool known = state_.by_id.step();
  if (known) remove_rows(state_.by_id.integer(0));
  state_.by_id.reset();
  return known;
}

void Writer::insert(const Extraction& extraction, const std::string& hash) {
  const Document& document = extraction.document;
  const std::optional<std::string_view> packed = state_.packer.pack(document.text);
  rows_.document.bind(0, document.id).bind(1, std::string_view(hash)).bind(2, document.title);
  rows_.document.bind(3, document.date).bind(4, document.outlet).bind(5, document.url);
  rows_.document.bind(6, static_cast<std::int64_t>(document.text.size()));
  rows_.document.bind(7, std::int64_t{packed.has_value()});
  rows_.document.bind_blob(8, packed.value_or(document.text)).bind(9, std::string_view(now_)).run();
  const std::int64_t number = state_.database.last_row();
  insert_contents(number, extraction);
}

void Writer::insert_contents(std::int64_t document, const Extraction& extraction) {
  numbers_.clear();
  for (const Entity& entity : extraction.entities) numbers_.push_back(entity_number(entity.id));
  insert_entities(document, extraction.entities);
  insert_assertions(document, extraction);
}

void Writer::insert_entities(std::int64_t document, const std::vector<Entity>& entities) {
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const Entity& entity = entities[i];
    const auto position = static_cast<std::int64_t>(i);
    rows_.document_entity.bind(0, document).bind(1, position).bind(2, numbers_[i]);
    rows_.document_entity.bind(3, name(entity.type)).bind(4, entity.name).bind(5, entity.code).run();
    for (std::size_t k = 0; k < entity.aliases.size(); ++k) {
      rows_.alias.bind(0, document).bind(1, position).bind(2, static_cast<std::int64_t>(k));
      rows_.alias.bind(3, entity.aliases[k]).run();
    }
  }
}

void Writer::insert_assertions(std::int64_t document, const Extraction& extraction) {
  Statement& row = rows_.assertion;
  std::int64_t position = 0;
  for (const Index i : canonical_order(extraction)) {
    const Assertion& a = extraction.assertions[i];
    row.bind(0, document).bind(1, position++);
    row.bind(2, numbers_[a.subject]).bind(3, name(a.type));
    row.bind(4, numbers_[a.object]).bind(5, name(a.phase));
    row.bind(6, name(a.factuality)).bind(7, name(a.domain)).bind(8, a.time).bind(9, a.place);
    row.bind(10, a.facility).bind(11, a.detail).bind(12, a.via).bind(13, a.source);
    int column = 14;
    for (const Span span : {a.sentence, a.trigger, a.subject_span, a.object_span}) {
      row.bind(column++, std::int64_t{span.begin});
      row.bind(column++, std::int64_t{span.end});
    }
    row.bind(22, a.score).bind(23, a.rule).run();
  }
}

std::int64_t Writer::entity_number(const std::string& id) {
  const auto [known, added] = state_.entity_numbers.try_emplace(id, 0);
  if (!added) return known->second;
  rows_.find_entity.bind(0, id);
  if (rows_.find_entity.step()) {
    known->second = rows_.find_entity.integer(0);
  } else {
    rows_.entity.bind(0, id).run();
    known->second = state_.database.last_row();
  }
  rows_.find_entity.reset();
  return known->second;
}

void Writer::rename(std::int64_t number, const Document& document) {
  Statement update =
      state_.database.prepare("UPDATE documents SET id = ?, outlet = ?, url = ? WHERE number = ?");
  update.bind(0, document.id).bind(1, document.outlet).bind(2, document.url).bind(3, number).run();
}

void Writer::say_anew(std::int64_t number, const Extraction& extraction) {
  remove_contents(number);
  insert_contents(number, extraction);
  Statement update = state_.database.prepare("UPDATE documents SET ingested_at = ? WHERE number = ?");
  update.bind(0, std::string_view(now_)).bind(1, number).run();
}

void Writer::remove_contents(std::int64_t number) {
  remove_from_search(state_.database, number);
  for (const char* sql :
       {"DELETE FROM assertions WHERE document = ?", "DELETE FROM aliases WHERE document = ?",
        "DELETE FROM document_entities WHERE document = ?"})
    state_.database.prepare(sql).bind(0, number).run();
  removed_ = true;
}

void Writer::remove_rows(std::int64_t number) {
  remove_contents(number);
  state_.database.prepare("DELETE FROM documents WHERE number = ?").bind(0, number).run();
}

void Writer::finish() {
  if (removed_) {
    state_.database.run("DELETE FROM entities WHERE number NOT IN (SELECT entity FROM document_entities)");
    state_.entity_numbers.clear();
  }
  state_.database.run("UPDATE state SET revision = lower(hex(randomblob(16)))");
}

}  // namespace entente::store

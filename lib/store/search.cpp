// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Full-text search by SQLite's FTS5 (sqlite.org/fts5.html), ranked by BM25. The index holds no text of its
// own: a row stands for a sentence of a document, which is cut out of its text when it is shown, or when it
// has to be forgotten. Building is not slowed down: documents are indexed when somebody searches.
#include "store/search.hpp"

#include <algorithm>
#include <set>

#include "store/reader.hpp"

namespace entente::store {
namespace {

constexpr const char* kMemoryTables = R"sql(
CREATE TEMP TABLE IF NOT EXISTS memory_sentences (
  number INTEGER PRIMARY KEY, document INTEGER NOT NULL, sentence_begin INTEGER NOT NULL, sentence_end INTEGER NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS memory_documents (number INTEGER PRIMARY KEY);
CREATE VIRTUAL TABLE IF NOT EXISTS temp.memory_search
  USING fts5 (sentence, content = '', tokenize = 'unicode61 remove_diacritics 2');
)sql";

bool has_index(const Database& database) {
  return database.number("PRAGMA user_version") >= 2;
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}

std::set<Span> sentences_of(const Extraction& extraction) {
  std::set<Span> spans;
  for (const Assertion& assertion : extraction.assertions) spans.insert(assertion.sentence);
  return spans;
}

std::string_view cut(const std::string& text, Span span) {
  return std::string_view(text).substr(std::min<std::size_t>(span.begin, text.size()), span.size());
}

/// Documents that are not searchable yet.
std::vector<std::int64_t> waiting(const Database& database, bool in_memory) {
  std::string sql = "SELECT number FROM documents WHERE 1";
  if (has_index(database)) sql += " AND searchable = 0";
  if (in_memory) sql += " AND number NOT IN (SELECT number FROM memory_documents)";
  std::vector<std::int64_t> numbers;
  for (Statement rows = database.prepare(sql); rows.step();) numbers.push_back(rows.integer(0));
  return numbers;
}

void index_documents(const Database& database, const std::vector<std::int64_t>& numbers, bool in_memory) {
  const std::string prefix = in_memory ? "memory_" : "";
  Statement sentence = database.prepare(
      "INSERT INTO " + prefix + "sentences (document, sentence_begin, sentence_end) VALUES (?, ?, ?)");
  Statement words = database.prepare("INSERT INTO " + prefix + "search (rowid, sentence) VALUES (?, ?)");
  Statement done = database.prepare(in_memory ? "INSERT INTO memory_documents VALUES (?)"
                                              : "UPDATE documents SET searchable = 1 WHERE number = ?");
  Reader reader(database);
  for (const std::int64_t number : numbers) {
    const Extraction extraction = reader.read(number);
    for (const Span span : sentences_of(extraction)) {
      sentence.bind(0, number).bind(1, std::int64_t{span.begin}).bind(2, std::int64_t{span.end}).run();
      words.bind(0, database.last_row()).bind(1, cut(extraction.document.text, span)).run();
    }
    done.bind(0, number).run();
  }
}

struct Match {
  std::int64_t document = 0;
  Span span;
  double rank = 0;
  std::string id;
};

void find_matches(const Database& database, const std::string& expression, std::size_t limit, bool in_memory,
                  std::vector<Match>& matches) {
  const std::string prefix = in_memory ? "memory_" : "";
  Statement rows = database.prepare("SELECT s.document, s.sentence_begin, s.sentence_end, bm25(" + prefix +
                                    "search) AS score, d.id FROM " + prefix + "search JOIN " + prefix +
                                    "sentences s ON s.number = " + prefix +
                                    "search.rowid JOIN documents d ON d.number = s.document WHERE " + prefix +
                                    "search MATCH ? ORDER BY score, d.id, s.sentence_begin LIMIT ?");
  rows.bind(0, std::string_view(expression)).bind(1, static_cast<std::int64_t>(limit));
  while (rows.step())
    matches.push_back(
        {rows.integer(0),
         {static_cast<std::uint32_t>(rows.integer(1)), static_cast<std::uint32_t>(rows.integer(2))},
         rows.real(3),
         rows.string(4)});
}

}  // namespace

std::string search_expression(std::string_view words) {
  std::string result;
  const auto add = [&](std::string_view term, bool prefix) {
    if (term.empty()) return;
    if (!result.empty()) result += ' ';
    result += '"';
    result += term;  // holds no quotation mark: terms end there
    result += prefix ? "\"*" : "\"";
  };
  std::size_t at = 0;
  while (at < words.size()) {
    if (is_space(words[at])) {
      ++at;
      continue;
    }
    const bool phrase = words[at] == '"';
    const std::size_t begin = phrase ? at + 1 : at;
    std::size_t end = begin;
    while (end < words.size() && words[end] != '"' && words[end] != '\0' && (phrase || !is_space(words[end])))
      ++end;
    std::string_view term = words.substr(begin, end - begin);
    const bool prefix = !phrase && term.size() > 1 && term.back() == '*';
    if (prefix) term.remove_suffix(1);
    add(term, prefix);
    at = std::max(end + (phrase ? 1 : 0), at + 1);
  }
  return result;
}

void add_to_search(const Database& database, bool in_memory) {
  if (in_memory) database.run(kMemoryTables);
  const std::vector<std::int64_t> numbers = waiting(database, in_memory);
  if (!numbers.empty()) index_documents(database, numbers, in_memory);
}

void remove_from_search(const Database& database, std::int64_t document) {
  Statement indexed = database.prepare("SELECT searchable FROM documents WHERE number = ?");
  indexed.bind(0, document);
  if (!indexed.step() || indexed.integer(0) == 0) return;
  indexed.reset();
  const std::string text = Reader(database).read(document).document.text;
  Statement forget = database.prepare("INSERT INTO search (search, rowid, sentence) VALUES ('delete', ?, ?)");
  Statement rows =
      database.prepare("SELECT number, sentence_begin, sentence_end FROM sentences WHERE document = ?");
  for (rows.bind(0, document); rows.step();) {
    const Span span{static_cast<std::uint32_t>(rows.integer(1)), static_cast<std::uint32_t>(rows.integer(2))};
    forget.bind(0, rows.integer(0)).bind(1, cut(text, span)).run();
  }
  rows.reset();
  database.prepare("DELETE FROM sentences WHERE document = ?").bind(0, document).run();
  database.prepare("UPDATE documents SET searchable = 0 WHERE number = ?").bind(0, document).run();
}

std::vector<FoundSentence> find_sentences(const Database& database, const std::string& expression,
                                          std::size_t limit, bool in_memory) {
  std::vector<Match> matches;
  if (has_index(database)) find_matches(database, expression, limit, false, matches);
  if (in_memory) find_matches(database, expression, limit, true, matches);
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.rank < b.rank; });
  if (matches.size() > limit) matches.resize(limit);
  std::vector<FoundSentence> found;
  Reader reader(database);
  for (const Match& match : matches) {
    const Document document = reader.read(match.document).document;
    found.push_back({document.id, document.title, document.date, document.outlet,
                     std::string(cut(document.text, match.span)), match.span});
  }
  return found;
}

}  // namespace entente::store

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// From the outside in: SQLite's own checks of pages and references, then each document against its hash, then
// each assertion against the text of its document. Rows are read as they are, not as Reader mends them.
#include "store/validate.hpp"

#include <fmt/format.h>

#include <array>

#include "entente/error.hpp"
#include "store/reader.hpp"

namespace entente::store {
namespace {

class Validator {
 public:
  Validator(const Database& database, std::size_t most) : database_(database), most_(most) {}

  std::vector<StoreProblem> run() {
    check_file();
    check_references();
    if (problems_.empty()) check_documents();
    return std::move(problems_);
  }

 private:
  bool full() const { return problems_.size() >= most_; }
  void add(std::string document, std::string place, std::string message) {
    if (!full()) problems_.push_back({std::move(document), std::move(place), std::move(message)});
  }

  void check_file() {
    for (Statement rows = database_.prepare("PRAGMA integrity_check"); !full() && rows.step();)
      if (rows.text(0) != "ok") add({}, "file", rows.string(0));
  }

  void check_references() {
    for (Statement rows = database_.prepare("PRAGMA foreign_key_check"); !full() && rows.step();)
      add({}, fmt::format("table {}, row {}", rows.text(0), rows.integer(1)),
          fmt::format("refers to a row of {} that is not there", rows.text(2)));
    if (const auto unused = database_.number(
            "SELECT count(*) FROM entities WHERE number NOT IN (SELECT entity FROM document_entities)"))
      add({}, "table entities", fmt::format("{} that no document names", unused));
  }

  void check_documents() {
    Statement rows = database_.prepare("SELECT number, id, hash FROM documents ORDER BY id");
    Reader reader(database_);
    while (!full() && rows.step()) {
      const std::string id = rows.string(1);
      try {
        const Extraction extraction = reader.read(rows.integer(0));
        if (content_hash(extraction.document) != rows.text(2))
          add(id, {}, "title, date or text is not what its hash says");
        check_assertions(rows.integer(0), extraction);
      } catch (const DataError& error) {
        add(id, {}, error.what());
      }
    }
  }

  void check_assertions(std::int64_t number, const Extraction& extraction) {
    const std::string& id = extraction.document.id;
    spans_.bind(0, number);
    for (std::int64_t expected = 0; !full() && spans_.step(); ++expected) {
      const std::string place = fmt::format("assertion {}", spans_.integer(0));
      if (spans_.integer(0) != expected) add(id, place, "one before it is missing");
      if (const char* problem = problem_of(extraction.document.text)) add(id, place, problem);
      if (spans_.integer(9) == 0) add(id, place, "one of its ends is not among the entities of the document");
      const double score = spans_.real(10);
      if (!(score > 0 && score <= 1)) add(id, place, "its score is not in (0, 1]");
    }
    spans_.reset();
  }

  /// Of the row at hand; nullptr when there is none.
  const char* problem_of(const std::string& text) {
    const auto size = static_cast<std::int64_t>(text.size());
    std::array<std::int64_t, 8> at{};  // sentence, trigger, subject, object: begin and end
    for (std::size_t i = 0; i < at.size(); ++i) at[i] = spans_.integer(static_cast<int>(i) + 1);
    for (std::size_t i = 0; i < at.size(); i += 2)
      if (at[i] < 0 || at[i] > at[i + 1] || at[i + 1] > size) return "a quote is outside of the text";
    const auto inside = [&](std::size_t i) {
      return at[i] < at[i + 1] && at[0] <= at[i] && at[i + 1] <= at[1];
    };
    if (at[0] == at[1]) return "it quotes nothing";
    if (!inside(2)) return "its sentence does not hold its trigger";
    if (!inside(4)) return "its sentence does not hold its subject";
    if (!inside(6)) return "its sentence does not hold its object";
    for (const std::int64_t border : at)
      if (border < size &&
          (static_cast<unsigned char>(text[static_cast<std::size_t>(border)]) & 0xC0U) == 0x80)
        return "a quote begins or ends within a character";
    return nullptr;
  }

  const Database& database_;
  std::size_t most_;
  std::vector<StoreProblem> problems_;
  Statement spans_ = database_.prepare(
      "SELECT position, sentence_begin, sentence_end, trigger_begin, trigger_end, subject_begin, "
      "subject_end, "
      "object_begin, object_end, "
      "EXISTS (SELECT 1 FROM document_entities d WHERE d.document = a.document AND d.entity = a.subject) AND "
      "EXISTS (SELECT 1 FROM document_entities d WHERE d.document = a.document AND d.entity = a.object), "
      "score "
      "FROM assertions a WHERE document = ? ORDER BY position");
};

}  // namespace

std::vector<StoreProblem> find_problems(const Database& database, std::size_t most) {
  return Validator(database, most).run();
}

}  // namespace entente::store

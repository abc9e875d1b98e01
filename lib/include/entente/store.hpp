// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Extracted documents kept in one SQLite file, so that a graph can grow article by article:
//
//   entente::Store store("world.db");
//   store.add({entente::extract(article, resources)});       // one transaction
//   const entente::Graph graph = entente::build_graph(store);
//
// Assertions are rows and belong to their document: nothing is overwritten, and what is derived from them
// (ties, dependence) is never stored. What a Store answers does not depend on the order in which documents
// were added.
//
// Durability: when add() or remove() has returned, its changes survive a killed process and a power cut; one
// that was cut short leaves no trace. Thread-safety: one thread at a time for each Store; several processes
// may read one file while another writes. Errors: DataError when the file is something else or of a newer
// version; IoError when it cannot be opened, read or written (no such file, read-only, disk full).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/facts.hpp"

namespace entente {

/// SHA-256 of a document's title, date and text in 64 hexadecimal digits: what makes two documents the same.
std::string content_hash(const Document& document);

enum class StoreMode : std::uint8_t {
  write,  ///< creates the file when it is missing
  read    ///< the file has to be there; adding and removing throw IoError
};

struct StoreOptions {
  StoreMode mode = StoreMode::write;
  /// ISO 8601 time at which documents are added; when empty, the system's clock in UTC. Never part of an
  /// export.
  std::function<std::string()> clock{};
};

/// What to do with a document whose content is already there.
enum class AddMode : std::uint8_t {
  keep,    ///< nothing: it is a duplicate
  replace  ///< what it says is replaced: another version of the program may have read it otherwise
};

/// What became of the documents given to Store::add(), by id, in the order given.
struct AddResult {
  std::vector<std::string> added;
  std::vector<std::string> duplicates;  ///< content already there, under this id or another one
  std::vector<std::string>
      replaced;  ///< this id was there with other content, or AddMode::replace: old rows are gone
};

/// A document without its text.
struct DocumentInfo {
  std::string id;
  std::string title;
  std::string date;
  std::string outlet;
  std::string url;
  std::string hash;         ///< content_hash()
  std::string ingested_at;  ///< by the clock of StoreOptions
  std::uint64_t bytes = 0;  ///< of text
  std::uint64_t assertions = 0;
};

/// How much a store holds.
struct StoreSize {
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;  ///< of text
  std::uint64_t assertions = 0;
  std::uint64_t entities = 0;  ///< distinct ids
};

/// A sentence behind at least one assertion.
struct FoundSentence {
  std::string document;  ///< id
  std::string title;
  std::string date;
  std::string outlet;
  std::string sentence;  ///< verbatim
  Span span;             ///< bytes of the document's text
};

/// Something in a store that is not as it should be.
struct StoreProblem {
  std::string document;  ///< id, or empty when it concerns the whole file
  std::string place;     ///< "assertion 3", or empty
  std::string message;
};

class Store {
 public:
  struct State;  // internal: lib/store/state.hpp
  explicit Store(const std::string& path, StoreOptions options = {});
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// Adds all or, when it throws, none. Of several ids with the same content the smallest is kept.
  /// REQUIRES: assertions refer to entities of their own Extraction, and spans lie in its text (else
  /// DataError).
  AddResult add(const std::vector<Extraction>& batch, AddMode mode = AddMode::keep);

  /// Takes the document and all it says out. False when there is no such id.
  bool remove(std::string_view document_id);

  /// Whether adding this document would change nothing, so that it need not be extracted again.
  bool has(const Document& document) const;
  /// Whether a document with this content_hash() is there.
  bool has_hash(std::string_view hash) const;

  StoreSize size() const;
  /// Names the state of the store: another one after every change. Empty for a store of an older version that
  /// was only read.
  std::string revision() const;
  /// All documents by id.
  std::vector<DocumentInfo> documents() const;
  std::optional<Extraction> find(std::string_view document_id) const;

  /// Calls `visitor` with every document, by id, its assertions by sentence, trigger, type and ends. Holds
  /// one document in memory. The visitor must not change the store.
  void visit(const std::function<void(const Extraction&)>& visitor) const;
  /// The same in the order in which they lie in the file, several times faster. What the visitor gets is used
  /// again for the next document.
  void scan(const std::function<void(const Extraction&)>& visitor) const;

  /// Sentences behind assertions that hold all these words (case and accents do not matter; "in quotes": next
  /// to one another; `deploy*`: words that begin so), best match first. Documents that have come since the
  /// last search are made searchable first, in the file or, for a Store that only reads, in memory.
  std::vector<FoundSentence> search(std::string_view words, std::size_t limit = 20) const;

  /// What is wrong with the file, at most `most` problems: pages and references, texts that are not what
  /// their hash says, quotes that are not where they are said to be or do not hold their trigger and both
  /// ends.
  std::vector<StoreProblem> validate(std::size_t most = 1000) const;

 private:
  std::unique_ptr<State> state_;
};

/// Facts that a graph starts from: the files `*.tsv` of a folder such as `data/world`, as if they were
/// articles, one document for each entry, by id. Throws IoError, or DataError with file and line. For their
/// format see data/world/README.md.
std::vector<Extraction> load_world(const std::string& directory);

}  // namespace entente

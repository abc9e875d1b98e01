// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What other programs found, as extractions that a store takes: assertions of other extractors, language
// models included (JSON Lines), and graphs (GraphML, CSV):
//
//   entente::Store store("world.db");
//   entente::import_file("theirs.jsonl", {}, [&](entente::Extraction&& said) { store.add({said}); });
//
// Nothing comes in that the ontology does not know, and no assertion whose quote does not hold its words;
// what is refused is told with its reason, and the rest goes on. Formats and rules: lib/import/README.md.
// Files may be gzipped. Thread-safety: pure functions. Memory: of whole documents one at a time; of
// everything else, all its assertions (some 130 bytes each and their texts). Errors: IoError when the file
// cannot be read; DataError, with file and line, when it is no XML, no GraphML or no CSV with columns of
// ours; QueryError for options that make no sense. Exceptions of `add` are passed on.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "entente/error.hpp"
#include "entente/facts.hpp"

namespace entente {

inline constexpr std::array<std::string_view, 3> kImportFormatNames = {"assertions", "graphml", "csv"};

struct ImportOptions {
  /// One of kImportFormatNames; empty: by the name of the file.
  std::string format{};
  /// How the file calls an attribute of ours, e.g. `relation` -> `interaction` (README: attributes).
  std::map<std::string, std::string, std::less<>> fields{};
  /// How the file calls a relation type, in lower case -> the name of ours, e.g. `trades with` ->
  /// `cooperates_with`.
  std::map<std::string, std::string, std::less<>> relations{};
  /// What nodes are that do not say so.
  EntityType entity_type = EntityType::organization;
  /// CSV: the file of nodes that belongs to the file of edges, or empty.
  std::string nodes{};
};

struct ImportReport {
  std::size_t documents = 0;
  std::size_t assertions = 0;
  std::size_t refused = 0;  ///< assertions
  std::size_t bytes = 0;    ///< read, decompressed
};

/// Calls `add` for each document, those of assertions and graphs by their first mention in the file;
/// `diagnostics` for each assertion that is refused.
ImportReport import_file(const std::string& path, const ImportOptions& options,
                         const std::function<void(Extraction&&)>& add, const Diagnostics& diagnostics = {});

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// From text to assertions. Load the resources once (some 0.3 s, 60 MB), share them, extract as often as you
// like:
//
//   const auto resources = entente::Resources::load();
//   const auto result = entente::extract({.text = "Russian troops left Georgia."}, resources);
//   for (const auto& assertion : result.assertions) ...
//
// Thread-safety: Resources are immutable and shared by any number of threads; extract() is a pure function of
// its arguments: same document, same resources, same answer.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "entente/document.hpp"
#include "entente/facts.hpp"

namespace entente {

/// The model, gazetteer and frames of the folder `data/`.
class Resources {
 public:
  /// Loads from `directory`; when empty, from default_data_directory(). Throws DataError naming file and
  /// line. `gazetteers` are the user's own files of names (TSV, JSON Lines or GeoNames:
  /// data/gazetteer/README.md), which add entities or win over those of `directory`. Without `scorer` the
  /// scorer of relations is left out, and frames count as they are: to train a new one.
  static Resources load(const std::string& directory = {}, const std::vector<std::string>& gazetteers = {},
                        bool scorer = true);
  ~Resources();
  Resources(Resources&&) noexcept;
  Resources& operator=(Resources&&) noexcept;

  struct Parts;  // internal
  const Parts& parts() const { return *parts_; }

 private:
  explicit Resources(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

/// $ENTENTE_DATA, else `../share/entente` beside the running program, else the folder it was built from.
std::string default_data_directory();

/// The whole way for one document. Any text is valid; cost is linear in its length.
Extraction extract(const Document& document, const Resources& resources);

/// The syntax alone.
struct Syntax {
  Tokens tokens;
  Parse parse;
};
Syntax analyse(std::string_view text, const Resources& resources);

/// Reads all documents from `next` until it gives none, extracts on `jobs` threads, and hands the results to
/// `sink` on the calling thread in the order of the documents, whatever the number of threads. `next` is
/// called by one thread at a time. Exceptions of `next` and `sink` end the run and are passed on.
void extract_all(const std::function<std::optional<Document>()>& next, const Resources& resources,
                 std::size_t jobs, const std::function<void(Extraction&&)>& sink);

}  // namespace entente

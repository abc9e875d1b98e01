// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <string>

#include "entente/import.hpp"
#include "fuzz/require.hpp"
#include "support/temporary_folder.hpp"

namespace entente::testing {

/// A file of any bytes is read or refused, never worse; what is read can be stored and stands every check.
inline void import_bytes(const char* file, std::string_view bytes) {
  static const TemporaryFolder folder;
  const std::string path = folder.file(file);
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  std::size_t assertions = 0;
  const auto check = [&](Extraction&& said) {
    const std::string& text = said.document.text;
    require(!said.document.id.empty(), "a document has an id");
    for (const Assertion& a : said.assertions) {
      ++assertions;
      require(a.subject < said.entities.size() && a.object < said.entities.size(), "ends are entities");
      require(said.entities[a.subject].id != said.entities[a.object].id, "ends are two");
      require(a.score > 0 && a.score <= 1, "a score is in (0, 1]");
      require(!a.sentence.empty() && a.sentence.end <= text.size(), "a sentence lies in the text");
      for (const Span span : {a.trigger, a.subject_span, a.object_span})
        require(!span.empty() && a.sentence.contains(span), "the sentence holds its parts");
    }
  };
  try {
    std::size_t refused = 0;
    const ImportReport report = import_file(path, {}, check, [&](const Diagnostic&) { ++refused; });
    require(report.assertions == assertions && report.refused == refused, "all are counted");
  } catch (const DataError& error) {
    require(std::string(error.what()).find(path) == 0, "the message names the file");
  }
}

}  // namespace entente::testing

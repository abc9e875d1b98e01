// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Imports of text in memory, and what was refused.
#pragma once

#include <string>
#include <vector>

#include "entente/import.hpp"
#include "graph/period.hpp"
#include "support/exports.hpp"
#include "support/files.hpp"

namespace entente::testing {

struct Imported {
  std::vector<Extraction> extractions;
  std::vector<Diagnostic> refused;
  ImportReport report;

  /// "RUS arms IND" for each, in order.
  std::vector<std::string> facts() const {
    std::vector<std::string> result;
    for (const Extraction& e : extractions)
      for (const Assertion& a : e.assertions)
        result.push_back(e.entities.at(a.subject).id + " " + std::string(name(a.type)) + " " +
                         e.entities.at(a.object).id);
    return result;
  }
  std::string reason(std::size_t i = 0) const { return i < refused.size() ? refused[i].message : ""; }
};

/// `file` is its name, by which its format is known.
inline Imported imported(const std::string& file, const std::string& bytes,
                         const ImportOptions& options = {}) {
  const TemporaryFolder folder;
  write_file(folder.file(file), bytes);
  Imported result;
  result.report = import_file(
      folder.file(file), options, [&](Extraction&& e) { result.extractions.push_back(std::move(e)); },
      [&](const Diagnostic& d) { result.refused.push_back(d); });
  return result;
}

/// Everything that a store asks of an extraction, and `validate`.
inline bool is_sound(const Extraction& e) {
  const std::string& text = e.document.text;
  for (const Assertion& a : e.assertions) {
    if (a.subject >= e.entities.size() || a.object >= e.entities.size() || !(a.score > 0 && a.score <= 1))
      return false;
    if (a.sentence.empty() || a.sentence.end > text.size()) return false;
    for (const Span span : {a.trigger, a.subject_span, a.object_span})
      if (span.empty() || !a.sentence.contains(span)) return false;
  }
  return true;
}

/// Without what the ontology does not allow.
inline std::vector<Extraction> allowed(std::vector<Extraction> extractions) {
  for (Extraction& e : extractions) {
    std::vector<Assertion> kept;
    for (Assertion& a : e.assertions)
      if (!a.time.empty() && !graph::parse_period(a.time)) a.time.clear();
    for (const Assertion& a : e.assertions)
      if (has(info(a.type).subjects, e.entities[a.subject].type) &&
          has(info(a.type).objects, e.entities[a.object].type))
        kept.push_back(a);
    e.assertions = kept;
  }
  return extractions;
}

}  // namespace entente::testing

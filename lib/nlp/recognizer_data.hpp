// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Documents in which names are marked: what the recognizer learns from and is measured on.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"

namespace entente::nlp {

/// `text` joins the words by blanks, the sentences by line feeds.
struct NamedDocument {
  std::string text;
  Tokens tokens;
  std::vector<NameLabel> labels;  ///< one a token; an inside follows a begin or inside of its kind
};

/// Reads IOB2 as names.hpp does; `# newdoc` lines part the documents. Throws DataError.
std::vector<NamedDocument> read_named_documents(std::string_view content, const std::string& name);

/// Reads a CoNLL-U file whose last column marks mentions of entities as GUM does (`Entity=(1-person-...`):
/// the proper nouns around the head of a person's, a place's or an organization's mention are a name. Throws
/// DataError.
std::vector<NamedDocument> read_gum_documents(std::string_view content, const std::string& name);

/// Reads either of them: CoNLL-U when the file's name has `.conllu` in it; gzipped or not. Throws IoError and
/// DataError.
std::vector<NamedDocument> load_named_documents(const std::string& path);

/// The same to learn from: some of the documents in IOB2 once more all in small letters or in capitals, so
/// that a model learns not to need case where there is none.
std::vector<NamedDocument> load_training_documents(const std::string& path);

/// Counts of names: exact spans.
struct NameScore {
  std::size_t right = 0;
  std::size_t predicted = 0;
  std::size_t gold = 0;
  double precision() const { return ratio(right, predicted); }
  double recall() const { return ratio(right, gold); }
  double f1() const { return ratio(2 * right, predicted + gold); }

 private:
  static double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

/// Of persons, locations, organizations, and all together.
using NameScores = std::array<NameScore, 4>;
inline constexpr std::array<std::string_view, 4> kNameScoreNames = {"PER", "LOC", "ORG", "all"};

/// Adds the names of one document to `scores`. REQUIRES: equal sizes.
void count_names(const std::vector<NameLabel>& gold, const std::vector<NameLabel>& predicted,
                 NameScores& scores);

}  // namespace entente::nlp

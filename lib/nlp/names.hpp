// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Files of names: sentences in which they are marked, and words that occur in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "nlp/lexicon.hpp"

namespace entente::nlp {

/// Sentences in IOB2: a word and its label.
struct NamedWord {
  std::string form;
  NameLabel label = NameLabel::none;
};
using NamedSentence = std::vector<NamedWord>;

/// Reads tab-separated lines of number, form and label. Labels other than those above count as none. Throws
/// IoError, and DataError for lines without three columns.
std::vector<NamedSentence> load_names(const std::string& path);
/// The same from memory; `name` stands for the file in messages.
std::vector<NamedSentence> read_names(std::string_view content, const std::string& name);

/// One such line, the `number`th of the file `name`.
NamedWord read_named_word(std::string_view line, const std::string& name, std::size_t number);

/// Reads words and the kinds of names they occur in: `word<TAB>kind,kind`, the kinds being country, people,
/// place, person and organization; `#` starts a comment line. Throws IoError, and DataError for other lines.
std::vector<Lexicon::Entry> load_name_words(const std::string& path);
std::vector<Lexicon::Entry> read_name_words(std::string_view content, const std::string& name);

}  // namespace entente::nlp

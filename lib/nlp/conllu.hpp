// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// CoNLL-U (universaldependencies.org/format.html) in and out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"

namespace entente::nlp {

/// A CoNLL-U file as text, tokens and gold syntax. `text` joins the words as SpaceAfter says, one sentence a
/// line; a multiword token whose words do not spell it ("zum") is spelt by its words. Multiword ranges and
/// empty nodes are else left out: write_conllu() makes the ranges of clitics again.
struct Treebank {
  std::string text;
  Tokens tokens;
  Parse gold;
  std::vector<std::string> comments;  ///< of each sentence: its `#` lines, each with its line feed
};

/// Reads `content`; `name` stands for the file in messages. Throws DataError (file:line) for lines that are
/// not ten columns, ids out of order, heads out of range, and trees with a circle. `_` is allowed in any
/// column but ID and FORM: an unannotated file gives X, `_`, no head and `dep`. Unknown subtypes of labels
/// fall back to the universal label, unknown tags to X and `_`.
Treebank read_conllu(std::string_view content, const std::string& name);

/// The same from a file, gzipped or not. Throws IoError as well.
Treebank load_conllu(const std::string& path);

struct ConlluOptions {
  std::string document;  ///< id for `# newdoc id` and `# sent_id`; may be empty
  const std::vector<std::string>* comments =
      nullptr;  ///< kept comments, one entry a sentence, in place of ours
};

/// Writes all sentences with `# sent_id` and `# text`, SpaceAfter=No, and a multiword range for words that
/// are written together though neither is punctuation ("don't"). Line breaks inside a sentence are written as
/// spaces.
std::string write_conllu(std::string_view text, const Tokens& tokens, const Parse& parse,
                         const ConlluOptions& options = {});

}  // namespace entente::nlp

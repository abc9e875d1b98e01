// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "entente/document.hpp"
#include "nlp/conllu.hpp"
#include "nlp/model.hpp"

namespace entente::nlp {

/// Counts of right answers over the words of a treebank. Punctuation counts, as in the CoNLL shared tasks.
struct Scores {
  std::size_t tokens = 0;
  std::size_t sentences = 0;
  std::size_t upos = 0;
  std::size_t xpos = 0;
  std::size_t lemma = 0;
  std::size_t head = 0;             ///< UAS
  std::size_t label = 0;            ///< LAS: head and full label
  std::size_t universal_label = 0;  ///< LAS with the universal part of the label

  /// `part` of the tokens in per cent; 0 without tokens.
  double percent(std::size_t part) const {
    return tokens == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(tokens);
  }
  Scores& operator+=(const Scores& other);
};

/// Compares two parses of the same tokens. REQUIRES: equal sizes.
Scores compare(const Tokens& tokens, const Parse& gold, const Parse& predicted);

/// Parses a treebank's gold tokens and compares.
Scores evaluate(const Treebank& treebank, const Model& model, Workspace& workspace);

/// One line: `25094 words, UPOS 95.1, XPOS ...`.
std::string to_string(const Scores& scores);

/// The label without its subtype: `nsubj:pass` -> `nsubj`.
std::string_view universal_name(Dep label);

}  // namespace entente::nlp

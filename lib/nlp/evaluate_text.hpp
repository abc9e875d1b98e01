// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// How well raw text is divided into tokens, words and sentences: the measure of the CoNLL 2018 shared task
// (Zeman et al. 2018; universaldependencies.org/conll18/evaluation.html). Both sides are aligned by the
// characters that are not white space; a token or sentence is right when it covers the same characters. Words
// of multiword tokens ("don't", "Iran's") are aligned by their spelling.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"

namespace entente::nlp {

/// A division of a text. Spans count the bytes that are not white space.
struct Division {
  struct Word {
    Span span;         ///< of its token: all words of a multiword token share one
    std::string form;  ///< in lower case
    bool multiword = false;
  };
  std::vector<Span> tokens;
  std::vector<Word> words;
  std::vector<Span> sentences;
};

/// The text that a treebank was made from, and how its annotators divided it. The text is made of the `#
/// text` lines (of the tokens where there is none): sentences are joined by a blank, unless the last token of
/// the one before says SpaceAfter=No, and paragraphs (`# newdoc`, `# newpar`) by an empty line.
struct RawTreebank {
  std::string text;
  std::vector<Span> sentences;  ///< in bytes of `text`
  Division gold;
};

/// Reads CoNLL-U. Throws DataError (file:line) for lines that are not ten columns, wrong ranges of multiword
/// tokens, and a `# text` that its tokens do not spell.
RawTreebank read_raw_conllu(std::string_view content, const std::string& name);

/// Our own division of `text`. Clitics and the word before them make one multiword token, as in
/// write_conllu().
Division division_of(std::string_view text, const Tokens& tokens);

struct UnitScore {
  std::size_t right = 0;
  std::size_t gold = 0;
  std::size_t predicted = 0;

  /// In per cent; 0 when both sides are empty.
  double f1() const {
    return gold + predicted == 0 ? 0
                                 : 200.0 * static_cast<double>(right) / static_cast<double>(gold + predicted);
  }
};

struct TextScores {
  UnitScore tokens;
  UnitScore words;
  UnitScore sentences;
};

/// REQUIRES: both divide the same text. Linear but for the words of one multiword token, which are aligned by
/// a longest common subsequence.
TextScores compare(const Division& gold, const Division& predicted);

}  // namespace entente::nlp

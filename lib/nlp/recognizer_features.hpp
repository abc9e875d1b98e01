// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What the recognizer of names sees of each word of a document: hashes of its form, its neighbours, its
// place in the tree, what lists of names know of it, and how it is used elsewhere in the document.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "nlp/lexicon.hpp"

namespace entente::nlp {

/// What the caller's lists of names know of a word, as bits whose meaning the caller decides once for all: a
/// model goes with the lists it was trained with.
struct NameHint {
  std::uint32_t begin = 0;   ///< a listed name starts here
  std::uint32_t inside = 0;  ///< a listed name goes on here
  friend bool operator==(const NameHint&, const NameHint&) = default;
};

/// A document as the stages before left it. Views: all must outlive it.
struct NameContext {
  std::string_view text;
  const Tokens& tokens;
  const Parse& parse;
  std::span<const NameHint> hints;  ///< one a token
  const Lexicon& lexicon;
  /// Words without a capital near them are no part of a name: what edited text allows, and saves time.
  bool edited = false;
};

/// The features of each token, one after the other; none for words that are no part of a name for sure.
struct NameFeatures {
  std::vector<std::uint32_t> hashes;
  std::vector<std::uint32_t> begin;  ///< by token, one more at the end
  std::vector<std::uint32_t> forms;  ///< by token: its folded form; 0 unless a nominal with a capital
  std::vector<NameLabel> guesses;    ///< by token: what the syntax stage took it for

  std::span<const std::uint32_t> of(Index token) const {
    return std::span(hashes).subspan(begin[token], begin[token + 1] - begin[token]);
  }
};

/// REQUIRES: hints.size() == tokens.size(). Time: linear.
NameFeatures name_features(const NameContext& context);

}  // namespace entente::nlp

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Part-of-speech tagger: UPOS and XPOS are one label, the pair of them, so that they never contradict each
// other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/document.hpp"
#include "nlp/weights.hpp"
#include "nlp/words.hpp"

namespace entente::nlp {

/// Index into TagSet::pairs.
using Tag = std::uint8_t;

struct TagPair {
  Upos upos = Upos::X;
  Xpos xpos = Xpos::other;
  friend bool operator==(const TagPair&, const TagPair&) = default;
};

/// Form hash -> hash of the tags the form has in the training data; 0 when it is rare.
using Lexicon = std::unordered_map<std::uint32_t, std::uint32_t>;

/// What a tagger knows besides its weights.
struct TagSet {
  std::vector<TagPair> pairs = {TagPair{}};  ///< 1 to 255
  Lexicon lexicon;

  void write(BinaryWriter& out) const;
  static TagSet read(BinaryReader& in);
};

/// One sentence on its way through the tagger. Clear and reuse.
struct TaggerState {
  std::vector<std::string_view> forms;  ///< input
  std::vector<Word> words;
  std::vector<std::uint32_t> lexical;  ///< the lexicon's value of each word
  std::vector<Tag> tags;               ///< output
  std::vector<std::uint32_t> lemmas;   ///< lower_hash() of the lemmas, set by the lemmatizer
  CaseStyle style = CaseStyle::sentence;
  std::string scratch;
};

/// Fills words, lexical and style of `state` from its forms, and clears the tags.
void prepare(const Lexicon& lexicon, TaggerState& state);

/// The features of token `at`; the tags before it are known.
void tagger_features(const TaggerState& state, std::size_t at, std::vector<std::uint32_t>& out);

struct Tagger {
  TagSet set;
  WeightTable weights;

  /// Tags from left to right, each decision final. Fills state.tags.
  void tag(TaggerState& state, std::vector<std::uint32_t>& features, std::vector<std::int32_t>& scores) const;
};

/// Index of the first highest score.
std::size_t best_label(const std::vector<std::int32_t>& scores);

}  // namespace entente::nlp

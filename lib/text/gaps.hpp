// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Gaps between tokens at which the rules of sentences.cpp see no end of a sentence, though there may be one:
// headlines, greetings, signatures and lists that run on in one line. A judge decides about them: a trained
// model or, while it is trained, the treebank.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "text/tokenize.hpp"

namespace entente {

/// What is known of a sentence before a gap.
struct SentenceSoFar {
  bool after_unmarked = false;  ///< the sentence before it ended without a mark
  bool block_start = false;     ///< it is the first one of its block
  bool has_lower = false;       ///< a word of it is in lower case
  bool has_colon = false;
  bool in_quote = false;
  std::uint8_t brackets = 0;  ///< open ones, at most 3

  void add(std::string_view text, const Piece& piece);
};

/// What a judge looks at, as hashes.
class GapFeatures {
 public:
  void add(std::uint32_t hash) { hashes_[size_++] = hash; }
  std::span<const std::uint32_t> hashes() const { return {hashes_.data(), size_}; }

 private:
  std::array<std::uint32_t, 20> hashes_;
  std::size_t size_ = 0;
};

/// Whether the gap after `pieces[i]` is worth a question: most are not. REQUIRES: i + 1 < pieces.size().
bool may_end(std::string_view text, std::span<const Piece> pieces, std::size_t i,
             const SentenceSoFar& so_far);

/// The features of the gap after `pieces[i]`, where `pieces` starts with the sentence that `so_far`
/// describes. REQUIRES: i + 1 < pieces.size(). Constant time.
GapFeatures gap_features(std::string_view text, std::span<const Piece> pieces, std::size_t i,
                         const SentenceSoFar& so_far);

class GapJudge {
 public:
  virtual ~GapJudge() = default;
  /// Whether a sentence ends before byte `at` of the text, where a token ends.
  virtual bool ends(std::size_t at, const GapFeatures& features) = 0;
};

}  // namespace entente

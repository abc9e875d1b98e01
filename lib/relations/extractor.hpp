// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "entente/document.hpp"
#include "entente/facts.hpp"
#include "relations/frames.hpp"
#include "relations/scorer.hpp"

namespace entente::relations {

/// What the text asserts about the mentioned entities, in the order of sentences and triggers. Subjects and
/// objects are indices into `mentions.entities`. A pure function; cost is linear in the text but for the
/// matches of a sentence.
std::vector<Assertion> find_assertions(const Document& document, const Tokens& tokens, const Parse& parse,
                                       const Mentions& mentions, const Frames& frames,
                                       const Scorer& scorer = {});

/// What the scorer learns from: the pairs of one sentence with their features.
struct SentencePairs {
  Span sentence;
  std::vector<Index> subjects, objects;  ///< of each pair: indices into `mentions.entities`
  std::vector<std::vector<std::uint32_t>> features;
  std::uint32_t evidence = 0;  ///< types (a bit each) of the frames that its words trigger
};
std::vector<SentencePairs> find_pairs(const Document& document, const Tokens& tokens, const Parse& parse,
                                      const Mentions& mentions, const Frames& frames);

}  // namespace entente::relations

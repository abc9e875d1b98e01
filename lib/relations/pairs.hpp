// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Pairs of actors in a sentence and what speaks for a relation between them, as hashed features for the
// scorer.
#pragma once

#include <cstdint>
#include <vector>

#include "relations/matcher.hpp"
#include "relations/roles.hpp"

namespace entente::relations {

/// An ordered pair of different entities, read from two mentions of the sentence.
struct Pair {
  Argument subject;
  Argument object;
};

/// All pairs of a sentence, in the order of their mentions. Long lists and far mentions are left out, so that
/// the number stays within a bound whatever the sentence.
std::vector<Pair> pairs_of(const SentenceView& view);

/// Fills `features` with what the sentence says of pairs: the dependency path, words between, prepositions,
/// verbs, types, word classes, the frames that matched, and the types of those that only have a word there.
/// One object a sentence.
class PairFeatures {
 public:
  PairFeatures(const SentenceView& view, const std::vector<Match>& matches);
  /// The types (a bit each) of the frames that its words trigger.
  std::uint32_t evidence() const;
  void fill(const Pair& pair, std::vector<std::uint32_t>& features) const;

 private:
  class Builder;
  const SentenceView& view_;
  const std::vector<Match>& matches_;
  std::vector<std::uint64_t> sentence_features_;  ///< the same for all its pairs
  std::vector<std::uint32_t> triggered_;          ///< of each word: the types of the frames it triggers
};

/// The token that best tells the relation of a pair: the predicate on the path between them.
Index predicate_of(const SentenceView& view, const Pair& pair);

}  // namespace entente::relations

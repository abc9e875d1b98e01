// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What a whole document says for a relation: the pairs of all its sentences brought together by their
// entities, as a row of numbers for each relation that some sentence speaks for.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "entente/facts.hpp"
#include "relations/linear_model.hpp"

namespace entente::relations {

/// How two mentions of a sentence stand to each other.
struct PairReading {
  Index subject = kNone;  ///< entities
  Index object = kNone;
  EntityType subject_type = EntityType::country;
  EntityType object_type = EntityType::country;
  MentionKind subject_kind = MentionKind::name;
  MentionKind object_kind = MentionKind::name;
  bool in_order = false;          ///< the subject stands first
  Index distance = 0;             ///< tokens between their heads
  Index sentence = 0;             ///< its number in the document
  Index sentence_length = 0;      ///< tokens
  std::uint32_t evidence = 0;     ///< types (a bit each) of the frames that words of the sentence trigger
  Probabilities frames{};         ///< score of the best frame of each type that matched; 0 for none
  Probabilities probabilities{};  ///< of each type, by the words of the sentence alone
  std::vector<std::uint32_t> features;  ///< what they were told from
};

/// A relation that a sentence speaks for.
struct Candidate {
  static constexpr std::size_t kColumns = 31;
  Index subject = kNone;  ///< of symmetric types the smaller index
  RelationType type = RelationType::agrees_with;
  Index object = kNone;
  float best = 0;  ///< the most probable reading that has evidence
  std::array<float, kColumns> row{};
};

/// The candidates of a document, ordered by subject, object and type: relations that the ontology allows and
/// for which a frame matched, or a sentence has a word and some probability. Time: the pairs, times their
/// logarithm.
std::vector<Candidate> candidates_of(const std::vector<PairReading>& pairs);

}  // namespace entente::relations

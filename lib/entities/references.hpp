// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The two kinds of reference that coref.cpp walks over.
#pragma once

#include <optional>
#include <vector>

#include "entities/actors.hpp"
#include "entities/discourse.hpp"
#include "entities/reading.hpp"

namespace entente {

/// What a word refers to.
struct Reference {
  Index entity = kNone;
  std::vector<Index> actors;
  Index first = 0;  ///< tokens of the mention
  Index last = 0;
};

/// A pronoun's antecedent: personal, possessive, reflexive and relative pronouns.
std::optional<Reference> resolve_pronoun(const Reading& reading, const Discourse& discourse,
                                         const EntityTable& entities, Index token);

/// The antecedent of a common noun: "the country", "both sides", "the alliance", "the government".
std::optional<Reference> resolve_description(const Reading& reading, const Discourse& discourse,
                                             const EntityTable& entities, const ActorFinder& finder,
                                             Index token);

}  // namespace entente

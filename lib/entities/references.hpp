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
  Reason reason = Reason::salience;
};

/// A pronoun's antecedent: personal, possessive, reflexive and relative pronouns.
std::optional<Reference> resolve_pronoun(const Reading& reading, const Discourse& discourse,
                                         const EntityTable& entities, Index token);

/// "both" and "neither" that stand alone, "the former", "the latter": of the two that were named together
/// last.
std::optional<Reference> resolve_of_two(const Reading& reading, const Discourse& discourse, Index token);

/// "its eastern neighbour", "Portugal's neighbour": the one state that borders the other there, when there is
/// but one, or but one that was mentioned. REQUIRES: token is a noun.
std::optional<Reference> resolve_neighbour(const Reading& reading, const Discourse& discourse,
                                           EntityTable& entities, Index token);

/// The antecedent of a common noun: "the country", "both sides", "the alliance", "the government".
std::optional<Reference> resolve_description(const Reading& reading, const Discourse& discourse,
                                             const EntityTable& entities, const ActorFinder& finder,
                                             Index token);

}  // namespace entente

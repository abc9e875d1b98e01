// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// From a token to the entities that may stand there in a relation: coordination, lifting to the actor, places
// to the country they lie in, nouns that only count or group others ("members of", "a number of").
#pragma once

#include <vector>

#include "relations/roles.hpp"

namespace entente::relations {

struct Argument {
  Index entity = kNone;   ///< index into Mentions::entities
  Index mention = kNone;  ///< index into Mentions::mentions
  bool located = false;   ///< the entity is where the mention lies, not what it names
};

/// What a slot takes.
struct Slot {
  EntityTypes types = kActors;
  bool area = false;     ///< a location: places and facilities are lifted to where they lie
  bool subject = false;  ///< of a predicate: a city that acts stands for its country
};

/// Those that the token names or groups, in order, each once. `soft` looks at possessors and complements too.
std::vector<Argument> resolve(SentenceView& view, Index token, const Slot& slot, bool soft);

/// The slots of a relation type.
Slot subject_slot(RelationType type);
Slot object_slot(RelationType type);

}  // namespace entente::relations

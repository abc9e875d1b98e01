// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Searches for a chain between two entities, from both ends at once.
#pragma once

#include <vector>

#include "graph/steps.hpp"

namespace entente::query {

/// Steps as a search may take them.
struct Passage {
  const graph::StepGraph* ahead = nullptr;
  const graph::StepGraph* back = nullptr;  ///< the same steps turned round
  Index max_partners = 0;                  ///< 0: through anybody

  /// Whether chains may lead through an entity.
  bool allows(Index through) const {
    return max_partners == 0 || out_degree(through, *ahead) <= max_partners;
  }
};

/// The entities of the chain with fewest hops from `start` to `goal`, both included; of several the first in
/// order of entities. Empty when there is none. REQUIRES: start != goal.
std::vector<Index> shortest_chain(const Passage& passage, Index start, Index goal);

/// The same for the chain with the greatest product of scores, of several one with fewest hops.
std::vector<Index> best_chain(const Passage& passage, Index start, Index goal);

}  // namespace entente::query

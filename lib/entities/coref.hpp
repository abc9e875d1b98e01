// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "entities/entity_table.hpp"
#include "entities/reading.hpp"

namespace entente {

/// Resolves pronouns ("it", "their"), relative pronouns, descriptions ("the country", "both sides") and
/// acting nouns without a name ("the government") to what was mentioned before, where that is clear. Gives
/// the new mentions, and fills in the actors of those in `names` that have none ("the Foreign Ministry",
/// "Foreign Minister X"). `names` and `officials` are sorted and linked.
std::vector<Draft> resolve_references(const Reading& reading, std::vector<Draft>& names,
                                      const std::vector<Draft>& officials, EntityTable& entities);

}  // namespace entente

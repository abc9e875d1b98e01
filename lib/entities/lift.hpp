// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "entities/entity_table.hpp"
#include "entities/reading.hpp"

namespace entente {

/// Mentions of those who act for somebody: "Russian border guards", "the government of X". `names` are
/// linked; the result holds the new mentions alone, in order of their heads, which no name holds.
std::vector<Draft> find_officials(const Reading& reading, const std::vector<Draft>& names,
                                  const EntityTable& entities);

/// Gives officials whose words name an office ("the Russian president", "the prime minister of Japan") the
/// person who held it on the document's date, where one person alone did and the text tells of no other time.
void name_office_holders(const Reading& reading, std::vector<Draft>& officials, EntityTable& entities);

/// Borders named by their two sides, "Tajik-Afghan border": places, with the names of the sides nested in
/// them.
std::vector<Draft> find_borders(const Reading& reading, const std::vector<Draft>& names,
                                EntityTable& entities);

}  // namespace entente

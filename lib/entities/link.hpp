// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// From names to entities: who is meant, within the document and in the gazetteer.
#pragma once

#include <vector>

#include "entities/entity_table.hpp"
#include "entities/reading.hpp"
#include "entities/senses.hpp"

namespace entente {

/// Gives every name but persons' its entity, its actors and its location. Names without meaning are removed.
void link_names(const Reading& reading, std::vector<Draft>& names, EntityTable& entities);

/// Gives persons their entity: full names first, then short ones by what was named in full, by title and
/// country, and by terms of office. Names that nobody bears here are removed. REQUIRES: link_names() was
/// called.
void link_persons(const Reading& reading, const Votes& votes, std::vector<Draft>& names,
                  EntityTable& entities);

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "entities/entity_table.hpp"
#include "entities/reading.hpp"

namespace entente {

/// Puts drafts in order: sorted by span, none crossing, one mention a head. Earlier lists win over later
/// ones.
Mentions assemble(const Reading& reading, std::vector<std::vector<Draft>> lists, EntityTable& entities);

}  // namespace entente

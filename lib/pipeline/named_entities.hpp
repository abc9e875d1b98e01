// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "entente/document.hpp"
#include "entente/facts.hpp"

namespace entente {

/// The entities that the text names or that an assertion speaks of; assertions are made to refer to the new
/// list. Left out are those that mentions know only as the country a place lies in, as a people ("Turks"), or
/// as the holder of an office.
std::vector<Entity> named_entities(const Document& document, Mentions&& mentions,
                                   std::vector<Assertion>& assertions);

}  // namespace entente

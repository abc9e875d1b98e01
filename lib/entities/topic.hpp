// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "entente/facts.hpp"
#include "entities/gazetteer.hpp"
#include "entities/reading.hpp"

namespace entente {

/// The country, territory or organization whose name is all that a title says, as an entry of an encyclopedia
/// or a country profile has it: "Bangladesh", "Falkland Islands (Islas Malvinas)", "Country profile:
/// Georgia". Such a text speaks of it also where it does not name it. An entry of the gazetteer, or kNone.
Index topic_of(const Document& document, const Gazetteer& gazetteer);

/// Adds the entity that a text is about to the sentences that name others but not it, as a mention that is
/// left out (MentionKind::omitted). Mentions stay sorted.
void add_omitted(const Reading& reading, Index topic, std::vector<Mention>& mentions);

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "entities/gazetteer.hpp"

namespace entente {

/// Of each sentence: whether find_mentions() could find anything in it, told from its words alone. Where it
/// could not, the sentence need not be parsed: neither it nor another one would be read differently. Errs on
/// the side of true. Time: linear.
std::vector<bool> may_mention(std::string_view text, const Tokens& tokens, const Gazetteer& gazetteer);

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Finds the names of the gazetteer in a text: the longest match from the left, none overlapping.
#pragma once

#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "entities/gazetteer.hpp"

namespace entente {

/// Tokens [first, last) that the gazetteer knows; `value` is their list of senses.
struct Match {
  Index first = 0;
  Index last = 0;
  Index value = kNone;
  friend bool operator==(const Match&, const Match&) = default;
};

/// Case matters, but words in capitals also match names in title case; hyphens and accents do not matter. A
/// match holds a word that is not lower case, and stays within a sentence. Time: linear for practical
/// purposes (each token starts at most one walk of at most the longest name's length).
std::vector<Match> match_names(std::string_view text, const Tokens& tokens, const Gazetteer& gazetteer);

}  // namespace entente

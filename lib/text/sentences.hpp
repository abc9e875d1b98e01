// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "text/tokenize.hpp"

namespace entente {

/// How many of `pieces` make up the first sentence; at least 1, at most kMaxSentenceTokens. Only the first
/// piece may have `Gap::paragraph`. REQUIRES: pieces is not empty.
std::size_t first_sentence(std::string_view text, std::span<const Piece> pieces);

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "text/gaps.hpp"
#include "text/tokenize.hpp"

namespace entente {

/// How many of `pieces` make up the first sentence; at least 1, at most kMaxSentenceTokens. Only the first
/// piece may have `Gap::paragraph`. `start` is what is known before its first token; `judge`, which may be
/// null, is asked where no mark ends it. REQUIRES: pieces is not empty.
std::size_t first_sentence(std::string_view text, std::span<const Piece> pieces, SentenceSoFar start = {},
                           GapJudge* judge = nullptr);

/// Whether a mark, or an abbreviation's full stop, ends the sentence that these pieces are.
bool ends_with_mark(std::span<const Piece> sentence);

}  // namespace entente

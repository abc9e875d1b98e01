// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Sentences and words of a text, as in the Universal Dependencies treebanks of English (EWT, GUM):
//
//   const auto tokens = entente::segment("Moscow doesn't arm Iran's army. It says so.");
//   // | Moscow does n't arm Iran 's army . | It says so . |
//
// Invariants of the result:
//   1. tokens are in order, not empty and do not overlap; every byte that is not white space lies in exactly
//   one;
//   2. sentences are in order, not empty, of at most kMaxSentenceTokens tokens, and hold all tokens together;
//   3. a blank line always ends a sentence.
#pragma once

#include <cstddef>
#include <string_view>

#include "entente/document.hpp"
#include "text/boundary_model.hpp"
#include "text/gaps.hpp"

namespace entente {

inline constexpr std::size_t kMaxSentenceTokens = 400;

/// `text` is valid UTF-8 (see repair_text) of less than 4 GiB; other bytes do no harm. Linear time;
/// thread-safe.
Tokens segment(std::string_view text);

/// The same; `model` finds ends of sentences that no mark shows (headlines and greetings that run on in a
/// line).
Tokens segment(std::string_view text, const BoundaryModel& model);

/// The same; `judge` is asked instead of a model.
Tokens segment(std::string_view text, GapJudge& judge);

}  // namespace entente

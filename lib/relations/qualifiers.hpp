// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Whether what a trigger says is a fact, planned, possible or denied, and whether it begins, lasts or ends:
// read from auxiliaries, negations, adjectives and the verbs and nouns that the trigger depends on (classes
// in words.txt).
#pragma once

#include "relations/roles.hpp"

namespace entente::relations {

Factuality factuality_of(SentenceView& view, Index trigger);

/// The phase by context; `none` when nothing tells.
std::optional<Phase> phase_of(SentenceView& view, Index trigger);

}  // namespace entente::relations

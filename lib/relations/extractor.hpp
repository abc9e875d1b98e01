// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "entente/document.hpp"
#include "entente/facts.hpp"
#include "relations/frames.hpp"
#include "relations/scorer.hpp"

namespace entente::relations {

/// What the text asserts about the mentioned entities, in the order of sentences and triggers. Subjects and
/// objects are indices into `mentions.entities`. A pure function; cost is linear in the text but for the
/// matches of a sentence.
std::vector<Assertion> find_assertions(const Document& document, const Tokens& tokens, const Parse& parse,
                                       const Mentions& mentions, const Frames& frames,
                                       const Scorer& scorer = {});

/// All pairs of actors in the sentences of a document, for the scorer to learn from; without probabilities.
std::vector<PairReading> find_pairs(const Document& document, const Tokens& tokens, const Parse& parse,
                                    const Mentions& mentions, const Frames& frames);

}  // namespace entente::relations

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The entities stage: who and what a text names, and for whom they act.
#pragma once

#include <span>

#include "entente/document.hpp"
#include "entente/facts.hpp"
#include "entities/gazetteer.hpp"

namespace entente {

/// All entities and mentions of a document, in a form where a token is the head of at most one mention (a
/// demonym that is a modifier aside). A pure function; any text, tokens and parse are valid as long as they
/// belong together. `recognised`: what the recognizer of names says of each token (nlp/recognizer.hpp), or
/// nothing. Time: linear.
Mentions find_mentions(const Document& document, const Tokens& tokens, const Parse& parse,
                       const Gazetteer& gazetteer, std::span<const NameLabel> recognised = {});

}  // namespace entente

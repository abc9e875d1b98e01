// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entente/document.hpp"

namespace entente::nlp {

/// The number of tokens of the dateline a sentence starts with, its dash included; 0 without one:
/// "KABUL, June 4 (Reuters) -", "MOSCOW --". The treebanks have hardly any, and a parser makes the town the
/// subject.
Index dateline_length(std::string_view text, const Tokens& tokens, const Sentence& sentence);

}  // namespace entente::nlp

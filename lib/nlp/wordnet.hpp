// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "nlp/lexicon.hpp"

namespace entente::nlp {

/// The single words of a WordNet database (wndb(5WN): index.*, data.*, *.exc in `folder`) with the classes of
/// their first senses, irregular forms with those of their base forms. Throws IoError for missing files and
/// DataError for lines that are not of the format.
std::vector<Lexicon::Entry> read_wordnet(const std::string& folder);

}  // namespace entente::nlp

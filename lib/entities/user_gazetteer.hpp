// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A user's own names, in one of three formats, told by the content:
//
//   - our TSV: first line `# entente-gazetteer 1 <kind>` (data/gazetteer/README.md); kind `leaders` has terms
//   - JSON Lines: {"id": "org:x", "type": "organization", "name": "X", "aliases": ["Y"], "of": "RUS", ...},
//   with the
//     members adjectives, inhabitants, seats (lists), valid ("1991/2003"), population; a person has "terms":
//     [{"office": "President", "of": "RUS", "from": "2000-05-07", "to": ""}]
//   - GeoNames' table of places (`cities15000.txt`): 19 cells, no header; the English and the ASCII name are
//   taken
//
// In the first two a row with an id that is known replaces name, type, owner and years, adds its names, and
// its names come before the same names of others. GeoNames' places come last, and the small ones count only
// where their country is named. Throws IoError, or DataError with file and line.
#pragma once

#include <string>

#include "entities/gazetteer_builder.hpp"

namespace entente {

void add_user_gazetteer(const std::string& path, GazetteerBuilder& builder);

}  // namespace entente

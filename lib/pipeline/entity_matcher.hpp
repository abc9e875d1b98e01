// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Which entity of the gold a predicted one is.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "pipeline/annotated.hpp"

namespace entente {

/// Id of a predicted entity -> id of the gold entity it is, or "?" with its code or name when it is none.
using EntityKeys = std::map<std::string, std::string>;

/// Countries match by code; any other entity by a shared name or alias; long-named types (forces, facilities,
/// bodies, agreements, companies, organizations) also when all words of one name, two at least, stand in the
/// other's.
EntityKeys match_entities(const AnnotatedDocument& predicted, const AnnotatedDocument& gold);

/// A name as it is compared: decomposed, without accents, lower-cased, without possessive 's and a leading
/// "the", its words separated by single spaces.
std::string comparable_name(std::string_view name);

}  // namespace entente

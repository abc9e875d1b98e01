// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Names in a text: what the gazetteer knows, then what it does not. Lists of names are sorted by their first
// token and do not overlap.
#pragma once

#include <string>
#include <vector>

#include "entities/reading.hpp"
#include "entities/senses.hpp"

namespace entente {

/// The name that covers each token: index into the list, or kNone.
std::vector<Index> cover_of(const Reading& reading, const std::vector<Draft>& names);

/// A draft for each match of the gazetteer, without a choice among its senses.
std::vector<Draft> known_names(const Reading& reading);

/// Turns names of persons into drafts of type person: those of the gazetteer that fit, and unknown ones that
/// a title, a given name, an apposition or a verb gives away. Names without any sense left are dropped.
std::vector<Draft> with_persons(const Reading& reading, std::vector<Draft> names);

/// Adds names that only the recognizer of names sees, with the type that their words or the words around them
/// give away: companies, armed groups, organizations, places (data/entities/type_contexts.txt).
std::vector<Draft> with_recognised(const Reading& reading, std::vector<Draft> names);

/// The tokens beside a name that may say what it is: those in apposition or compound with it, what it belongs
/// to ("fighters of X"), and the words before and after it.
std::vector<Index> words_beside(const Reading& reading, Index first, Index last);

/// Makes the names of countries and towns that are also the surname of somebody named in full that person's.
std::vector<Draft> with_namesakes(const Reading& reading, std::vector<Draft> names);

/// Names of facilities, agreements, forces, bodies, companies, organizations and places, recognised by their
/// form.
std::vector<Draft> with_designated(const Reading& reading, std::vector<Draft> names);

/// Adds the document's own short names: acronyms in brackets, "the Division", "Okno".
std::vector<Draft> with_short_names(const Reading& reading, std::vector<Draft> names);

/// The first token of the title that ends before `token` ("Foreign Minister", "Maj.-Gen."); `token` when
/// there is none.
Index title_begin(const Reading& reading, Index token, Index sentence_first);

/// The office in apposition to a name at [first, last), by the commas alone: "the foreign minister, X,", "X,
/// president of Y"; kNone when there is none.
Index office_beside(const Reading& reading, Index first, Index last);

/// The class of a title word (data/entities/offices.txt), empty when it is none. A full stop at its end is
/// ignored.
std::string_view office_class(const Reading& reading, Index token);

}  // namespace entente

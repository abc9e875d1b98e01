// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/store.hpp"
#include "store/sqlite.hpp"

namespace entente::store {

/// What people type as an FTS5 expression: each word quoted, so that nothing in it is an operator. Empty when
/// there is no word.
std::string search_expression(std::string_view words);

/// Makes documents searchable that are not yet: in the file, or, where `in_memory`, in tables of this
/// connection alone.
void add_to_search(const Database& database, bool in_memory);

/// Takes the sentences of a document out of the file's index. REQUIRES: its rows are still there.
void remove_from_search(const Database& database, std::int64_t document);

std::vector<FoundSentence> find_sentences(const Database& database, const std::string& expression,
                                          std::size_t limit, bool in_memory);

}  // namespace entente::store

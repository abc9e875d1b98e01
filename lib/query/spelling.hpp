// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// "Did you mean ...?"
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::query {

/// Insertions, deletions, replacements and swaps of neighbours that turn one into the other, by code point;
/// `limit` + 1 when there are more than `limit`.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit);

/// How many slips a name of that length may have to be taken for another.
std::size_t tolerated(std::size_t length);

/// Case, accents and spacing taken away; the same for all ways to write a name.
std::string fold(std::string_view name);
std::u32string code_points(std::string_view text);

/// `; did you mean X?` with the closest of `names`, or nothing when none is close.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& names);

}  // namespace entente::query

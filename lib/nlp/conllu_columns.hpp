// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The columns of a line of CoNLL-U, for both of its readers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente::nlp {

inline constexpr std::size_t kColumns = 10;
enum Column : std::uint8_t { kId, kForm, kLemma, kUpos, kXpos, kFeats, kHead, kDeprel, kDeps, kMisc };
using Fields = std::array<std::string_view, kColumns>;

/// Splits a line; throws DataError with `file` and `number` when it has not ten columns.
Fields split_columns(std::string_view line, const std::string& file, std::size_t number);
/// A whole number, or nothing.
std::optional<std::uint32_t> number_of(std::string_view text);
/// The value of `key` in a column of `key=value|...`, or nothing.
std::string_view value_in(std::string_view column, std::string_view key);
/// Whether the column MISC says that no blank follows.
bool says_no_space(std::string_view misc);

}  // namespace entente::nlp

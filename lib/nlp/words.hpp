// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What the classifiers see of the words of a sentence: hashes of the form, its affixes and its shape, made
// once.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::nlp {

/// How a sentence is written; in a headline capitals say little about a word.
enum class CaseStyle : std::uint8_t { sentence, title, upper };

/// Hashes of one word; never 0, which stands for "no word".
struct Word {
  std::uint32_t form = 0;   ///< as written; lower-cased in a sentence of capitals; digits as one
  std::uint32_t lower = 0;  ///< lower-cased, digits as one
  std::uint32_t shape = 0;  ///< runs of upper, lower, digit and other characters
  std::array<std::uint32_t, 4> suffixes{};  ///< the last 2, 3, 4 and 5 bytes of the lower-cased form
  std::array<std::uint32_t, 2> prefixes{};  ///< the first 2 and 4 bytes
};

/// Lower case of `text` into `out` (cleared first). Any bytes; what is no UTF-8 stays.
void lowercase(std::string_view text, std::string& out);

/// The value of Word::lower for `form`.
std::uint32_t lower_hash(std::string_view form, std::string& scratch);

CaseStyle case_style(const std::vector<std::string_view>& forms);

/// `scratch` is only there to be reused.
Word make_word(std::string_view form, CaseStyle style, std::string& scratch);

}  // namespace entente::nlp

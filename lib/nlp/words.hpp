// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What the network sees of how a word is written: hashes of the form, its affixes and its shape.
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
  std::uint32_t form = 0;   ///< folded
  std::uint32_t shape = 0;  ///< runs of upper, lower, digit and other characters, with the sentence's style
  std::array<std::uint32_t, 3> suffixes{};  ///< the last 2, 3 and 4 bytes of the folded form
  std::uint32_t prefix = 0;                 ///< its first 3 bytes
};

/// Lower case of `text` into `out` (cleared first). Any bytes; what is no UTF-8 stays.
void lowercase(std::string_view text, std::string& out);

/// Lower case without diacritics and with all digits as 0, of at most the first 64 bytes, into `out` (cleared
/// first): "Erdoğan" and "ERDOGAN" become the same.
void fold_word(std::string_view form, std::string& out);

/// The hash of a folded form.
std::uint32_t word_hash(std::string_view folded);

CaseStyle case_style(const std::vector<std::string_view>& forms);

/// `first`: the word starts its sentence. `folded` receives fold_word(form).
Word make_word(std::string_view form, CaseStyle style, bool first, std::string& folded);

}  // namespace entente::nlp

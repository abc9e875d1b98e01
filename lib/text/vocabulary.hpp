// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The few closed word lists of English that segmentation needs. They are part of the algorithm, as the
// grammar of numbers is, which is why they are code and not data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente {

enum class Abbreviation : std::uint8_t {
  none,
  title,    ///< stands before a name or number and never ends a sentence: Gen. No.
  numeric,  ///< an abbreviation only before a number, else a word: No. Art. p.
  dated,    ///< months and days: ends a sentence rarely
  initial,  ///< the one capital letter of a name: J. K. Smith
  final     ///< often ends a sentence: Inc. etc. U.S. p.m.
};

/// The class of `word`, which is given without its last full stop ("Gen", "U.S", "J").
Abbreviation abbreviation(std::string_view word);

/// Where a run-together word divides ("cannot" -> 3, "gonna" -> 3, "dont" -> 2), or 0.
std::size_t contraction(std::string_view word);

/// Whether a hyphen after it stays inside the word: "anti", "re", "co".
bool is_prefix(std::string_view word);

/// Whether it is a unit that may touch its number: "km", "pm", "bn".
bool is_unit(std::string_view word);

/// Capitalized words that start sentences and hardly ever continue a name: "The", "But", "However".
bool starts_sentences(std::string_view word);

/// Verbs of saying that follow a quotation: "said", "asks".
bool is_saying(std::string_view word);

/// "com", "org", "pdf": what a dot inside a word may lead to without ending a sentence.
bool is_extension(std::string_view word);

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The form in which names are compared: "U.S." and "US", "al-Qaeda" and "Al Qaeda", "São Tomé" and "Sao Tome"
// are the same. Case is kept, for "us" is not "US".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Appends the keys of one word to `out`, separated by a blank: none for a hyphen or dash, several for a word
/// with hyphens inside. Accents, the dots of acronyms and curly apostrophes are folded. Any bytes are
/// accepted.
void append_name_keys(std::string_view word, std::string& out);

/// The keys of a whole phrase, as above; the words of the phrase are split at blanks only.
std::string name_key(std::string_view phrase);

/// "MOSCOW" -> "Moscow"; empty unless the (folded) key is all capitals and longer than one letter.
std::string title_case_key(std::string_view key);

/// The consonants of a name as far as transcriptions agree on them: the same for "Rakhmon" and "Rahmon",
/// "Qadhafi" and "Gaddafi", "Sargsyan" and "Sarkisian".
std::string sound_key(std::string_view name);

/// Lower-case ASCII slug of a name for ids: "Okno tracking station" -> "okno-tracking-station". Letters
/// without an ASCII form are hex numbers, so that two different names seldom share a slug; never empty.
std::string slug(std::string_view name);

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What is known of words besides how they are written: WordNet's classes and the kinds of names they occur
// in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/binary.hpp"

namespace entente::nlp {

/// Kinds of names a word is (part of), as bits.
enum NameBit : std::uint8_t {
  kCountryName = 1,        ///< the whole name of a country or territory
  kPeopleName = 2,         ///< an adjective or the inhabitants of one
  kPlaceName = 4,          ///< the whole name of a city, region or other place
  kPersonName = 8,         ///< a part of a person's name
  kOrganizationName = 16,  ///< a capitalized part of an organization's name
};

/// The classes of one word; 0 where it has none.
struct WordClasses {
  std::uint8_t noun = 0;   ///< lexicographer file of the first noun sense, from 1
  std::uint8_t verb = 0;   ///< lexicographer file of the first verb sense, from 1
  std::uint8_t other = 0;  ///< 1: an adjective, 2: an adverb, 3: both
  std::uint8_t names = 0;  ///< NameBits
  friend bool operator==(const WordClasses&, const WordClasses&) = default;
};
inline constexpr std::size_t kNounClasses = 27;  ///< with 0
inline constexpr std::size_t kVerbClasses = 16;
inline constexpr std::size_t kOtherClasses = 4;
inline constexpr std::size_t kNameClasses = 32;

/// Words and their classes: base forms, looked up also by their inflected forms. Immutable once made.
class Lexicon {
 public:
  struct Entry {
    std::uint32_t key;  ///< lower_hash() of the word
    WordClasses classes;
  };
  Lexicon() = default;
  /// In any order; the classes of equal keys are united, the first noun and verb class winning.
  explicit Lexicon(std::vector<Entry> entries);

  /// The classes of a lower-cased word. A noun or verb that is not listed is looked up without its ending
  /// ("invaded", "bases"), as WordNet's morphological processor does. `scratch` is only there to be reused.
  WordClasses find(std::string_view lower, std::string& scratch) const;
  bool is_verb(std::string_view lower) const { return exact(lower).verb != 0; }
  std::size_t size() const { return keys_.size(); }

  void write(BinaryWriter& out) const;
  static Lexicon read(BinaryReader& in);

 private:
  WordClasses exact(std::string_view lower) const;
  void index();

  std::vector<std::uint32_t> keys_;  ///< ascending
  std::vector<std::uint32_t> values_;
  std::vector<std::uint32_t> slots_;  ///< open hash table of positions + 1
};

}  // namespace entente::nlp

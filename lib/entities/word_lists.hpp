// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The word lists of this stage (data/entities/*.txt): words and short phrases with a class. Format and
// meaning of each list: data/entities/README.md. Immutable once loaded.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente {

enum class WordList : std::uint8_t {
  acting_nouns,
  offices,
  designators,
  descriptions,
  pronouns,
  given_names,
  not_names,
  name_words,
  place_contexts,
  person_contexts,
  equivalents,
  family_first,
  national_offices,
  head_offices,
  office_terms,
  no_state,
  headings,
  openers,
  type_contexts
};
inline constexpr std::array<std::string_view, 19> kWordListNames = {
    "acting_nouns",     "offices",      "designators",    "descriptions",    "pronouns",    "given_names",
    "not_names",        "name_words",   "place_contexts", "person_contexts", "equivalents", "family_first",
    "national_offices", "head_offices", "office_terms",   "no_state",        "headings",    "openers",
    "type_contexts"};

class WordLists {
 public:
  /// Reads `directory`/<name>.txt for every list. Throws IoError when one is missing, DataError on a bad
  /// line.
  static WordLists load(const std::string& directory);

  /// The class of a phrase in a list, or nullptr. Phrases are lower case unless the list is one of names.
  const std::string* find(WordList list, std::string_view phrase) const;
  bool has(WordList list, std::string_view phrase) const { return find(list, phrase) != nullptr; }
  /// All lines of a list in order: for lists that are turned into other tables.
  const std::vector<std::pair<std::string, std::string>>& lines(WordList list) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Table = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;
  std::array<Table, kWordListNames.size()> tables_;
  std::array<std::vector<std::pair<std::string, std::string>>, kWordListNames.size()> lines_;
};

}  // namespace entente

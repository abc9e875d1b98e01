// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Bits 0 to 12 are the types of entities that a name of the gazetteer may mean; the others follow. A model of
// the recognizer was trained with these bits: change them and it has to be made anew.
#include "entities/name_hints.hpp"

#include <algorithm>

#include "entities/match.hpp"
#include "entities/reading.hpp"

namespace entente {
namespace {

enum HintBit : std::uint32_t {
  kPeople = 1U << 13,
  kSurname = 1U << 14,
  kSeat = 1U << 15,
  kGivenName = 1U << 16,
  kTitle = 1U << 17,
  kParticle = 1U << 18,
  kDesignator = 1U << 19,  ///< of companies; the next two: of places, of other bodies
  kTime = 1U << 22,        ///< "March", "Monday"
  kNoName = 1U << 23,      ///< other capitalised words that are no name by themselves
};

std::uint32_t bit_of(const Sense& sense, const Gazetteer& gazetteer) {
  switch (sense.kind) {
    case SenseKind::name:
      return bit(gazetteer.entry(sense.entry).type);
    case SenseKind::adjective:
    case SenseKind::inhabitant:
    case SenseKind::prefix:
      return kPeople;
    case SenseKind::seat:
      return kSeat;
    case SenseKind::surname:
      return kSurname;
  }
  return 0;
}

std::uint32_t designator_bit(std::string_view word_class) {
  const std::string_view type = word_class.substr(0, word_class.find(' '));
  if (type == "company") return kDesignator;
  if (type == "facility" || type == "place" || type == "land" || type == "region") return kDesignator << 1U;
  return type == "agreement" ? 0 : kDesignator << 2U;
}

std::uint32_t word_bits(std::string_view word, const WordLists& words) {
  std::uint32_t bits = words.has(WordList::given_names, word) ? std::uint32_t{kGivenName} : 0U;
  std::string lower = ascii_lower(word);
  if (lower.size() > 1 && lower.back() == '.') lower.pop_back();
  if (const std::string* title = words.find(WordList::offices, lower);
      title != nullptr && *title != "modifier")
    bits |= kTitle;
  if (words.has(WordList::name_words, word)) bits |= kParticle;
  if (const std::string* found = words.find(WordList::not_names, word))
    bits |= *found == "time" ? kTime : kNoName;
  if (const std::string* found = words.find(WordList::designators, lower)) bits |= designator_bit(*found);
  return bits;
}

}  // namespace

std::vector<nlp::NameHint> name_hints(std::string_view text, const Tokens& tokens,
                                      const Gazetteer& gazetteer) {
  std::vector<nlp::NameHint> hints(tokens.size());
  for (Index token = 0; token < tokens.size(); ++token)
    hints[token].begin = word_bits(tokens.word(text, token), gazetteer.words());
  for (const Match& match : match_names(text, tokens, gazetteer)) {
    std::uint32_t bits = 0;
    for (const Sense& sense : gazetteer.senses(match.value)) bits |= bit_of(sense, gazetteer);
    hints[match.first].begin |= bits;
    for (Index token = match.first + 1; token < match.last; ++token) hints[token].inside |= bits;
  }
  return hints;
}

}  // namespace entente

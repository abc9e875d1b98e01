// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A surname that is also a country's or town's name ("Jordan") means the person once the text has named one
// in full, unless a preposition of place stands before it or the text speaks of the country in other words
// too.
#include <string>
#include <unordered_map>

#include "entities/names.hpp"

namespace entente {
namespace {

constexpr EntityTypes kLands = bits(EntityType::country, EntityType::territory, EntityType::place);

/// Surname of each person named in full -> where first.
std::unordered_map<std::string, Index> surnames_of(const Reading& reading, const std::vector<Draft>& names) {
  std::unordered_map<std::string, Index> first;
  for (const Draft& name : names)
    if (name.type == EntityType::person && name.name_last - name.name_first > 1)
      first.emplace(std::string(reading.word(name.name_last - 1)), name.mention.first);
  return first;
}

bool is_placed(const Reading& reading, Index token) {
  const std::string* found =
      reading.gazetteer.words().find(WordList::place_contexts, reading.preposition(token));
  return found != nullptr && found->find("preposition") != std::string::npos;
}

/// Entries that the text names by another word than `surname`s: "Jordanian".
bool named_otherwise(const Reading& reading, const std::vector<Draft>& names, const Draft& draft) {
  const std::string_view word = reading.word(draft.mention.first);
  for (const Draft& other : names)
    if (other.entry == draft.entry && other.type != EntityType::person &&
        reading.word(other.mention.first) != word)
      return true;
  return false;
}

}  // namespace

std::vector<Draft> with_namesakes(const Reading& reading, std::vector<Draft> names) {
  const auto surnames = surnames_of(reading, names);
  if (surnames.empty()) return names;
  for (Draft& name : names) {
    const bool land = has(kLands, name.type) && name.mention.kind == MentionKind::name && name.entry != kNone;
    if (!land || name.mention.last - name.mention.first != 1) continue;
    const auto found = surnames.find(std::string(reading.word(name.mention.first)));
    if (found == surnames.end() || found->second > name.mention.first) continue;
    if (is_placed(reading, name.mention.head) || named_otherwise(reading, names, name)) continue;
    name.type = EntityType::person;
    name.entry = kNone;
    name.senses = {};
    name.name = found->first;
  }
  return names;
}

}  // namespace entente

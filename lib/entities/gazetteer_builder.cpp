// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Each name goes into the trie as a sequence of keys; its node holds a number, and that number a list of
// senses in the order of the files, which is the order of preference when nothing else decides.
#include "entities/gazetteer_builder.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <tuple>
#include <utility>

#include "entente/error.hpp"
#include "entities/name_key.hpp"
#include "entities/user_gazetteer.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 14> kEntityFiles = {
    "countries", "historical", "igos",          "territories", "regions",    "groups", "bodies",
    "forces",    "companies",  "organizations", "facilities",  "agreements", "places", "cities"};
constexpr std::size_t kColumns = 9;
constexpr std::size_t kLeaderColumns = 7;
constexpr std::size_t kSuccessionColumns = 4;
constexpr std::size_t kBorderColumns = 3;

/// "Republic of China@1912/1949": cuts the years in which the name meant this entity off its end.
std::string_view cut_period(std::string_view phrase, Sense& sense) {
  const auto at = phrase.rfind('@');
  const auto slash = phrase.rfind('/');
  if (at == std::string_view::npos || slash == std::string_view::npos || slash < at) return phrase;
  const auto year = [](std::string_view digits) {
    return static_cast<std::int16_t>(std::atoi(std::string(digits.substr(0, 4)).c_str()));
  };
  sense.from = year(phrase.substr(at + 1, slash - at - 1));
  sense.to = year(phrase.substr(slash + 1));
  return phrase.substr(0, at);
}

}  // namespace

Gazetteer Gazetteer::load(const std::string& data_directory) {
  return load(data_directory + "/gazetteer", data_directory + "/entities");
}

Gazetteer Gazetteer::load(const std::string& gazetteer_directory, const std::string& words_directory,
                          const std::vector<std::string>& user_files) {
  GazetteerBuilder builder(WordLists::load(words_directory));
  const std::string directory = gazetteer_directory + "/";
  for (const std::string_view kind : kEntityFiles) {
    const std::string path = directory + std::string(kind) + ".tsv";
    if (kind == "countries" || std::filesystem::exists(path)) builder.add_entities(path, std::string(kind));
  }
  if (std::filesystem::exists(directory + "leaders.tsv")) builder.add_leaders(directory + "leaders.tsv");
  if (std::filesystem::exists(directory + "successions.tsv"))
    builder.add_successions(directory + "successions.tsv");
  if (std::filesystem::exists(directory + "borders.tsv")) builder.add_borders(directory + "borders.tsv");
  for (const std::string& file : user_files) add_user_gazetteer(file, builder);
  return builder.finish();
}

GazetteerBuilder::GazetteerBuilder(WordLists words) {
  gazetteer_.words_ = std::move(words);
  for (const auto& [word, others] : gazetteer_.words_.lines(WordList::equivalents)) {
    const Index target = gazetteer_.symbols_.intern(word);
    gazetteer_.canonical_.resize(gazetteer_.symbols_.size(), kNone);
    gazetteer_.canonical_[target] = target;
    for (const std::string& other : split_cell(others, ' ')) {
      const Index symbol = gazetteer_.symbols_.intern(other);
      gazetteer_.canonical_.resize(gazetteer_.symbols_.size(), kNone);
      gazetteer_.canonical_[symbol] = target;
    }
  }
}

Index GazetteerBuilder::add_entry(GazetteerEntry entry) {
  const Index index = static_cast<Index>(gazetteer_.entries_.size());
  gazetteer_.by_id_.emplace(entry.id, index);
  gazetteer_.entries_.push_back(std::move(entry));
  return index;
}

void GazetteerBuilder::add_phrase(std::string_view phrase, Sense sense) {
  if (phrase.substr(0, 4) == "The ") phrase.remove_prefix(4);
  const std::string keys = name_key(phrase);
  std::vector<Index> symbols;
  for (const std::string& key : split_cell(keys, ' ')) {
    const Index symbol = gazetteer_.symbols_.intern(key);
    if (symbol >= gazetteer_.canonical_.size()) gazetteer_.canonical_.push_back(symbol);
    symbols.push_back(gazetteer_.canonical_[symbol]);
  }
  if (symbols.empty()) return;
  const Index value = gazetteer_.trie_.insert(symbols, static_cast<Index>(phrase_senses_.size()));
  if (value == phrase_senses_.size()) phrase_senses_.emplace_back();
  auto& senses = phrase_senses_[value];
  const auto same = std::find(senses.begin(), senses.end(), sense);
  if (same == senses.end()) {
    senses.insert(first_ ? senses.begin() : senses.end(), sense);
  } else if (first_) {
    std::rotate(senses.begin(), same, same + 1);
  }
}

void GazetteerBuilder::add_phrases(std::string_view cell, Index entry, SenseKind kind) {
  for (const std::string& phrase : split_cell(cell)) {
    const bool prefix = kind == SenseKind::adjective && phrase.back() == '-';
    Sense sense{entry, prefix ? SenseKind::prefix : kind};
    add_phrase(cut_period(phrase, sense), sense);
  }
}

void GazetteerBuilder::read_codes(const FilePlace& place, std::string_view cell, GazetteerEntry& entry) {
  for (const std::string& pair : split_cell(cell)) {
    const auto equals = pair.find('=');
    if (equals == std::string::npos) place.fail("expected key=value in the last column, not '" + pair + "'");
    const std::string key = pair.substr(0, equals);
    const std::string value = pair.substr(equals + 1);
    if (key == "population") entry.population = std::atof(value.c_str());
    if (key == "iso2") ids_by_iso2_.emplace(value, entry.id);
    if (key == "lat") entry.latitude = std::atof(value.c_str());
    if (key == "lon") entry.longitude = std::atof(value.c_str());
    if (key == "ambiguous") entry.ambiguous = true;
    if (key != "valid") continue;
    const auto slash = value.find('/');
    if (slash == std::string::npos) place.fail("expected valid=from/to, not '" + pair + "'");
    entry.valid_from = std::atoi(value.substr(0, slash).c_str());
    entry.valid_to = std::atoi(value.substr(slash + 1).c_str());
  }
}

Index GazetteerBuilder::put_entry(GazetteerEntry entry, const FilePlace& place, Merge merge) {
  const Index known = gazetteer_.find(entry.id);
  if (known == kNone) return add_entry(std::move(entry));
  if (merge == Merge::refuse) place.fail("the id '" + entry.id + "' is taken");
  gazetteer_.entries_[known] = std::move(entry);
  return known;
}

void GazetteerBuilder::add_entity(const std::vector<std::string>& cells, const FilePlace& place,
                                  Merge merge) {
  if (cells.size() != kColumns) place.fail("expected 9 columns, found " + std::to_string(cells.size()));
  const auto type = entity_type(cells[1]);
  if (!type) place.fail("unknown entity type '" + cells[1] + "'");
  if (cells[0].empty() || cells[2].empty()) place.fail("an entity needs an id and a name");
  GazetteerEntry entry;
  entry.id = cells[0];
  entry.type = *type;
  entry.name = cells[2];
  if (*type == EntityType::country) entry.code = cells[0];
  const auto adjectives = split_cell(cells[4]);
  if (!adjectives.empty()) entry.adjective = adjectives.front();
  read_codes(place, cells[8], entry);
  const Index index = put_entry(std::move(entry), place, merge);
  if (!cells[7].empty()) references_.push_back({index, cells[7], place});
  first_ = merge == Merge::replace;
  add_phrase(cells[2], {index, SenseKind::name});
  add_phrases(cells[3], index, SenseKind::name);
  add_phrases(cells[4], index, SenseKind::adjective);
  add_phrases(cells[5], index, SenseKind::inhabitant);
  add_phrases(cells[6], index, SenseKind::seat);
  first_ = false;
}

void GazetteerBuilder::add_entities(const std::string& path, const std::string& kind, Merge merge) {
  TsvReader reader(path, "# entente-gazetteer 1 " + kind);
  while (reader.next()) add_entity(reader.cells(), reader.place(), merge);
}

void GazetteerBuilder::add_term(const std::vector<std::string>& cells, const FilePlace& place) {
  if (cells.size() != kLeaderColumns) place.fail("expected 7 columns, found " + std::to_string(cells.size()));
  if (cells[0].empty() || cells[1].empty()) place.fail("a leader needs an id and a name");
  const Index of = gazetteer_.find(cells[4]);
  if (of == kNone) place.fail("unknown country or organization '" + cells[4] + "'");
  Index person = gazetteer_.find(cells[0]);
  if (person == kNone) {
    GazetteerEntry entry;
    entry.id = cells[0];
    entry.type = EntityType::person;
    entry.name = cells[1];
    entry.of = of;
    person = add_entry(std::move(entry));
  }
  add_phrase(cells[1], {person, SenseKind::name});
  add_surnames(cells[1], person, of);
  for (const std::string& alias : split_cell(cells[2])) {
    const bool whole = alias.find_first_of(" -") != std::string::npos;
    add_phrase(alias, {person, whole ? SenseKind::name : SenseKind::surname});
  }
  gazetteer_.terms_.push_back({person, of, cells[3], cells[5], cells[6]});
}

void GazetteerBuilder::add_leaders(const std::string& path) {
  TsvReader reader(path, "# entente-gazetteer 1 leaders");
  while (reader.next()) add_term(reader.cells(), reader.place());
}

Index GazetteerBuilder::country(const std::string& iso2) const {
  const auto found = ids_by_iso2_.find(iso2);
  return found == ids_by_iso2_.end() ? kNone : gazetteer_.find(found->second);
}

Index GazetteerBuilder::known(const FilePlace& place, const std::string& id) const {
  const Index entry = gazetteer_.find(id);
  if (entry == kNone) place.fail("unknown id '" + id + "'");
  return entry;
}

void GazetteerBuilder::add_successions(const std::string& path) {
  TsvReader reader(path, "# entente-gazetteer 1 successions");
  while (reader.next()) {
    const auto& cells = reader.cells();
    if (cells.size() != kSuccessionColumns)
      reader.fail("expected 4 columns, found " + std::to_string(cells.size()));
    const Index predecessor = known(reader.place(), cells[0]);
    const Index successor = known(reader.place(), cells[1]);
    if (cells[3] == "whole")
      gazetteer_.successions_.push_back({successor, predecessor, std::atoi(cells[2].c_str())});
  }
}

void GazetteerBuilder::add_borders(const std::string& path) {
  TsvReader reader(path, "# entente-gazetteer 1 borders");
  while (reader.next()) {
    const auto& cells = reader.cells();
    if (cells.size() != kBorderColumns)
      reader.fail("expected 3 columns, found " + std::to_string(cells.size()));
    gazetteer_.borders_.emplace_back(known(reader.place(), cells[0]), known(reader.place(), cells[1]));
  }
}

/// "Vladimir Putin" -> "Putin"; "Charles de Gaulle" -> "de Gaulle", "Gaulle"; where the family comes first
/// (data/entities/family_first.txt) "Xi Jinping" -> "Xi" as well.
void GazetteerBuilder::add_surnames(std::string_view full_name, Index person, Index of) {
  const std::vector<std::string> parts = split_cell(full_name, ' ');
  if (parts.size() < 2) return;
  std::size_t last = parts.size() - 1;
  const auto is = [&](std::size_t i, std::string_view word_class) {
    const std::string* found = gazetteer_.words_.find(WordList::name_words, parts[i]);
    return found != nullptr && *found == word_class;
  };
  while (is(last, "suffix") && last > 0) --last;
  const auto ordinary =
      [&](const std::string& word) {  // "Council", "of": rows that are no person's name, articles
        return gazetteer_.words_.has(WordList::not_names, word) || word.size() < 2 ||
               (word[0] >= 'a' && word[0] <= 'z');
      };
  if (last == 0 || ordinary(parts[last])) return;
  add_phrase(parts[last], {person, SenseKind::surname});
  auto& alike = gazetteer_.by_sound_[sound_key(parts[0]) + ' ' + sound_key(parts[last])];
  if (alike.empty() || alike.back() != person) alike.push_back(person);
  std::string with_particles = parts[last];
  for (std::size_t i = last; i-- > 1 && is(i, "particle");) {
    with_particles = parts[i] + " " + with_particles;
    add_phrase(with_particles, {person, SenseKind::surname});
  }
  if (gazetteer_.words_.has(WordList::family_first, gazetteer_.entry(of).id) && !ordinary(parts[0]))
    add_phrase(parts[0], {person, SenseKind::surname});
}

void GazetteerBuilder::sort_terms() {
  auto& terms = gazetteer_.terms_;
  std::stable_sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) {
    return std::tie(a.person, a.from) < std::tie(b.person, b.from);
  });
  for (Index i = 0; i < terms.size(); ++i) gazetteer_.terms_in_[terms[i].of].push_back(i);
}

Gazetteer GazetteerBuilder::finish() {
  for (const Reference& reference : references_) {
    const Index of = gazetteer_.find(reference.id);
    if (of == kNone)
      reference.place.fail("'" + gazetteer_.entry(reference.entry).id + "' belongs to the unknown id '" +
                           reference.id + "'");
    gazetteer_.entries_[reference.entry].of = of;
  }
  gazetteer_.sense_begin_.assign(1, 0);
  for (const auto& senses : phrase_senses_) {
    gazetteer_.senses_.insert(gazetteer_.senses_.end(), senses.begin(), senses.end());
    gazetteer_.sense_begin_.push_back(static_cast<Index>(gazetteer_.senses_.size()));
  }
  sort_terms();
  return std::move(gazetteer_);
}

}  // namespace entente

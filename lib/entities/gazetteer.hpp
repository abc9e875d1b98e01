// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What is known beforehand: countries, their adjectives, capitals, alliances, groups, forces, leaders with
// their terms of office (data/gazetteer/*.tsv), and the word lists of this stage (data/entities/*.txt). Maps
// phrases to senses.
//
// Thread-safety: immutable once loaded. Lifetime: views and spans live as long as the gazetteer.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "entente/document.hpp"
#include "entente/ids.hpp"
#include "entente/ontology.hpp"
#include "entities/phrase_trie.hpp"
#include "entities/word_lists.hpp"

namespace entente {

/// What a phrase is to the entity it stands for.
enum class SenseKind : std::uint8_t {
  name,        ///< "Russia", "RF"
  adjective,   ///< "Russian"
  inhabitant,  ///< "Russians"
  seat,        ///< "Moscow", "Kremlin"
  surname,     ///< "Putin": a person's short name
  prefix       ///< "Russo" of "Russo-Japanese"
};

struct Sense {
  Index entry = kNone;  ///< index into Gazetteer::entries()
  SenseKind kind = SenseKind::name;
  std::int16_t from = 0;  ///< years in which the phrase meant this entity; 0 when not limited
  std::int16_t to = 0;
  friend bool operator==(const Sense&, const Sense&) = default;
};

struct GazetteerEntry {
  std::string id;
  EntityType type = EntityType::country;
  std::string name;
  std::string adjective;  ///< "Russian"; empty when it has none
  std::string code;       ///< ISO 3166-1 alpha-3 (or the code of the ontology) of a country
  Index of = kNone;       ///< the entry it belongs to or lies in
  int valid_from = 0;     ///< years in which it existed; 0 when not limited
  int valid_to = 0;
  double population = 0;
  double latitude = 0;  ///< of a country: its capital's, in degrees; both 0 when not known
  double longitude = 0;
  bool ambiguous = false;  ///< the name alone is not enough: its country has to be named as well
};

/// A state that came out of another one as a whole ("Ukraine" of the Soviet Union in 1991).
struct Succession {
  Index successor = kNone;
  Index predecessor = kNone;
  int year = 0;
};

/// A person's time in an office.
struct Term {
  Index person = kNone;
  Index of = kNone;    ///< country or organization
  std::string office;  ///< "President"
  std::string from;    ///< ISO date or year; empty when not known
  std::string to;      ///< empty while in office
  /// Whether the term covers a year; open ends count.
  bool covers(int year) const;
  /// Years between the term and `year`; 0 within.
  int distance(int year) const;
};

class Gazetteer {
 public:
  /// Loads `data_directory`/gazetteer and `data_directory`/entities. Throws IoError or DataError (file:line).
  static Gazetteer load(const std::string& data_directory);
  /// The same from two folders: that of the .tsv files and that of the word lists; then the user's own files
  /// (see user_gazetteer.hpp), which win where they contradict.
  static Gazetteer load(const std::string& gazetteer_directory, const std::string& words_directory,
                        const std::vector<std::string>& user_files = {});

  const std::vector<GazetteerEntry>& entries() const { return entries_; }
  const GazetteerEntry& entry(Index index) const { return entries_[index]; }
  /// The entry with that id, or kNone.
  Index find(std::string_view id) const;

  /// The senses of a phrase in the trie, best first.
  std::span<const Sense> senses(Index value) const;
  const PhraseTrie& trie() const { return trie_; }
  /// The symbol of one key (see name_key.hpp), equivalents mapped to one; kNone when no name has it.
  Index symbol(std::string_view key) const;
  /// The senses of a whole name, e.g. "Soviet Union"; empty when not known.
  std::span<const Sense> lookup(std::string_view phrase) const;

  /// The state that held the land of `state` in a year: the Soviet Union for Ukraine in 1972, Sudan for South
  /// Sudan in 2005; `state` itself where nothing else is known, or the year is 0.
  Index state_at(Index state, int year) const;

  /// The states that share a land border with one.
  std::vector<Index> neighbours(Index state) const;

  std::span<const Term> terms() const { return terms_; }
  /// Terms of a person, in order of time.
  std::span<const Term> terms_of(Index person) const;
  /// Terms in offices of a country or organization, as indices into terms().
  const std::vector<Index>& terms_in(Index of) const;

  /// Persons whose first and last names sound like these (see sound_key), e.g. other transcriptions.
  const std::vector<Index>& sounding_like(std::string_view given, std::string_view family) const;

  const WordLists& words() const { return words_; }

 private:
  friend class GazetteerBuilder;
  WordLists words_;
  std::vector<GazetteerEntry> entries_;
  std::unordered_map<std::string, Index> by_id_;
  SymbolTable symbols_;
  std::vector<Index> canonical_;  ///< by symbol
  PhraseTrie trie_;
  std::vector<Sense> senses_;
  std::vector<Index> sense_begin_;  ///< by value of the trie, one more at the end
  std::vector<Succession> successions_;
  std::vector<std::pair<Index, Index>> borders_;
  std::vector<Term> terms_;  ///< sorted by person, then time
  std::unordered_map<Index, std::vector<Index>> terms_in_;
  std::unordered_map<std::string, std::vector<Index>> by_sound_;
};

}  // namespace entente

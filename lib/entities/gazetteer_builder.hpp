// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Fills a Gazetteer: rows in, tables out, then thrown away.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entities/gazetteer.hpp"
#include "entities/tsv_reader.hpp"

namespace entente {

class GazetteerBuilder {
 public:
  /// What to do with an id that is there already, and where a row's names rank among others' same names.
  enum class Merge : std::uint8_t {
    refuse,   ///< an error: the project's own files
    replace,  ///< the row wins, and its names come first; older names stay
    append    ///< as `replace`, but its names come last
  };

  explicit GazetteerBuilder(WordLists words);
  /// Adds the rows of an entity file, or of leaders.tsv. Throws IoError, DataError.
  void add_entities(const std::string& path, const std::string& kind, Merge merge = Merge::refuse);
  void add_leaders(const std::string& path);
  void add_successions(const std::string& path);
  void add_borders(const std::string& path);
  /// One row: the nine cells of an entity file, the seven of leaders.tsv. Throws DataError.
  void add_entity(const std::vector<std::string>& cells, const FilePlace& place, Merge merge);
  void add_term(const std::vector<std::string>& cells, const FilePlace& place);
  /// The country with an ISO 3166-1 alpha-2 code, or kNone.
  Index country(const std::string& iso2) const;
  const Gazetteer& so_far() const { return gazetteer_; }
  /// Resolves references and freezes. The builder is empty afterwards.
  Gazetteer finish();

 private:
  struct Reference {  ///< an `of` cell, resolved when all files are read
    Index entry;
    std::string id;
    FilePlace place;
  };
  Index known(const FilePlace& place, const std::string& id) const;
  Index add_entry(GazetteerEntry entry);
  Index put_entry(GazetteerEntry entry, const FilePlace& place, Merge merge);
  void add_phrase(std::string_view phrase, Sense sense);
  void add_phrases(std::string_view cell, Index entry, SenseKind kind);
  void add_surnames(std::string_view full_name, Index person, Index of);
  void read_codes(const FilePlace& place, std::string_view cell, GazetteerEntry& entry);
  void sort_terms();

  Gazetteer gazetteer_;
  std::vector<std::vector<Sense>> phrase_senses_;
  std::vector<Reference> references_;
  std::map<std::string, std::string> ids_by_iso2_;
  bool first_ = false;  ///< the names now added come before others
};

}  // namespace entente

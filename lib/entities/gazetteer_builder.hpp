// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Fills a Gazetteer: rows in, tables out, then thrown away.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entities/gazetteer.hpp"
#include "entities/tsv_reader.hpp"

namespace entente {

class GazetteerBuilder {
 public:
  explicit GazetteerBuilder(WordLists words);
  /// Adds the rows of an entity file, or of leaders.tsv. Throws IoError, DataError.
  void add_entities(const std::string& path, const std::string& kind);
  void add_leaders(const std::string& path);
  void add_successions(const std::string& path);
  void add_borders(const std::string& path);
  /// Resolves references and freezes. The builder is empty afterwards.
  Gazetteer finish();

 private:
  struct Reference {  ///< an `of` cell, resolved when all files are read
    Index entry;
    std::string id;
    std::string place;  ///< file for the message
  };
  Index known(const TsvReader& reader, const std::string& id) const;
  Index add_entry(GazetteerEntry entry);
  void add_phrase(std::string_view phrase, Sense sense);
  void add_phrases(std::string_view cell, Index entry, SenseKind kind);
  void add_surnames(std::string_view full_name, Index person, Index of);
  void read_codes(const TsvReader& reader, std::string_view cell, GazetteerEntry& entry);
  void sort_terms();

  Gazetteer gazetteer_;
  std::vector<std::vector<Sense>> phrase_senses_;
  std::vector<Reference> references_;
};

}  // namespace entente

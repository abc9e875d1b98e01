// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// From the words of a sentence to the rows of the network's embedding tables.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/lexicon.hpp"
#include "nlp/words.hpp"

namespace entente::nlp {

/// The embedding tables in the order in which their rows stand side by side in the network's input.
enum class Table : std::uint8_t { form, suffix2, suffix3, suffix4, prefix, shape, noun, verb, name };
inline constexpr std::size_t kTables = 9;
/// Tables whose rows are learned from a treebank; the others have a fixed number of rows.
inline constexpr std::size_t kLearnedTables = 6;
/// Of each table: the row of this word. Row 0 of a learned table stands for what is rare.
using FeatureRow = std::array<std::uint16_t, kTables>;

/// The rows of the learned tables: what was seen often enough in training. Immutable once made.
class FeatureTables {
 public:
  FeatureTables() = default;
  /// `known` holds the hashes of each learned table in the order of their rows, from row 1, without doubles.
  /// REQUIRES: fewer than 65,535 a table.
  FeatureTables(std::array<std::vector<std::uint32_t>, kLearnedTables> known, Lexicon lexicon);

  const Lexicon& lexicon() const { return lexicon_; }
  /// Rows of a table, with row 0.
  std::size_t rows(Table table) const;
  /// Appends the rows of each word of a sentence. `scratch` is only there to be reused.
  void append_rows(const std::vector<std::string_view>& forms, std::array<std::string, 2>& scratch,
                   std::vector<FeatureRow>& out) const;

  void write(BinaryWriter& out) const;
  static FeatureTables read(BinaryReader& in);

 private:
  struct Index {
    std::vector<std::uint32_t> known;
    std::vector<std::uint16_t> slots;  ///< open hash table of rows
    void build();
    std::uint16_t row(std::uint32_t hash) const;
  };
  std::array<Index, kLearnedTables> indices_;
  Lexicon lexicon_;
};

/// The hash of each learned table for a word.
std::array<std::uint32_t, kLearnedTables> learned_hashes(const Word& word);

}  // namespace entente::nlp

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A linear classifier over hashed binary features: the frozen table that tags and parses, and the averaged
// perceptron that makes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nlp/binary.hpp"

namespace entente::nlp {

/// Hashes of the features that are on.
using Features = std::span<const std::uint32_t>;
/// One score a class.
using ScoreSpan = std::span<std::int32_t>;

/// Sparse weights, immutable once made; shared by threads. A look-up is one probe of an open hash table and
/// one run of (class, weight) entries; both are prefetched, for the speed is bound by cache misses.
class WeightTable {
 public:
  struct Row {
    std::uint32_t key;
    std::uint32_t first;  ///< of its entries
    std::uint32_t count;  ///< of its entries, at least 1
  };
  struct Entry {
    std::uint16_t label;
    std::int16_t weight;
  };

  WeightTable() = default;
  /// REQUIRES: keys strictly ascending, entries in the order of the rows.
  WeightTable(const std::vector<Row>& rows, std::vector<Entry> entries);

  /// Adds the weights of `features` to `scores`. REQUIRES: scores.size() > every label; at most kMaxFeatures.
  void add_scores(Features features, ScoreSpan scores) const;
  static constexpr std::size_t kMaxFeatures = 256;

  std::size_t row_count() const { return row_count_; }
  void write(BinaryWriter& out) const;
  /// Fails the reader when the table is malformed or a label is not below `labels`.
  static WeightTable read(BinaryReader& in, std::size_t labels);

 private:
  struct Slot {
    std::uint32_t key = 0;
    std::uint32_t first = kFree;
  };
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;
  static constexpr std::uint16_t kLastBit = 0x8000;  ///< of Entry::label: the row ends here

  WeightTable(std::size_t row_count, std::vector<Entry> entries);
  void insert(Row row);
  const Slot& find(std::uint32_t key) const;

  std::vector<Slot> slots_;     ///< a power of two, at most two thirds full
  std::vector<Entry> entries_;  ///< the last one of each row is marked
  std::size_t row_count_ = 0;
};

/// What is not worth its memory.
struct Pruning {
  std::uint32_t min_updates = 1;  ///< rows of features updated less often are dropped
  std::int32_t min_weight = 1;    ///< entries of smaller size are dropped, in the units of the table
};

/// Averaged perceptron over features that appear as they are first updated. Integers only, so that the result
/// is the same on every machine.
class Perceptron {
 public:
  Perceptron();

  void add_scores(Features features, ScoreSpan scores) const;
  /// Rewards label `good` and punishes `bad`.
  void update(Features features, std::size_t good, std::size_t bad);
  /// One more decision has been seen; averages are over decisions.
  void tick() { ++now_; }
  /// Adds what another one has learnt from the same number of decisions: the sum of both, for freeze().
  void merge(const Perceptron& other);
  /// The averages, in kScale-ths, without what `pruning` drops.
  WeightTable freeze(Pruning pruning) const;
  static constexpr std::int32_t kScale = 64;
  std::size_t feature_count() const { return rows_.size(); }

 private:
  struct Slot {
    std::uint32_t key = 0;
    std::uint32_t row = 0;  ///< its number + 1, or 0
  };
  struct Row {
    std::uint32_t key;
    std::uint32_t first;
    std::uint32_t updates;
    std::uint16_t count;
    std::uint16_t capacity;
  };
  struct Entry {
    std::int32_t weight;
    std::uint32_t label;
  };

  std::size_t slot_of(std::uint32_t key) const;
  Row& row_of(std::uint32_t key);
  void change(Row& row, Entry by, std::int64_t moment);
  void grow_slots();

  std::vector<Slot> slots_;
  std::vector<Row> rows_;
  std::vector<Entry> entries_;
  /// Of each entry: the sum of (time of update * its change); average = weight - moment / now.
  std::vector<std::int64_t> moments_;
  std::int64_t now_ = 1;
};

}  // namespace entente::nlp

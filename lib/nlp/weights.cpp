// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The frozen weights: rows of (class, weight) in one array, found through an open-addressing table of feature
// hashes. Feature hashes are already well mixed, so their low bits are the slot. Three passes over the
// features (prefetch slots, find rows and prefetch them, add) keep many cache misses in flight.
#include "nlp/weights.hpp"

#include <array>
#include <bit>
#include <cassert>
#include <utility>

namespace entente::nlp {

WeightTable::WeightTable(const std::vector<Row>& rows, std::vector<Entry> entries)
    : WeightTable(rows.size(), std::move(entries)) {
  for (const Row& row : rows) insert(row);
}

WeightTable::WeightTable(std::size_t row_count, std::vector<Entry> entries)
    : slots_(std::bit_ceil(row_count + row_count / 2 + 2)),
      entries_(std::move(entries)),
      row_count_(row_count) {}

void WeightTable::insert(Row row) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = row.key & mask;
  while (slots_[at].first != kFree) at = (at + 1) & mask;
  slots_[at] = {row.key, row.first};
  entries_[row.first + row.count - 1].label |= kLastBit;
}

const WeightTable::Slot& WeightTable::find(std::uint32_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  while (slots_[at].key != key && slots_[at].first != kFree) at = (at + 1) & mask;
  return slots_[at];
}

void WeightTable::add_scores(Features features, ScoreSpan scores) const {
  if (slots_.empty()) return;
  assert(features.size() <= kMaxFeatures && "a feature set is a fixed list of templates");
  const std::size_t mask = slots_.size() - 1;
  for (const std::uint32_t key : features) __builtin_prefetch(&slots_[key & mask]);
  std::array<std::uint32_t, kMaxFeatures> found;
  std::size_t count = 0;
  for (const std::uint32_t key : features) {
    const std::uint32_t first = find(key).first;
    if (first == kFree) continue;
    __builtin_prefetch(&entries_[first]);
    found[count++] = first;
  }
  for (std::size_t i = 0; i < count; ++i) {
    for (const Entry* entry = &entries_[found[i]];; ++entry) {
      scores[entry->label & ~kLastBit] += entry->weight;
      if (entry->label & kLastBit) break;
    }
  }
}

// On disk: the keys in ascending order, the number of entries of each, then labels and weights of all.
void WeightTable::write(BinaryWriter& out) const {
  std::vector<std::uint32_t> key_at(entries_.size());
  std::vector<std::uint32_t> keys(row_count_);
  std::vector<std::uint8_t> counts;
  std::vector<std::uint8_t> labels;
  std::vector<std::int16_t> weights;
  for (const Slot& slot : slots_) {
    if (slot.first != kFree) key_at[slot.first] = slot.key;
  }
  std::size_t row = 0;
  for (std::size_t at = 0; at < entries_.size(); ++row) {
    keys[row] = key_at[at];
    std::uint8_t count = 0;
    for (bool last = false; !last; ++at, ++count) {
      last = (entries_[at].label & kLastBit) != 0;
      labels.push_back(static_cast<std::uint8_t>(entries_[at].label & ~kLastBit));
      weights.push_back(entries_[at].weight);
    }
    counts.push_back(count);
  }
  out.list(keys);
  out.list(counts);
  out.list(labels);
  out.list(weights);
}

// Loading is bound by the memory it touches: the lists are read where they lie.
WeightTable WeightTable::read(BinaryReader& in, std::size_t labels) {
  const auto keys = in.view<std::uint32_t>();
  const auto counts = in.view<std::uint8_t>();
  const auto classes = in.view<std::uint8_t>();
  const auto weights = in.view<std::int16_t>();
  bool good = !in.failed() && counts.size() == keys.size() && weights.size() == classes.size();
  std::vector<Entry> entries(good ? classes.size() : 0);
  for (std::size_t i = 0; good && i < entries.size(); ++i) {
    good = classes[i] < labels;
    entries[i] = {classes[i], weights[i]};
  }
  WeightTable table(good ? keys.size() : 0, std::move(entries));
  std::uint32_t first = 0;
  for (std::size_t i = 0; good && i < keys.size(); ++i) {
    const Row row{keys[i], first, counts[i]};
    good = row.count > 0 && row.count <= classes.size() - first && (i == 0 || keys[i - 1] < row.key);
    if (good) table.insert(row);
    first += row.count;
  }
  if (good && first == classes.size()) return table;
  in.fail();
  return {};
}

}  // namespace entente::nlp

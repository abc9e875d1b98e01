// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Averaged perceptron (Collins 2002). The average of a weight over all decisions is kept without touching
// unchanged weights: with a change d at time t, sum(t * d) = moment, average = weight - moment / now.
#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>

#include "nlp/weights.hpp"

namespace entente::nlp {
namespace {

std::int16_t scaled(std::int64_t weight, std::int64_t moment, std::int64_t now) {
  const double average =
      static_cast<double>(weight * now - moment) * Perceptron::kScale / static_cast<double>(now);
  const double rounded = average < 0 ? average - 0.5 : average + 0.5;
  return static_cast<std::int16_t>(std::clamp(rounded, -32767.0, 32767.0));
}

}  // namespace

Perceptron::Perceptron() : slots_(std::size_t{1} << 16) {}

std::size_t Perceptron::slot_of(std::uint32_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  while (slots_[at].row != 0 && slots_[at].key != key) at = (at + 1) & mask;
  return at;
}

// Slots, rows and entries are far apart in memory: each is fetched ahead for all features.
void Perceptron::add_scores(Features features, ScoreSpan scores) const {
  const std::size_t mask = slots_.size() - 1;
  for (const std::uint32_t key : features) __builtin_prefetch(&slots_[key & mask]);
  std::array<const Row*, WeightTable::kMaxFeatures> found;
  std::size_t count = 0;
  for (const std::uint32_t key : features) {
    const std::uint32_t row = slots_[slot_of(key)].row;
    if (row == 0) continue;
    found[count] = &rows_[row - 1];
    __builtin_prefetch(found[count++]);
  }
  for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(&entries_[found[i]->first]);
  for (std::size_t i = 0; i < count; ++i) {
    const Entry* entry = &entries_[found[i]->first];
    for (const Entry* end = entry + found[i]->count; entry != end; ++entry)
      scores[entry->label] += entry->weight;
  }
}

void Perceptron::update(Features features, std::size_t good, std::size_t bad) {
  for (const std::uint32_t key : features) {
    Row& row = row_of(key);
    ++row.updates;
    change(row, {1, static_cast<std::uint32_t>(good)}, now_);
    change(row, {-1, static_cast<std::uint32_t>(bad)}, -now_);
  }
}

Perceptron::Row& Perceptron::row_of(std::uint32_t key) {
  std::size_t at = slot_of(key);
  if (slots_[at].row == 0) {
    rows_.push_back({key, 0, 0, 0, 0});
    slots_[at] = {key, static_cast<std::uint32_t>(rows_.size())};
    if (rows_.size() * 2 > slots_.size()) grow_slots();
    return rows_.back();
  }
  return rows_[slots_[at].row - 1];
}

void Perceptron::grow_slots() {
  slots_.assign(slots_.size() * 2, {});
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    slots_[slot_of(rows_[i].key)] = {rows_[i].key, static_cast<std::uint32_t>(i + 1)};
  }
}

void Perceptron::change(Row& row, Entry by, std::int64_t moment) {
  std::uint32_t at = row.first;
  while (at < row.first + row.count && entries_[at].label != by.label) ++at;
  if (at == row.first + row.count) {
    if (row.count == row.capacity) {  // move to the end with twice the room; the hole is never used again
      const auto moved = static_cast<std::uint32_t>(entries_.size());
      row.capacity = static_cast<std::uint16_t>(row.capacity == 0 ? 2 : row.capacity * 2);
      entries_.resize(entries_.size() + row.capacity);
      moments_.resize(entries_.size());
      std::copy_n(entries_.begin() + row.first, row.count, entries_.begin() + moved);
      std::copy_n(moments_.begin() + row.first, row.count, moments_.begin() + moved);
      row.first = moved;
      at = row.first + row.count;
    }
    entries_[at] = {0, by.label};
    moments_[at] = 0;
    ++row.count;
  }
  entries_[at].weight += by.weight;
  moments_[at] += moment;
}

void Perceptron::merge(const Perceptron& other) {
  assert(now_ == other.now_ && "averages are over the same number of decisions");
  for (const Row& from : other.rows_) {
    Row& row = row_of(from.key);
    row.updates += from.updates;
    for (std::uint32_t i = from.first; i < from.first + from.count; ++i) {
      change(row, other.entries_[i], other.moments_[i]);
    }
  }
}

WeightTable Perceptron::freeze(Pruning pruning) const {
  std::vector<const Row*> kept;
  for (const Row& row : rows_) {
    if (row.updates >= pruning.min_updates) kept.push_back(&row);
  }
  std::sort(kept.begin(), kept.end(), [](const Row* a, const Row* b) { return a->key < b->key; });
  std::vector<WeightTable::Row> rows;
  std::vector<WeightTable::Entry> entries;
  for (const Row* row : kept) {
    const auto first = static_cast<std::uint32_t>(entries.size());
    for (std::uint32_t i = row->first; i < row->first + row->count; ++i) {
      const std::int16_t weight = scaled(entries_[i].weight, moments_[i], now_);
      if (std::abs(weight) >= pruning.min_weight)
        entries.push_back({static_cast<std::uint16_t>(entries_[i].label), weight});
    }
    const auto count = static_cast<std::uint32_t>(entries.size()) - first;
    if (count > 0) rows.push_back({row->key, first, count});
  }
  return {rows, std::move(entries)};
}

}  // namespace entente::nlp

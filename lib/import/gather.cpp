// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A row is some 130 bytes and its texts, which lie in chunks that never move; documents are made of them one
// at a time at the end. The text of a document is its sentences, each once, a line each.
#include "import/gather.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>

#include <fmt/format.h>

namespace entente::importers {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20U;
constexpr std::size_t kInUnnamed = 1000;  // assertions in a document of those that name none

enum Text { sentence, time, place, facility, detail, via, source, rule };

void fill(std::string& field, std::string_view value) {
  if (field.empty()) field = value;
}

Span shifted(Span span, std::uint32_t by) {
  return {span.begin + by, span.end + by};
}

}  // namespace

Index EntityTable::find_or_add(std::string_view reference, EntityType type) {
  if (slots_.size() < 2 * (entities_.size() + 1)) grow();
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(reference));
  Slot& found = slot(reference, hash);
  if (found.entity == kNone) {
    found = {hash, static_cast<Index>(entities_.size())};
    references_.emplace_back(reference);
    entities_.push_back({std::string(reference), type, std::string(reference), {}, {}});
  }
  return found.entity;
}

/// Where it is, or the free slot where it belongs.
EntityTable::Slot& EntityTable::slot(std::string_view reference, std::uint32_t hash) {
  for (std::size_t at = hash;; ++at) {
    Slot& slot = slots_[at & (slots_.size() - 1)];
    if (slot.entity == kNone || (slot.hash == hash && references_[slot.entity] == reference)) return slot;
  }
}

void EntityTable::grow() {
  slots_.assign(std::max<std::size_t>(64, 2 * slots_.size()), {});
  for (Index i = 0; i < references_.size(); ++i) {
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(references_[i]));
    slot(references_[i], hash) = {hash, i};
  }
}

std::optional<std::string> Gather::add(const Statement& said, Index subject, Index object,
                                       const DocumentHead& head, Rule rule) {
  auto reason = checker_.check(said, entities_[subject], entities_[object], rule, assertion_, sentence_);
  if (reason) return reason;
  const Assertion& a = assertion_;
  const std::array<std::string_view, kTexts> texts = {sentence_, a.time, a.place,  a.facility,
                                                      a.detail,  a.via,  a.source, a.rule};
  Row row{};
  row.bytes = keep(texts);
  for (std::size_t i = 0; i < kTexts; ++i) row.sizes[i] = static_cast<std::uint32_t>(texts[i].size());
  row.subject = subject;
  row.object = object;
  row.document = document(head);
  row.trigger = a.trigger;
  row.subject_span = a.subject_span;
  row.object_span = a.object_span;
  row.score = a.score;
  row.type = a.type;
  row.phase = a.phase;
  row.factuality = a.factuality;
  row.domain = a.domain;
  rows_.push_back(row);
  return std::nullopt;
}

const char* Gather::keep(const std::array<std::string_view, kTexts>& texts) {
  std::size_t size = 0;
  for (const std::string_view text : texts) size += text.size();
  if (pool_.empty() || pool_.back().capacity() - pool_.back().size() < size)
    pool_.emplace_back().reserve(std::max(size, kChunk));
  std::string& chunk = pool_.back();
  const std::size_t begin = chunk.size();
  for (const std::string_view text : texts) chunk += text;
  return chunk.data() + begin;
}

Index Gather::document(const DocumentHead& head) {
  if (head.id.empty()) {
    if (unnamed_++ % kInUnnamed == 0) {
      latest_unnamed_ = static_cast<Index>(documents_.size());
      documents_.push_back({.id = fmt::format("{}/{:04}", name_, unnamed_ / kInUnnamed + 1),
                            .title = name_,
                            .date = {},
                            .outlet = name_,
                            .url = {},
                            .text = {}});
    }
    return latest_unnamed_;
  }
  auto known = by_id_.find(head.id);
  if (known == by_id_.end()) {
    documents_.push_back(
        {.id = std::string(head.id), .title = {}, .date = {}, .outlet = {}, .url = {}, .text = {}});
    known = by_id_.emplace(documents_.back().id, static_cast<Index>(documents_.size() - 1)).first;
  }
  Document& document = documents_[known->second];
  fill(document.title, head.title);
  fill(document.date, head.date);
  fill(document.outlet, head.outlet);
  fill(document.url, head.url);
  return known->second;
}

void Gather::finish(const std::function<void(Extraction&&)>& visit) {
  std::vector<Index> order(rows_.size());
  std::iota(order.begin(), order.end(), Index{0});
  const auto by_document = [&](Index a, Index b) { return rows_[a].document < rows_[b].document; };
  if (!std::is_sorted(order.begin(), order.end(), by_document))
    std::stable_sort(order.begin(), order.end(), by_document);
  std::vector<Index> group;
  for (std::size_t at = 0; at < order.size(); at += group.size()) {
    const Index document = rows_[order[at]].document;
    group.clear();
    for (std::size_t i = at; i < order.size() && rows_[order[i]].document == document; ++i)
      group.push_back(order[i]);
    visit(extraction(document, group));
  }
}

Extraction Gather::extraction(Index document, const std::vector<Index>& rows) {
  Extraction result;
  result.document = std::move(documents_[document]);
  // Lest articles of which the same sentence is known are taken for one.
  if (result.document.title.empty()) result.document.title = result.document.id;
  result.assertions.reserve(rows.size());
  std::string& text = result.document.text;
  std::unordered_map<std::string_view, std::uint32_t> begins;  // of sentences
  std::unordered_map<Index, Index> places;                     // of entities
  const auto place_of = [&](Index entity) {
    const auto [place, added] = places.try_emplace(entity, static_cast<Index>(result.entities.size()));
    if (added) result.entities.push_back(entities_[entity]);
    return place->second;
  };
  for (const Index index : rows) {
    const Row& row = rows_[index];
    std::array<std::string_view, kTexts> texts;
    std::size_t offset = 0;
    for (std::size_t i = 0; i < kTexts; offset += row.sizes[i++])
      texts[i] = std::string_view(row.bytes + offset, row.sizes[i]);
    const auto [begin, added] = begins.try_emplace(texts[sentence], 0);
    if (added) {
      if (!text.empty()) text += '\n';
      begin->second = static_cast<std::uint32_t>(text.size());
      text += texts[sentence];
    }
    const std::uint32_t by = begin->second;
    Assertion a;
    a.subject = place_of(row.subject);
    a.object = place_of(row.object);
    a.type = row.type;
    a.phase = row.phase;
    a.factuality = row.factuality;
    a.domain = row.domain;
    a.time = texts[time];
    a.place = texts[place];
    a.facility = texts[facility];
    a.detail = texts[detail];
    a.via = texts[via];
    a.source = texts[source];
    a.rule = texts[rule];
    a.score = row.score;
    a.sentence = shifted({0, row.sizes[sentence]}, by);
    a.trigger = shifted(row.trigger, by);
    a.subject_span = shifted(row.subject_span, by);
    a.object_span = shifted(row.object_span, by);
    result.assertions.push_back(std::move(a));
  }
  return result;
}

}  // namespace entente::importers

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/snapshot_rows.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <functional>

namespace entente::graph {
namespace {

// From a value to its field of a row or back: numbers, enumerations as bytes, dates padded with NUL.
template <class From, class To>
void copy(const From& from, To& to) {
  to = static_cast<To>(from);
}
void copy(const std::string& from, std::array<char, kDateBytes>& to) {
  std::copy_n(from.begin(), std::min(from.size(), to.size()), to.begin());
}
void copy(const std::array<char, kDateBytes>& from, std::string& to) {
  to.assign(from.begin(), std::find(from.begin(), from.end(), '\0'));
}

/// Every field once, for both ways: `from` is the tie and `to` its row, or the other way round.
template <class From, class To>
void copy_tie(const From& from, To& to) {
  copy(from.score, to.score);
  copy(from.subject, to.subject);
  copy(from.object, to.object);
  copy(from.domains, to.domains);
  copy(from.assertions, to.assertions);
  copy(from.documents, to.documents);
  copy(from.outlets, to.outlets);
  copy(from.type, to.type);
  copy(from.factuality, to.factuality);
  copy(from.phase, to.phase);
  copy(from.first, to.first);
  copy(from.last, to.last);
  copy(from.first_evidence, to.first_evidence);
}

/// The texts of a piece of evidence, in the order in which they are written.
template <class Any>
auto texts_of(Any& e) {
  return std::array{&e.document, &e.title, &e.outlet,   &e.url,    &e.reported, &e.sentence, &e.trigger,
                    &e.time,     &e.place, &e.facility, &e.detail, &e.via,      &e.source,   &e.rule};
}

template <class Any>
auto spans_of(Any& e) {
  return std::array{&e.sentence_span, &e.trigger_span, &e.subject_span, &e.object_span};
}

/// The fields that are neither texts nor spans.
template <class From, class To>
void copy_values(const From& from, To& to) {
  copy(from.score, to.score);
  copy(from.phase, to.phase);
  copy(from.factuality, to.factuality);
  copy(from.domain, to.domain);
}

}  // namespace

TieRow row_of(const Tie& tie) {
  TieRow row{};
  copy_tie(tie, row);
  return row;
}

Tie tie_of(const TieRow& row) {
  Tie tie;
  copy_tie(row, tie);
  return tie;
}

bool fits(const TieRow& row, const SnapshotHead& head, std::uint64_t first_evidence) {
  return row.subject < head.entities && row.object < head.entities && row.type < kRelationTypeCount &&
         row.factuality < kFactualityNames.size() && row.phase < kPhaseNames.size() && row.assertions > 0 &&
         row.first_evidence == first_evidence && first_evidence + row.assertions <= head.evidence &&
         std::isfinite(row.score);
}

TextPlaces::TextPlaces(const StringPool& pool) {
  std::uint64_t offset = 0;
  for (const auto& chunk : pool.chunks()) {
    chunks_.push_back({chunk.begin, offset});
    offset += chunk.size;
  }
  std::sort(chunks_.begin(), chunks_.end(),
            [](const Chunk& a, const Chunk& b) { return std::less<>()(a.begin, b.begin); });
}

TextRow TextPlaces::place(std::string_view text) const {
  if (text.empty()) return {0, 0};
  const auto after =
      std::upper_bound(chunks_.begin(), chunks_.end(), text.data(),
                       [](const char* at, const Chunk& c) { return std::less<>()(at, c.begin); });
  const Chunk& chunk = *std::prev(after);
  return {static_cast<std::uint32_t>(chunk.offset + static_cast<std::uint64_t>(text.data() - chunk.begin)),
          static_cast<std::uint32_t>(text.size())};
}

EvidenceRow row_of(const Evidence& evidence, const TextPlaces& places) {
  EvidenceRow row{};
  copy_values(evidence, row);
  const auto texts = texts_of(evidence);
  for (std::size_t i = 0; i < texts.size(); ++i) row.texts[i] = places.place(*texts[i]);
  const auto spans = spans_of(evidence);
  for (std::size_t i = 0; i < spans.size(); ++i) row.spans[i] = *spans[i];
  return row;
}

Evidence evidence_of(const EvidenceRow& row, const char* texts) {
  Evidence evidence;
  copy_values(row, evidence);
  const auto fields = texts_of(evidence);
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (row.texts[i].size > 0) *fields[i] = std::string_view(texts + row.texts[i].begin, row.texts[i].size);
  const auto spans = spans_of(evidence);
  for (std::size_t i = 0; i < spans.size(); ++i) *spans[i] = row.spans[i];
  return evidence;
}

bool fits(const EvidenceRow& row, const SnapshotHead& head) {
  const bool inside = std::all_of(row.texts.begin(), row.texts.end(), [&](const TextRow& text) {
    return std::uint64_t{text.begin} + text.size <= head.texts;
  });
  return inside && row.phase < kPhaseNames.size() && row.factuality < kFactualityNames.size() &&
         row.domain < kDomainNames.size() && std::isfinite(row.score);
}

void Checksum::add(const void* data, std::size_t size) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  // What is left of a word waits for the next piece: the sum does not depend on how the bytes come.
  for (; waiting_ > 0 && size > 0; --size) add_byte(*bytes++);
  for (; size >= sizeof(std::uint64_t); size -= sizeof(std::uint64_t), bytes += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    add_word(word);
  }
  for (; size > 0; --size) add_byte(*bytes++);
}

void Checksum::add_byte(unsigned char byte) {
  word_[waiting_++] = byte;
  if (waiting_ < word_.size()) return;
  std::uint64_t word = 0;
  std::memcpy(&word, word_.data(), sizeof word);
  waiting_ = 0;
  add_word(word);
}

void Checksum::add_word(std::uint64_t word) {
  constexpr std::uint64_t kFactor = 0xff51afd7ed558ccdU;
  sum_ = std::rotl((sum_ ^ word) * kFactor, 29);
}

std::uint64_t Checksum::value() const {
  Checksum whole = *this;
  const std::uint64_t size = waiting_;
  while (whole.waiting_ > 0) whole.add_byte(0);
  whole.add_word(size);
  return whole.sum_;
}

}  // namespace entente::graph

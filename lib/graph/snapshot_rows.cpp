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

template <class Enum>
std::uint8_t byte_of(Enum value) {
  return static_cast<std::uint8_t>(value);
}

void put(std::string_view date, std::array<char, kDateBytes>& field) {
  std::copy_n(date.begin(), std::min(date.size(), field.size()), field.begin());
}

std::string get(const std::array<char, kDateBytes>& field) {
  return {field.begin(), std::find(field.begin(), field.end(), '\0')};
}

/// The texts of a piece of evidence, in the order in which they are written.
template <class Any>
auto texts_of(Any& e) {
  return std::array{&e.document, &e.title, &e.outlet,   &e.url,    &e.reported, &e.sentence, &e.trigger,
                    &e.time,     &e.place, &e.facility, &e.detail, &e.via,      &e.source,   &e.rule};
}

}  // namespace

TieRow row_of(const Tie& tie) {
  TieRow row{};
  row.score = tie.score;
  row.subject = tie.subject;
  row.object = tie.object;
  row.domains = tie.domains;
  row.assertions = tie.assertions;
  row.documents = tie.documents;
  row.outlets = tie.outlets;
  row.type = byte_of(tie.type);
  row.factuality = byte_of(tie.factuality);
  row.phase = byte_of(tie.phase);
  put(tie.first, row.first);
  put(tie.last, row.last);
  row.first_evidence = tie.first_evidence;
  return row;
}

Tie tie_of(const TieRow& row) {
  Tie tie;
  tie.score = row.score;
  tie.subject = row.subject;
  tie.object = row.object;
  tie.domains = row.domains;
  tie.assertions = row.assertions;
  tie.documents = row.documents;
  tie.outlets = row.outlets;
  tie.type = static_cast<RelationType>(row.type);
  tie.factuality = static_cast<Factuality>(row.factuality);
  tie.phase = static_cast<Phase>(row.phase);
  tie.first = get(row.first);
  tie.last = get(row.last);
  tie.first_evidence = row.first_evidence;
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
  const auto texts = texts_of(evidence);
  for (std::size_t i = 0; i < texts.size(); ++i) row.texts[i] = places.place(*texts[i]);
  row.spans = {evidence.sentence_span, evidence.trigger_span, evidence.subject_span, evidence.object_span};
  row.score = evidence.score;
  row.phase = byte_of(evidence.phase);
  row.factuality = byte_of(evidence.factuality);
  row.domain = byte_of(evidence.domain);
  return row;
}

Evidence evidence_of(const EvidenceRow& row, const char* texts) {
  Evidence evidence;
  const auto fields = texts_of(evidence);
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (row.texts[i].size > 0) *fields[i] = std::string_view(texts + row.texts[i].begin, row.texts[i].size);
  evidence.sentence_span = row.spans[0];
  evidence.trigger_span = row.spans[1];
  evidence.subject_span = row.spans[2];
  evidence.object_span = row.spans[3];
  evidence.score = row.score;
  evidence.phase = static_cast<Phase>(row.phase);
  evidence.factuality = static_cast<Factuality>(row.factuality);
  evidence.domain = static_cast<Domain>(row.domain);
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

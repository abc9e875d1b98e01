// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The rows of a snapshot file: plain bytes, without pointers or padding.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "entente/graph.hpp"
#include "graph/period.hpp"
#include "graph/string_pool.hpp"

namespace entente::graph {

/// The first fields have to be these for a file to be read.
struct SnapshotHead {
  std::array<char, 8> kind = {'E', 'N', 'T', 'T', 'G', 'R', 'P', 'H'};
  std::uint32_t version = 1;
  std::uint32_t byte_order = 0x01020304;
  std::array<char, 32> revision{};
  std::uint64_t entities = 0;
  std::uint64_t ties = 0;
  std::uint64_t evidence = 0;
  std::uint64_t texts = 0;  ///< bytes
  std::int32_t latest = 0;
  std::uint32_t unused = 0;
};

inline constexpr std::size_t kDateBytes = 24;  ///< `2004-06-15` and whatever else is taken for a date

struct TieRow {
  double score;
  std::uint32_t subject, object, domains, assertions, documents, outlets;
  std::uint8_t type, factuality, phase, unused;
  std::array<char, kDateBytes> first, last;  // padded with NUL
  std::uint32_t first_evidence;
};

struct TextRow {
  std::uint32_t begin, size;
};

struct EvidenceRow {
  std::array<TextRow, 14> texts;
  std::array<Span, 4> spans;
  double score;
  std::uint8_t phase, factuality, domain, unused;
  std::uint32_t unused_too;
};

TieRow row_of(const Tie& tie);
Tie tie_of(const TieRow& row);
/// Whether the row refers to what is there. `first_evidence`: of ties before it.
bool fits(const TieRow& row, const SnapshotHead& head, std::uint64_t first_evidence);

/// Where texts of a pool are in it, as if it were one block.
class TextPlaces {
 public:
  explicit TextPlaces(const StringPool& pool);
  TextRow place(std::string_view text) const;

 private:
  struct Chunk {
    const char* begin;
    std::uint64_t offset;
  };
  std::vector<Chunk> chunks_;  // in order of address
};

EvidenceRow row_of(const Evidence& evidence, const TextPlaces& places);
Evidence evidence_of(const EvidenceRow& row, const char* texts);
bool fits(const EvidenceRow& row, const SnapshotHead& head);

/// Tells whether bytes are what they were; no protection against intent.
class Checksum {
 public:
  void add(const void* data, std::size_t size);
  std::uint64_t value() const;

 private:
  void add_byte(unsigned char byte);
  void add_word(std::uint64_t word);

  std::array<unsigned char, sizeof(std::uint64_t)> word_{};
  std::size_t waiting_ = 0;  // bytes of word_
  std::uint64_t sum_ = 0x9e3779b97f4a7c15U;
};

}  // namespace entente::graph

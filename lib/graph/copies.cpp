// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Jaccard similarity of sets of shingles (Broder 1997). Most pairs are told apart by masks alone, with a bit
// for each word and each pair of neighbours: masks differ in at most as many bits as the sets differ in
// shingles.
#include "graph/copies.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <optional>

namespace entente::graph {
namespace {

using Hash = std::uint64_t;
constexpr std::size_t kShared = 7;  // of kOf
constexpr std::size_t kOf = 10;

bool is_word_byte(unsigned char c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Calls `visit` with a hash of each word (FNV-1a; Fowler, Noll, Vo).
template <class Visit>
void for_words(std::string_view text, const Visit& visit) {
  constexpr Hash kStart = 0xcbf29ce484222325U;
  constexpr Hash kPrime = 0x100000001b3U;
  Hash hash = kStart;
  bool in_word = false;
  for (const char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (is_word_byte(byte)) {
      if (byte >= 'A' && byte <= 'Z') byte = static_cast<unsigned char>(byte - 'A' + 'a');
      hash = (hash ^ byte) * kPrime;
      in_word = true;
    } else if (in_word) {
      visit(hash);
      hash = kStart;
      in_word = false;
    }
  }
  if (in_word) visit(hash);
}

/// Calls `visit` with a hash of each word and each pair of neighbours.
template <class Visit>
void for_shingles(std::string_view text, const Visit& visit) {
  std::optional<Hash> before;
  for_words(text, [&](Hash word) {
    if (before) visit((*before * 31) ^ (word + 0x9e3779b97f4a7c15U));
    visit(word);
    before = word;
  });
}

/// Each once, in order.
std::vector<Hash> shingles(std::string_view text) {
  std::vector<Hash> result;
  for_shingles(text, [&](Hash shingle) { result.push_back(shingle); });
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

/// Whether they share kShared of kOf: s of a + b - s. Then they differ in a + b - 2s, which is at most a
/// (kOf - kShared) / (kOf + kShared)th of a + b.
bool are_alike(const std::vector<Hash>& a, const std::vector<Hash>& b) {
  const std::size_t most = (a.size() + b.size()) * (kOf - kShared) / (kOf + kShared);
  std::size_t different = 0;
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end() && different <= most) {
    if (*x == *y) {
      ++x;
      ++y;
    } else {
      *x < *y ? ++x : ++y;
      ++different;
    }
  }
  different += static_cast<std::size_t>((a.end() - x) + (b.end() - y));
  return !a.empty() && !b.empty() && different <= most;
}

/// What tells most pairs of texts apart.
struct Sketch {
  std::array<Hash, 2> masks{};
  Hash wording = 0;  // of all shingles in their order
  std::size_t shingles = 0;

  explicit Sketch(std::string_view text) {
    for_shingles(text, [&](Hash shingle) {
      // Words and pairs take turns.
      masks[shingles % masks.size()] |= Hash{1} << (shingle * 0x9e3779b97f4a7c15U >> 58U);
      wording = (wording ^ shingle) * 0x9e3779b97f4a7c15U;
      ++shingles;
    });
  }

  /// False only if they are no near copies. Sets that share s of u differ in u - s <= 3/7 s, and s is at most
  /// the number of shingles of the shorter.
  bool may_be_like(const Sketch& other) const {
    const std::size_t most = std::min(shingles, other.shingles) * (kOf - kShared) / kShared;
    const int bits = std::popcount(masks[0] ^ other.masks[0]) + std::popcount(masks[1] ^ other.masks[1]);
    return static_cast<std::size_t>(bits) <= most;
  }
};

}  // namespace

bool are_near_copies(std::string_view a, std::string_view b) {
  return are_alike(shingles(a), shingles(b));
}

void join_near_copies(std::span<const Evidence> evidence, UnionFind& sets) {
  std::vector<Sketch> sketches;
  for (const Evidence& e : evidence) sketches.emplace_back(e.sentence);
  std::vector<std::pair<Hash, Index>> wordings;
  for (Index i = 0; i < sketches.size(); ++i)
    if (sketches[i].shingles > 0) wordings.emplace_back(sketches[i].wording, i);
  std::sort(wordings.begin(), wordings.end());
  for (std::size_t i = 1; i < wordings.size(); ++i)
    if (wordings[i].first == wordings[i - 1].first) sets.join(wordings[i].second, wordings[i - 1].second);
  std::vector<std::vector<Hash>> known(evidence.size());
  const auto set_of = [&](Index i) -> const std::vector<Hash>& {
    if (known[i].empty()) known[i] = shingles(evidence[i].sentence);
    return known[i];
  };
  for (Index i = 0; i < sets.size(); ++i) {
    const Index end = std::min(sets.size(), i + kCopyWindow + 1);
    for (Index k = i + 1; k < end; ++k)
      if (sketches[i].may_be_like(sketches[k]) && sets.root(i) != sets.root(k) &&
          are_alike(set_of(i), set_of(k)))
        sets.join(i, k);
  }
}

}  // namespace entente::graph

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Keeps texts in chunks that never move, those that repeat in thousands of assertions (names, dates, rules)
// once.
#pragma once

#include <algorithm>
#include <memory>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace entente::graph {

class StringPool {
 public:
  /// The pool's copy of `text`; valid while the pool lives, also when it is moved.
  std::string_view intern(std::string_view text) {
    if (text.empty()) return {};
    const auto known = texts_.find(text);
    if (known != texts_.end()) return *known;
    const std::string_view kept = keep(text);
    texts_.insert(kept);
    return kept;
  }

  /// A copy of its own, for texts that hardly repeat; valid as long.
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* const begin = reserve(text.size());
    std::copy(text.begin(), text.end(), begin);
    return {begin, text.size()};
  }

  /// So many bytes in one piece, to be filled.
  char* reserve(std::size_t size) {
    if (size > room_) {
      room_ = std::max(kChunk, size);
      memory_.push_back(std::make_unique_for_overwrite<char[]>(room_));
      chunks_.push_back({memory_.back().get(), 0});
    }
    if (chunks_.empty()) return nullptr;
    Chunk& chunk = chunks_.back();
    char* const begin = memory_.back().get() + chunk.size;
    chunk.size += size;
    room_ -= size;
    size_ += size;
    return begin;
  }

  struct Chunk {
    const char* begin;
    std::size_t size;  // of what is used
  };
  const std::vector<Chunk>& chunks() const { return chunks_; }
  /// Bytes used.
  std::size_t size() const { return size_; }

 private:
  static constexpr std::size_t kChunk = std::size_t{1} << 16U;

  std::vector<std::unique_ptr<char[]>> memory_;
  std::vector<Chunk> chunks_;
  std::unordered_set<std::string_view> texts_;
  std::size_t room_ = 0;
  std::size_t size_ = 0;
};

}  // namespace entente::graph

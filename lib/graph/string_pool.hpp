// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Keeps each text once, in chunks that never move: sentences, names and rules repeat in thousands of
// assertions.
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
    const std::string_view kept = copy(text);
    texts_.insert(kept);
    return kept;
  }

 private:
  static constexpr std::size_t kChunk = std::size_t{1} << 16U;

  std::string_view copy(std::string_view text) {
    if (text.size() > room_) {
      const std::size_t size = std::max(kChunk, text.size());
      chunks_.push_back(std::make_unique_for_overwrite<char[]>(size));
      next_ = chunks_.back().get();
      room_ = size;
    }
    char* const begin = next_;
    std::copy(text.begin(), text.end(), begin);
    next_ += text.size();
    room_ -= text.size();
    return {begin, text.size()};
  }

  std::vector<std::unique_ptr<char[]>> chunks_;
  std::unordered_set<std::string_view> texts_;
  char* next_ = nullptr;
  std::size_t room_ = 0;
};

}  // namespace entente::graph

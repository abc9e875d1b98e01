// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace entente::importers {

/// A vector whose elements never move: std::deque with larger blocks (that of libstdc++ holds three of our
/// rows).
template <class T>
class Chunked {
 public:
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T& operator[](std::size_t i) { return chunks_[i / kChunk][i % kChunk]; }
  const T& operator[](std::size_t i) const { return chunks_[i / kChunk][i % kChunk]; }
  T& back() { return chunks_.back().back(); }

  T& push_back(T value) {
    if (size_ % kChunk == 0) chunks_.emplace_back().reserve(kChunk);
    ++size_;
    return chunks_.back().emplace_back(std::move(value));
  }

 private:
  static constexpr std::size_t kChunk = 1024;
  std::vector<std::vector<T>> chunks_;
  std::size_t size_ = 0;
};

}  // namespace entente::importers

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The trained judge of gaps (gaps.hpp): a linear model with a weight for each hash of features.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/ids.hpp"
#include "text/gaps.hpp"

namespace entente {

/// A text and where its sentences are, in order.
struct DividedText {
  std::string text;
  std::vector<Span> sentences;
};

struct BoundaryOptions {
  int iterations = 16;
  int margin = 100;        ///< what is right by less is learned from, too
  std::uint64_t seed = 1;  ///< of the order in which gaps are learned
};

/// Immutable; shared by any number of threads.
class BoundaryModel {
 public:
  /// Knows nothing: sentences end where the rules say.
  BoundaryModel() = default;
  /// Throws IoError, or DataError when the file is no such model.
  static BoundaryModel load(const std::string& path);
  /// The contents of a model file; `name` stands for it in messages. Throws DataError. Any bytes are safe.
  static BoundaryModel read(std::string_view bytes, const std::string& name);
  /// Learns from the gaps of `texts` at which the rules see no end. The same input gives the same model.
  static BoundaryModel train(const std::vector<DividedText>& texts, const BoundaryOptions& options);
  /// The contents of a model file. `origin`, lines without an empty one, says to people how it was made.
  std::string bytes(std::string_view origin) const;

  bool empty() const { return weights_.empty(); }
  /// Positive where a sentence ends. REQUIRES: not empty.
  int score(const GapFeatures& features) const {
    int sum = 0;
    for (const std::uint32_t hash : features.hashes()) sum += weights_[slot(hash)];
    return sum;
  }

  static constexpr unsigned kBits = 15;
  static constexpr std::size_t kSize = std::size_t{1} << kBits;
  static constexpr std::size_t slot(std::uint32_t hash) { return hash >> (32U - kBits); }

 private:
  std::vector<std::int16_t> weights_;  ///< kSize or none
};

}  // namespace entente

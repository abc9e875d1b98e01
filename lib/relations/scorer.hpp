// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A linear model over the features of pairs: how probable each relation type is for a pair of actors in a
// sentence. It weighs what the frames found and adds what they have no words for. Immutable; shared by
// threads.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/ontology.hpp"

namespace entente::relations {

using Probabilities = std::array<float, kRelationTypeCount>;

/// A pair of a training text: its features, and the types that hold (a bit each).
struct Example {
  std::vector<std::uint32_t> features;
  std::uint32_t types = 0;
  std::uint32_t evidence = 0;  ///< types that a word of the sentence may say: only they can be asserted
  std::uint32_t document = 0;  ///< examples of one document stay together when thresholds are chosen
};

struct ScorerOptions {
  int epochs = 8;
  std::uint64_t seed = 1;
  std::uint32_t least_count = 3;  ///< features of fewer examples are left out
  int folds = 5;                  ///< of the cross-validation that chooses the thresholds
  float regularization = 2e-6F;   ///< L2, a step
};

class Scorer {
 public:
  /// Knows nothing: frames count as they are.
  Scorer() = default;
  /// Throws IoError or DataError naming the file and what to do.
  static Scorer load(const std::string& path);
  /// The same from memory; `name` stands for the file in messages. Any bytes are safe.
  static Scorer read(std::string_view bytes, const std::string& name);
  /// One-against-rest logistic regression by AdaGrad, and thresholds that serve F1 best on documents left out
  /// of training (cross-validation). Deterministic.
  static Scorer train(const std::vector<Example>& examples, const ScorerOptions& options);
  void save(const std::string& path, const std::string& command) const;

  bool empty() const { return keys_.empty(); }
  Probabilities score(const std::vector<std::uint32_t>& features) const;
  /// The least probability at which the scorer alone asserts a type.
  float threshold(RelationType type) const { return thresholds_[static_cast<std::size_t>(type)]; }

 private:
  static Scorer fit(const std::vector<Example>& examples, const ScorerOptions& options, int fold);
  static constexpr std::uint32_t kFree = 0xffffffff;
  void index();
  void keep(const std::vector<float>& weights);
  std::uint32_t row(std::uint32_t feature) const;

  std::vector<std::uint32_t> keys_;    ///< sorted features
  std::vector<std::int16_t> weights_;  ///< kRelationTypeCount a key, in units of kUnit
  std::vector<std::uint32_t> slots_;   ///< open addressing: hash -> row
  Probabilities bias_{};
  Probabilities thresholds_{};
};

}  // namespace entente::relations

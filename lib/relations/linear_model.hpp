// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// One-against-rest logistic regression over sparse yes-or-no features: how probable each relation type is for
// a pair of actors in a sentence. Immutable; shared by threads.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "entente/ontology.hpp"
#include "nlp/binary.hpp"

namespace entente::relations {

using Probabilities = std::array<float, kRelationTypeCount>;

/// Hashed features and the types (a bit each) that hold.
struct LinearExample {
  const std::vector<std::uint32_t>* features = nullptr;
  std::uint32_t types = 0;
};

struct LinearOptions {
  int epochs = 8;
  std::uint64_t seed = 1;
  std::uint32_t least_count = 3;  ///< features of fewer examples are left out
  float regularization = 2e-6F;   ///< L2, a step
};

class LinearModel {
 public:
  /// By AdaGrad (Duchi, Hazan and Singer 2011). Deterministic.
  static LinearModel train(const std::vector<LinearExample>& examples, const LinearOptions& options);
  void write(nlp::BinaryWriter& writer) const;
  /// Any bytes are safe; what fits nothing makes the reader fail.
  static LinearModel read(nlp::BinaryReader& reader);

  bool empty() const { return keys_.empty(); }
  Probabilities score(const std::vector<std::uint32_t>& features) const;

 private:
  static constexpr std::uint32_t kFree = 0xffffffff;
  void index();
  void keep(const std::vector<float>& weights);
  std::uint32_t row(std::uint32_t feature) const;

  std::vector<std::uint32_t> keys_;    ///< sorted features
  std::vector<std::int16_t> weights_;  ///< kRelationTypeCount a key, in units of kUnit
  std::vector<std::uint32_t> slots_;   ///< open addressing: hash -> row
  Probabilities bias_{};
};

}  // namespace entente::relations

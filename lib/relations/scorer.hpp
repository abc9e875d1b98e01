// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// How probable the relations are that a document may speak of. First each pair of actors in a sentence is
// read by its words (LinearModel); then the readings of the whole document are weighed together (Trees over
// Candidates). The trees learn from readings of documents that their linear model has not seen, so that the
// result is the share of such relations that hold. Immutable; shared by threads.
#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "relations/candidates.hpp"
#include "relations/linear_model.hpp"
#include "relations/trees.hpp"

namespace entente::relations {

/// A document to learn from: its pairs, the types (a bit each) that its sentences say of each, and what the
/// whole of it says. Documents of the same `text` are parts of one: they stay together in cross-validation.
struct Example {
  std::uint64_t text = 0;
  std::vector<PairReading> pairs;
  std::vector<std::uint32_t> types;  ///< by pair
  std::vector<std::tuple<Index, RelationType, Index>>
      holding;  ///< of symmetric types the smaller index first; sorted
};

struct ScorerOptions {
  std::uint64_t folds = 5;  ///< of the cross-validation
  LinearOptions linear{};
  TreeOptions trees{};
};

class Scorer {
 public:
  /// Knows nothing: frames count as they are.
  Scorer() = default;
  /// Throws IoError or DataError naming the file and what to do.
  static Scorer load(const std::string& path);
  /// The same from memory; `name` stands for the file in messages. Any bytes are safe.
  static Scorer read(std::string_view bytes, const std::string& name);
  /// Deterministic.
  static Scorer train(std::vector<Example> examples, const ScorerOptions& options);
  void save(const std::string& path, const std::string& command) const;

  bool empty() const { return linear_.empty(); }
  /// Of the types for a pair, by the words of its sentence.
  Probabilities score(const std::vector<std::uint32_t>& features) const { return linear_.score(features); }
  /// Of a relation, by the whole document.
  float probability(const Candidate& candidate) const { return trees_.probability(candidate.row.data()); }
  /// The least probability that serves F1 best, by cross-validation.
  float threshold() const { return threshold_; }

 private:
  LinearModel linear_;
  Trees trees_;
  float threshold_ = 0.5F;
};

}  // namespace entente::relations

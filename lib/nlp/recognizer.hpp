// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The recognizer of names: a linear-chain conditional random field over IOB2 labels. It reads what the
// syntax stage found and what lists of names know, and marks names that no list has.
//
//   const auto recognizer = nlp::Recognizer::load("data/model/recognizer.bin");
//   const auto labels = recognizer.label({text, tokens, parse, hints, lexicon});
//
// Thread-safety: immutable once made, shared by any number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/recognizer_features.hpp"

namespace entente::nlp {

/// A document to learn from.
struct NameExample {
  NameFeatures features;
  std::vector<Sentence> sentences;
  std::vector<NameLabel> labels;  ///< one a token
};

struct RecognizerOptions {
  int epochs = 16;
  double variance = 0.3;   ///< of the prior over weights; smaller: nearer to 0
  double rate = 0.01;      ///< of learning, at the start
  std::uint32_t seen = 2;  ///< features of fewer tokens are left out
  double smallest = 0.05;  ///< features whose weights are all smaller are left out
  std::uint64_t seed = 1;  ///< of the order in which sentences are learned
};

class Recognizer {
 public:
  static constexpr std::size_t kLabels = kNameLabelNames.size();
  static constexpr float kScale = 24;  ///< steps of a weight a unit of log-likelihood
  using Weights = std::array<std::int8_t, kLabels>;
  using Scores = std::array<int, kLabels>;

  /// Knows nothing and marks nothing.
  Recognizer() = default;
  /// Throws IoError, or DataError when the file is no such model.
  static Recognizer load(const std::string& path);
  /// The contents of a model file; `name` stands for it in messages. Throws DataError. Any bytes are safe.
  static Recognizer read(std::string_view bytes, const std::string& name);
  /// The same examples and options give the same model.
  static Recognizer train(const std::vector<NameExample>& examples, const RecognizerOptions& options);
  /// The contents of a model file. `origin`, lines without an empty one, says to people how it was made.
  std::string bytes(std::string_view origin) const;

  bool empty() const { return keys_.empty(); }
  std::size_t size() const { return keys_.size(); }
  /// The best labels of all tokens: an inside follows a begin or an inside of its kind. Time: linear.
  std::vector<NameLabel> label(const NameContext& context) const;
  std::vector<NameLabel> label(const NameFeatures& features, const std::vector<Sentence>& sentences) const;

 private:
  void index();
  Scores score(std::span<const std::uint32_t> features) const;
  void decode(const Sentence& sentence, const std::vector<Scores>& scores,
              std::vector<NameLabel>& labels) const;
  const Weights* find(std::uint32_t key) const;

  std::vector<std::uint32_t> keys_;  ///< ascending
  std::vector<Weights> weights_;
  std::array<Weights, kLabels> transitions_{};  ///< [from][to]
  std::vector<std::uint32_t> slots_;            ///< open hash table of positions + 1
};

/// Whether label `to` may follow `from`; `none` stands before a sentence.
constexpr bool may_follow(NameLabel from, NameLabel to) {
  const auto f = static_cast<unsigned>(from);
  const auto t = static_cast<unsigned>(to);
  return t == 0 || t % 2 == 1 || f == t || f + 1 == t;
}

}  // namespace entente::nlp

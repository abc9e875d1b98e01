// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The parts of train(): examples, and the trainers of the tagger and the parser.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "nlp/conllu.hpp"
#include "nlp/hash.hpp"
#include "nlp/parser.hpp"
#include "nlp/tagger.hpp"
#include "nlp/transitions.hpp"

namespace entente::nlp {

/// A sentence to learn from.
struct Example {
  std::vector<std::string> forms;
  std::vector<TagPair> tags;
  std::vector<std::string> lemmas;
  GoldTree tree;
};

void append_examples(const Treebank& treebank, std::vector<Example>& out);

/// Copies `percent` of the examples with other capitals: all of them (ALL CAPS), each word's first (A
/// Headline), those of the family names (Vladimir PUTIN). News does all three, the treebanks hardly.
std::vector<Example> case_variants(const std::vector<Example>& examples, std::size_t percent, Random& random);

using ExampleRefs = std::vector<const Example*>;

/// Tags and ambiguity classes of the examples.
TagSet make_tag_set(const ExampleRefs& examples);

/// Trains on the examples in an order drawn anew for each iteration.
Tagger train_tagger(const ExampleRefs& examples, const TagSet& set, std::size_t iterations,
                    std::uint32_t min_updates, Random random);

/// A sentence as the parser learns it: with predicted tags, and a projective tree.
struct ParserExample {
  ParserInput input;
  GoldTree tree;
};

class ParserTrainer {
 public:
  explicit ParserTrainer(const std::vector<ParserExample>& examples);
  /// Goes through the examples once. With `explore`, most steps follow the parser's own choice, so that it
  /// learns to go on after its errors.
  void iterate(bool explore, Random& random);
  /// Adds what a trainer over the same examples has learnt in as many iterations.
  void merge(const ParserTrainer& other);
  Parser freeze(std::uint32_t min_updates) const;

 private:
  template <class Optimal>
  std::optional<Action> best_wrong(const Optimal& optimal) const;
  void learn(const ParserExample& example, bool explore, Random& random);

  const std::vector<ParserExample>& examples_;
  std::vector<std::size_t> order_;
  std::vector<std::uint8_t> known_;
  Perceptron perceptron_;
  std::int32_t runs_ = 1;  ///< summed up in it
  Configuration configuration_;
  std::vector<std::uint32_t> features_;
  std::vector<std::int32_t> scores_;
};

}  // namespace entente::nlp

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The parts of train(): examples, and the trainer of the network.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "nlp/conllu.hpp"
#include "nlp/features.hpp"
#include "nlp/hash.hpp"
#include "nlp/lemmatizer.hpp"
#include "nlp/names.hpp"
#include "nlp/network_weights.hpp"

namespace entente::nlp {

/// A sentence to learn from.
struct Example {
  std::vector<std::string> forms;
  std::vector<TagPair> tags;
  std::vector<std::string> lemmas;
  std::vector<std::size_t> heads;  ///< 0 for the root, else the head's number from 1
  std::vector<Dep> labels;
  std::vector<NameLabel> names;  ///< empty where they are not known
};

void append_examples(const Treebank& treebank, std::vector<Example>& out);

/// Gives the names to the examples of the same words. Returns how many got them.
std::size_t add_names(const std::vector<NamedSentence>& sentences, std::vector<Example>& examples);

/// Copies `percent` of the examples with other capitals: all of them (ALL CAPS), none, each word's first (A
/// Headline), those of the family names (Vladimir PUTIN). News does all of it, the treebanks hardly.
std::vector<Example> case_variants(const std::vector<Example>& examples, std::size_t percent, Random& random);

/// The tags of the examples, most frequent first, at most 255.
std::vector<TagPair> tag_classes(const std::vector<Example>& examples);

/// The feature rows for what occurs at least twice (forms) or five times (other tables).
FeatureTables make_feature_tables(const std::vector<Example>& examples, Lexicon lexicon);

/// An example in numbers.
struct NetworkExample {
  std::vector<FeatureRow> rows;
  std::vector<std::size_t> heads;
  std::vector<std::size_t> labels;  ///< Dep
  std::vector<std::size_t> tags;    ///< index into the classes of tags
  std::vector<NameLabel> names;     ///< empty where they are not known
};

struct NetworkTraining {
  NetworkShape shape;
  std::array<std::size_t, kTables> rows;  ///< of the embedding tables
  std::size_t tags = 0;                   ///< classes
  std::size_t epochs = 0;
  std::size_t batch_words = 0;
  std::uint64_t seed = 0;
};

/// Learns the network; `after_epoch` gets its number (from 1), the mean loss of a word and the weights.
using AfterEpoch = std::function<void(std::size_t, double, const NetworkWeights&)>;
NetworkWeights train_network(const std::vector<NetworkExample>& examples, const NetworkTraining& training,
                             const AfterEpoch& after_epoch);

}  // namespace entente::nlp

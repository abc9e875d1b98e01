// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The hand-written treebank of these tests, and a small model of its words with random weights: its answers
// mean nothing, but they are answers.
#pragma once

#include <string>
#include <utility>

#include "nlp/files.hpp"
#include "nlp/hash.hpp"
#include "nlp/model.hpp"
#include "nlp/training.hpp"

namespace entente::nlp {

inline std::string tiny_path() {
  return std::string(ENTENTE_SOURCE_DIR) + "/tests/nlp/tiny.conllu";
}

inline std::vector<Example> tiny_examples() {
  std::vector<Example> examples;
  append_examples(load_conllu(tiny_path()), examples);
  return examples;
}

/// Numbers between -`largest` and `largest`.
inline std::vector<float> random_numbers(std::size_t count, float largest, Random& random) {
  std::vector<float> numbers(count);
  for (float& number : numbers)
    number = (static_cast<float>(random.below(20001)) / 10000.0F - 1.0F) * largest;
  return numbers;
}

inline DenseWeights random_dense(std::size_t rows, std::size_t columns, Random& random) {
  return {rows, columns, random_numbers(rows * columns, 0.5F, random), random_numbers(rows, 0.5F, random)};
}

inline NetworkWeights random_weights(const FeatureTables& features, std::size_t tags, std::uint64_t seed) {
  Random random(seed);
  NetworkWeights result;
  result.shape = {{16, 8, 8, 8, 8, 8, 8, 8, 8}, 2, 24, 16, 8};
  const NetworkShape& shape = result.shape;
  for (std::size_t table = 0; table < kTables; ++table) {
    const std::size_t rows = features.rows(static_cast<Table>(table));
    result.embeddings[table] = random_numbers(rows * shape.widths[table], 1, random);
  }
  for (std::size_t layer = 0; layer < shape.layers; ++layer) {
    const std::size_t columns = (layer == 0 ? shape.input() : 2 * shape.hidden) + shape.hidden;
    result.layers.push_back(
        {random_dense(4 * shape.hidden, columns, random), random_dense(4 * shape.hidden, columns, random)});
  }
  const std::size_t encoded = 2 * shape.hidden;
  result.tags = random_dense(tags, encoded, random);
  result.names = random_dense(kNameLabelNames.size(), encoded, random);
  result.arc_dependent = random_dense(shape.arcs, encoded, random);
  result.arc_head = random_dense(shape.arcs, encoded, random);
  result.label_dependent = random_dense(shape.labels, encoded, random);
  result.label_head = random_dense(shape.labels, encoded, random);
  result.arc = random_dense(shape.arcs, shape.arcs, random);
  result.label = random_dense(kDepNames.size(), 3 * shape.labels, random);
  result.root_arc = random_numbers(shape.arcs, 1, random);
  result.root_label = random_numbers(shape.labels, 1, random);
  return result;
}

inline Model make_tiny_model(std::uint64_t seed = 1) {
  const auto examples = tiny_examples();
  const FeatureTables features = make_feature_tables(examples, Lexicon({{word_hash("treaty"), {.noun = 7}}}));
  LemmaTrainer lemmas;
  for (const Example& example : examples) {
    for (std::size_t i = 0; i < example.forms.size(); ++i)
      lemmas.add(example.forms[i], example.tags[i], example.lemmas[i]);
  }
  const auto tags = tag_classes(examples);
  ModelOrigin origin{{{"tiny.conllu", sha256(read_file(tiny_path()))}}, "entente train --conllu tiny.conllu"};
  return {std::move(origin), features, Network(random_weights(features, tags.size(), seed), tags),
          lemmas.finish()};
}

inline const Model& tiny_model() {
  static const Model model = make_tiny_model();
  return model;
}

}  // namespace entente::nlp

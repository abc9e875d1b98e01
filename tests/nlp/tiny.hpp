// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The hand-written treebank of these tests and a model that has learnt it by heart.
#pragma once

#include <string>

#include "nlp/train.hpp"

namespace entente::nlp {

inline std::string tiny_path() {
  return std::string(ENTENTE_SOURCE_DIR) + "/tests/nlp/tiny.conllu";
}

inline Model train_tiny(std::uint64_t seed = 1) {
  TrainOptions options;
  options.files = {tiny_path()};
  options.parser_iterations = 15;
  options.folds = 1;
  options.min_updates = 1;
  options.min_tagger_updates = 1;
  options.case_percent = 50;
  options.seed = seed;
  options.command = "entente train --conllu tiny.conllu";
  return train(options);
}

inline const Model& tiny_model() {
  static const Model model = train_tiny();
  return model;
}

}  // namespace entente::nlp

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Makes a model from treebanks:
//
//   const auto model = nlp::train({.files = {"train.conllu.gz"}, .dev_files = {"dev.conllu.gz"}});
//   model.save("data/model/en.bin");
//
// Cost: some minutes and 3 GB for 300,000 words. The same options and files give the same bytes.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "nlp/evaluate.hpp"
#include "nlp/model.hpp"

namespace entente::nlp {

struct TrainOptions {
  std::vector<std::string> files;  ///< CoNLL-U, gzipped or not
  std::vector<std::string>
      dev_files;  ///< for the scores told to `progress`; may be empty; never change the model
  std::size_t tagger_iterations = 7;
  std::size_t parser_iterations = 10;
  std::size_t runs = 2;  ///< parsers trained in different orders, each by a thread; the model is their sum
  std::size_t folds =
      5;  ///< of the training data, for tags as unsure as those of new text; 0 or 1: gold tags
  std::uint32_t min_updates = 12;  ///< features of the parser changed less often are dropped
  std::uint32_t min_tagger_updates = 3;
  std::size_t case_percent = 5;  ///< of the sentences are learned once more in capitals or as a headline
  std::uint64_t seed = 1;
  std::string command;  ///< kept in the model
};

struct TrainProgress {
  std::string step;  ///< "tagger", "tags", "parser"
  std::size_t done = 0;
  std::size_t of = 0;
  Scores dev;  ///< of the first parser's iterations when there are dev files
};

/// Throws IoError and DataError for the files. `progress` is called by the calling thread and may throw to
/// stop.
Model train(const TrainOptions& options, const std::function<void(const TrainProgress&)>& progress = {});

}  // namespace entente::nlp

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Makes a model from treebanks. Only in builds with ENTENTE_TRAINER, which need libtorch:
//
//   const auto model = nlp::train({.files = {"train.conllu.gz"}, .dev_files = {"dev.conllu.gz"}});
//   model.save("data/model/en.bin");
//
// Cost: about an hour of two cores and 2 GB for 300,000 words. The same options and files give the same bytes
// on the same machine.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "nlp/evaluate.hpp"
#include "nlp/model.hpp"
#include "nlp/network_weights.hpp"

namespace entente::nlp {

struct TrainOptions {
  std::vector<std::string> files;  ///< CoNLL-U, gzipped or not
  std::vector<std::string>
      dev_files;  ///< for the scores told to `progress`; may be empty; never change the model
  /// Names in IOB2 (universalner.org), gzipped or not: their sentences are found again in `files` by their
  /// words. May be empty.
  std::vector<std::string> name_files;
  std::string wordnet;     ///< folder of a WordNet database, or empty
  std::string name_words;  ///< words and the kinds of names they occur in (names.hpp), or empty
  NetworkShape shape;
  std::size_t epochs = 20;
  std::size_t batch_words = 640;
  std::size_t case_percent = 8;  ///< of the sentences are learned once more in other capitals
  std::uint64_t seed = 1;
  std::string command;  ///< kept in the model
};

struct TrainProgress {
  std::size_t epoch = 0;
  std::size_t of = 0;
  double loss = 0;               ///< mean of a word
  const Model* model = nullptr;  ///< as it is now; valid during the call
  Scores dev;                    ///< of the model when there are dev files
};

/// Throws IoError and DataError for the files, and Error in builds without the trainer. `progress` is called
/// after every epoch by the calling thread and may throw to stop.
Model train(const TrainOptions& options, const std::function<void(const TrainProgress&)>& progress = {});

}  // namespace entente::nlp

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The trainer's story: read treebanks, names and words, vary the capitals, turn all into numbers, train the
// lemmatizer by counting and the network by descent.
#include "nlp/train.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "entente/error.hpp"
#include "nlp/files.hpp"
#include "nlp/training.hpp"
#include "nlp/wordnet.hpp"

namespace entente::nlp {
namespace {

class Training {
 public:
  Training(const TrainOptions& options, const std::function<void(const TrainProgress&)>& progress)
      : options_(options), progress_(progress), random_(options.seed) {}

  Model run() {
    read();
    features_ = make_feature_tables(examples_, read_lexicon());
    tags_ = tag_classes(examples_);
    lemmatizer_ = train_lemmatizer();
    auto varied = case_variants(examples_, options_.case_percent, random_);
    std::move(varied.begin(), varied.end(), std::back_inserter(examples_));
    return make_model(train_network(in_numbers(), training(), [this](auto... told) { tell(told...); }));
  }

 private:
  void read() {
    if (options_.files.empty()) throw Error("training needs at least one CoNLL-U file");
    for (const std::string& path : options_.files) {
      append_examples(load_conllu(path), examples_);
      remember(path);
    }
    if (examples_.empty()) throw DataError(options_.files.front(), 0, "has no sentence to train on");
    for (const std::string& path : options_.name_files) {
      if (add_names(load_names(path), examples_) == 0)
        throw DataError(path, 0, "has no sentence of the treebanks");
      remember(path);
    }
    for (const std::string& path : options_.dev_files) dev_.push_back(load_conllu(path));
    origin_.command = options_.command;
  }

  void remember(const std::string& path) {
    origin_.files.push_back({path.substr(path.rfind('/') + 1), sha256(read_file(path))});
  }

  Lexicon read_lexicon() {
    std::vector<Lexicon::Entry> entries;
    if (!options_.wordnet.empty()) {
      entries = read_wordnet(options_.wordnet);
      for (const char* part : {"/data.noun", "/data.verb"}) remember(options_.wordnet + part);
    }
    if (!options_.name_words.empty()) {
      const auto words = load_name_words(options_.name_words);
      entries.insert(entries.end(), words.begin(), words.end());
      remember(options_.name_words);
    }
    return Lexicon(std::move(entries));
  }

  Lemmatizer train_lemmatizer() const {
    LemmaTrainer trainer;
    for (const Example& example : examples_) {
      for (std::size_t i = 0; i < example.forms.size(); ++i)
        trainer.add(example.forms[i], example.tags[i], example.lemmas[i]);
    }
    return trainer.finish();
  }

  std::vector<NetworkExample> in_numbers() const {
    std::vector<NetworkExample> result;
    std::array<std::string, 2> scratch;
    for (const Example& example : examples_) {
      NetworkExample& numbers = result.emplace_back();
      features_.append_rows({example.forms.begin(), example.forms.end()}, scratch, numbers.rows);
      numbers.heads = example.heads;
      for (const Dep label : example.labels) numbers.labels.push_back(static_cast<std::size_t>(label));
      for (const TagPair tag : example.tags) numbers.tags.push_back(class_of(tag));
      numbers.names = example.names;
    }
    return result;
  }

  // Tags beyond the most frequent 255 count as the first of all.
  std::size_t class_of(TagPair tag) const {
    const auto found = std::find(tags_.begin(), tags_.end(), tag);
    return found == tags_.end() ? 0 : static_cast<std::size_t>(found - tags_.begin());
  }

  NetworkTraining training() const {
    NetworkTraining result;
    result.shape = options_.shape;
    for (std::size_t table = 0; table < kTables; ++table)
      result.rows[table] = features_.rows(static_cast<Table>(table));
    result.tags = tags_.size();
    result.epochs = options_.epochs;
    result.batch_words = options_.batch_words;
    result.seed = options_.seed;
    return result;
  }

  Model make_model(const NetworkWeights& weights) const {
    return {origin_, features_, Network(weights, tags_), lemmatizer_};
  }

  void tell(std::size_t epoch, double loss, const NetworkWeights& weights) {
    if (!progress_) return;
    const Model model = make_model(weights);
    TrainProgress progress{epoch, options_.epochs, loss, &model, {}};
    Workspace workspace;
    for (const Treebank& treebank : dev_) progress.dev += evaluate(treebank, model, workspace);
    progress_(progress);
  }

  const TrainOptions& options_;
  const std::function<void(const TrainProgress&)>& progress_;
  Random random_;
  ModelOrigin origin_;
  std::vector<Example> examples_;
  std::vector<Treebank> dev_;
  FeatureTables features_;
  std::vector<TagPair> tags_;
  Lemmatizer lemmatizer_;
};

}  // namespace

Model train(const TrainOptions& options, const std::function<void(const TrainProgress&)>& progress) {
  return Training(options, progress).run();
}

}  // namespace entente::nlp

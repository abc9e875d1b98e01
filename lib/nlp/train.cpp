// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The trainer's story: read, vary the capitals, train the tagger and the lemmatizer, tag the training data by
// taggers that have not seen it (jackknifing), train parsers on those tags and add them up (McDonald, Hall
// and Mann 2010).
#include "nlp/train.hpp"

#include <algorithm>
#include <future>

#include "entente/error.hpp"
#include "nlp/files.hpp"
#include "nlp/training.hpp"

namespace entente::nlp {
namespace {

class Training {
 public:
  Training(const TrainOptions& options, const std::function<void(const TrainProgress&)>& progress)
      : options_(options), progress_(progress), random_(options.seed) {}

  Model run() {
    read();
    const ExampleRefs all = all_examples();
    const TagSet set = make_tag_set(all);
    Tagger tagger = train_tagger(all, set, options_.tagger_iterations, options_.min_tagger_updates,
                                 Random(random_.next()));
    tell({"tagger", 1, 1, {}});
    Lemmatizer lemmatizer = train_lemmatizer();
    const std::vector<ParserExample> examples = make_parser_examples(set, lemmatizer);
    Parser parser = train_parser(examples, tagger, lemmatizer);
    return {origin_, std::move(tagger), std::move(lemmatizer), std::move(parser)};
  }

 private:
  void tell(const TrainProgress& progress) const {
    if (progress_) progress_(progress);
  }

  void read() {
    if (options_.files.empty()) throw Error("training needs at least one CoNLL-U file");
    for (const std::string& path : options_.files) {
      origin_.files.push_back({path.substr(path.rfind('/') + 1), sha256(read_file(path))});
      append_examples(load_conllu(path), examples_);
    }
    if (examples_.empty()) throw DataError(options_.files.front(), 0, "has no sentence to train on");
    for (const std::string& path : options_.dev_files) dev_.push_back(load_conllu(path));
    origin_.command = options_.command;
    varied_ = case_variants(examples_, options_.case_percent, random_);
  }

  ExampleRefs all_examples() const {
    ExampleRefs all;
    for (const Example& example : examples_) all.push_back(&example);
    for (const Example& example : varied_) all.push_back(&example);
    return all;
  }

  Lemmatizer train_lemmatizer() const {
    LemmaTrainer trainer;
    for (const Example& example : examples_) {
      for (std::size_t i = 0; i < example.forms.size(); ++i)
        trainer.add(example.forms[i], example.tags[i], example.lemmas[i]);
    }
    return trainer.finish();
  }

  std::vector<ParserExample> make_parser_examples(const TagSet& set, const Lemmatizer& lemmatizer) {
    const ExampleRefs all = all_examples();
    std::vector<ParserExample> result(all.size());
    const std::size_t folds = std::max<std::size_t>(1, std::min(options_.folds, all.size()));
    for (std::size_t fold = 0; fold < folds; ++fold) {
      Tagger tagger = train_fold_tagger(all, set, {fold, folds});
      tag_fold(all, {fold, folds}, tagger, lemmatizer, result);
      tell({"tags", fold + 1, folds, {}});
    }
    return result;
  }

  struct Fold {
    std::size_t number, of;
    bool contains(std::size_t i) const { return i % of == number; }
  };

  Tagger train_fold_tagger(const ExampleRefs& all, const TagSet& set, Fold fold) {
    ExampleRefs others;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!fold.contains(i)) others.push_back(all[i]);
    }
    if (others.empty()) return {set, {}};
    return train_tagger(others, make_tag_set(others), options_.tagger_iterations, options_.min_tagger_updates,
                        Random(random_.next()));
  }

  // A fold's sentences are tagged by what the others taught; a single fold keeps its gold tags.
  static void tag_fold(const ExampleRefs& all, Fold fold, const Tagger& tagger, const Lemmatizer& lemmatizer,
                       std::vector<ParserExample>& result) {
    TaggerState state;
    std::vector<std::uint32_t> features;
    std::vector<std::int32_t> scores;
    std::string lemmas;
    std::vector<std::uint32_t> ends;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!fold.contains(i)) continue;
      state.forms.assign(all[i]->forms.begin(), all[i]->forms.end());
      tagger.tag(state, features, scores);
      if (fold.of == 1) set_gold_tags(*all[i], tagger.set, state);
      lemmas.clear();
      lemmatizer.lemmatize(state, tagger.set, lemmas, ends);
      prepare(state, tagger.set, result[i].input);
      result[i].tree = all[i]->tree;
      projectivize(result[i].tree);
    }
  }

  static void set_gold_tags(const Example& example, const TagSet& set, TaggerState& state) {
    for (std::size_t i = 0; i < example.tags.size(); ++i) {
      const auto found = std::find(set.pairs.begin(), set.pairs.end(), example.tags[i]);
      if (found != set.pairs.end()) state.tags[i] = static_cast<Tag>(found - set.pairs.begin());
    }
  }

  // The runs differ in the order of the sentences only. Their sum errs less than each, for it forgets what
  // one learnt by chance; being linear, it is one model again.
  Parser train_parser(const std::vector<ParserExample>& examples, const Tagger& tagger,
                      const Lemmatizer& lemmatizer) {
    std::vector<ParserRun> runs;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, options_.runs); ++i) {
      runs.push_back({ParserTrainer(examples), Random(random_.next())});
    }
    Workspace workspace;
    for (std::size_t i = 0; i < options_.parser_iterations; ++i) {
      iterate(runs, i > 0);
      TrainProgress progress{"parser", i + 1, options_.parser_iterations, {}};
      if (progress_ && !dev_.empty()) {
        const Model model(origin_, tagger, lemmatizer, runs[0].trainer.freeze(options_.min_updates));
        for (const Treebank& treebank : dev_) progress.dev += evaluate(treebank, model, workspace);
      }
      tell(progress);
    }
    for (std::size_t i = 1; i < runs.size(); ++i) runs[0].trainer.merge(runs[i].trainer);
    return runs[0].trainer.freeze(options_.min_updates);
  }

  struct ParserRun {
    ParserTrainer trainer;
    Random random;
  };

  static void iterate(std::vector<ParserRun>& runs, bool explore) {
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < runs.size(); ++i) {
      others.push_back(std::async(std::launch::async,
                                  [&run = runs[i], explore] { run.trainer.iterate(explore, run.random); }));
    }
    runs[0].trainer.iterate(explore, runs[0].random);
    for (std::future<void>& other : others) other.get();
  }

  const TrainOptions& options_;
  const std::function<void(const TrainProgress&)>& progress_;
  Random random_;
  ModelOrigin origin_;
  std::vector<Example> examples_;
  std::vector<Example> varied_;
  std::vector<Treebank> dev_;
};

}  // namespace

Model train(const TrainOptions& options, const std::function<void(const TrainProgress&)>& progress) {
  return Training(options, progress).run();
}

}  // namespace entente::nlp

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "nlp/evaluate.hpp"
#include "nlp/train.hpp"
#include "tiny.hpp"

using namespace entente;
using namespace entente::nlp;

namespace {

// False, and says so, in builds without the trainer.
bool can_train() {
#ifdef ENTENTE_TRAINER
  return true;
#else
  WARN("skipped: built without ENTENTE_TRAINER");
  return false;
#endif
}

TrainOptions tiny_training() {
  TrainOptions options;
  options.files = {tiny_path()};
  options.shape = {{16, 8, 8, 8, 8, 8, 8, 8, 8}, 1, 32, 32, 32};
  options.epochs = 300;
  options.case_percent = 0;
  return options;
}

}  // namespace

TEST_CASE("Training twice gives the same bytes, another seed other ones") {
  if (!can_train()) return;
  TrainOptions options = tiny_training();
  options.epochs = 2;
  const std::string bytes = train(options).bytes();
  CHECK(train(options).bytes() == bytes);
  options.seed = 2;
  CHECK(train(options).bytes() != bytes);
}

TEST_CASE("A small treebank is learnt by heart, and progress tells so") {
  if (!can_train()) return;
  TrainOptions options = tiny_training();
  options.dev_files = {tiny_path()};
  std::size_t epochs = 0;
  double loss = 0;
  const Model model = train(options, [&](const TrainProgress& progress) {
    CHECK(progress.epoch == ++epochs);
    loss = progress.loss;
    CHECK(progress.dev.tokens > 0);
  });
  CHECK(epochs == options.epochs);
  CHECK(loss < 2);
  Workspace workspace;
  const Scores scores = evaluate(load_conllu(tiny_path()), model, workspace);
  CHECK(scores.percent(scores.upos) > 95);
  CHECK(scores.percent(scores.label) > 90);
  CHECK(scores.lemma == scores.tokens);
}

TEST_CASE("Training needs sentences") {
  CHECK_THROWS_AS(train({}), Error);
  TrainOptions options;
  options.files = {"/nonexistent.conllu"};
  CHECK_THROWS_AS(train(options), IoError);
}

TEST_CASE("Variants change capitals only") {
  const auto examples = tiny_examples();
  Random random(3);
  const auto variants = case_variants(examples, 100, random);
  REQUIRE(!variants.empty());
  for (const Example& variant : variants) {
    const auto same = std::any_of(examples.begin(), examples.end(), [&](const Example& example) {
      return example.heads == variant.heads && example.lemmas == variant.lemmas &&
             example.forms != variant.forms;
    });
    CHECK(same);
  }
}

TEST_CASE("Names come to the sentences of the same words") {
  auto examples = tiny_examples();
  NamedSentence named;
  for (const std::string& form : examples[1].forms) named.push_back({form, NameLabel::none});
  named[0].label = NameLabel::person_begin;
  CHECK(add_names({named, {{"other", NameLabel::none}}}, examples) >= 1);
  CHECK(examples[0].names.empty());
  REQUIRE(examples[1].names.size() == examples[1].forms.size());
  CHECK(examples[1].names[0] == NameLabel::person_begin);
}

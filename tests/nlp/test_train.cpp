// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "nlp/evaluate.hpp"
#include "nlp/training.hpp"
#include "tiny.hpp"

using namespace entente;
using namespace entente::nlp;

TEST_CASE("Training twice gives the same bytes, another seed other ones") {
  CHECK(train_tiny().bytes() == tiny_model().bytes());
  CHECK(train_tiny(2).bytes() != tiny_model().bytes());
}

TEST_CASE("A small treebank is learnt by heart, but for the crossing arc") {
  Workspace workspace;
  const Scores scores = evaluate(load_conllu(tiny_path()), tiny_model(), workspace);
  CHECK(scores.upos == scores.tokens);
  CHECK(scores.xpos == scores.tokens);
  CHECK(scores.lemma == scores.tokens);
  CHECK(scores.head == scores.tokens - 1);
  CHECK(scores.label == scores.tokens - 1);
}

TEST_CASE("Progress tells the steps, and dev files do not change the model") {
  TrainOptions options;
  options.files = options.dev_files = {tiny_path()};
  options.parser_iterations = 2;
  options.folds = 2;
  std::vector<std::string> steps;
  const auto with_dev = train(options, [&](const TrainProgress& progress) {
    steps.push_back(progress.step);
    if (progress.step == "parser") CHECK(progress.dev.tokens > 0);
  });
  CHECK(steps.front() == "tagger");
  CHECK(steps.back() == "parser");
  options.dev_files.clear();
  CHECK(train(options).bytes() == with_dev.bytes());
}

TEST_CASE("Training needs sentences") {
  CHECK_THROWS_AS(train({}), Error);
  TrainOptions options;
  options.files = {"/nonexistent.conllu"};
  CHECK_THROWS_AS(train(options), IoError);
}

TEST_CASE("Variants change capitals only") {
  std::vector<Example> examples;
  append_examples(load_conllu(tiny_path()), examples);
  Random random(3);
  const auto variants = case_variants(examples, 100, random);
  REQUIRE(!variants.empty());
  for (const Example& variant : variants) {
    const auto same = std::any_of(examples.begin(), examples.end(), [&](const Example& example) {
      return example.tree.heads == variant.tree.heads && example.lemmas == variant.lemmas &&
             example.forms != variant.forms;
    });
    CHECK(same);
  }
}

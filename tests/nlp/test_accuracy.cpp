// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The committed model on the treebanks' test parts, which are not in the repository.
#include <chrono>
#include <filesystem>

#include "catch.hpp"
#include "nlp/evaluate.hpp"

using namespace entente;
using namespace entente::nlp;

namespace {

const std::string kModel = std::string(ENTENTE_SOURCE_DIR) + "/data/model/en.bin";
const std::string kTreebanks = std::string(ENTENTE_SOURCE_DIR) + "/../shared/treebank/";

}  // namespace

TEST_CASE("The committed model keeps its accuracy") {
  const std::string path = kTreebanks + "en_ewt-ud-test.conllu.gz";
  if (!std::filesystem::exists(path)) {
    WARN("skipped: ../shared/treebank is not there");
    return;
  }
  Workspace workspace;
  const Scores scores = evaluate(load_conllu(path), Model::load(kModel), workspace);
  INFO(to_string(scores));
  CHECK(scores.percent(scores.upos) >= 96.0);
  CHECK(scores.percent(scores.lemma) >= 97.0);
  CHECK(scores.percent(scores.head) >= 89.0);
  CHECK(scores.percent(scores.label) >= 86.0);
}

TEST_CASE("The committed model is small and loads fast") {
  REQUIRE(std::filesystem::exists(kModel));
  CHECK(std::filesystem::file_size(kModel) <= 16U << 20);
  const auto start = std::chrono::steady_clock::now();
  const Model model = Model::load(kModel);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));  // 0.02 s undisturbed
  CHECK(model.origin().files.size() >= 1);
}

TEST_CASE("Newswire sentences get their main arcs") {
  const Model model = Model::load(kModel);
  Workspace workspace;
  const std::string text = "Russia signed an agreement with Tajikistan .";
  Tokens tokens;
  for (std::uint32_t begin = 0; begin < text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find(' ', begin), text.size()));
    tokens.spans.push_back({begin, end});
    begin = end + 1;
  }
  tokens.sentences.push_back({0, tokens.size(), {0, static_cast<std::uint32_t>(text.size())}});
  const Parse p = parse(text, tokens, model, workspace);
  CHECK(p.heads[1] == kNone);
  CHECK(p.labels[0] == Dep::nsubj);
  CHECK(p.heads[0] == 1);
  CHECK(p.labels[3] == Dep::obj);
  CHECK(p.heads[3] == 1);
  CHECK(p.lemma(1) == "sign");
}

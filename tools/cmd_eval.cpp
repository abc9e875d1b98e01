// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente eval GOLD PREDICTED: precision, recall, F1 of assertions and entities.
// entente eval --conllu TREEBANK: accuracy and speed of tagger, lemmatizer and parser;
// with --raw: of the division of its raw text.
// entente eval --names FILES: precision, recall, F1 of names of persons, locations and organizations.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "args.hpp"
#include "command.hpp"
#include "console.hpp"
#include "entente/pipeline.hpp"
#include "mistakes_page.hpp"
#include "nlp/evaluate.hpp"
#include "nlp/evaluate_text.hpp"
#include "nlp/files.hpp"
#include "nlp/recognizer_data.hpp"
#include "output.hpp"
#include "pipeline/evaluate.hpp"
#include "pipeline/train_recognizer.hpp"
#include "table.hpp"
#include "text/segment.hpp"

namespace entente::tools {
namespace {

std::vector<Value> row_of(const std::string& part, const Score& score) {
  return {part,       score.name,  score.precision(), score.recall(),
          score.f1(), score.right, score.predicted,   score.gold};
}

Table table_of(const Evaluation& result) {
  Table table;
  table.columns = {{"part"},
                   {"name"},
                   {"precision", ColumnKind::cell, 3},
                   {"recall", ColumnKind::cell, 3},
                   {"f1", ColumnKind::cell, 3},
                   {"right"},
                   {"predicted"},
                   {"gold"}};
  for (const auto& score : result.types) table.rows.push_back(row_of("relation", score));
  for (const auto* score : {&result.political, &result.structure, &result.all, &result.loose})
    table.rows.push_back(row_of("relations", *score));
  for (const auto& score : result.entity_types) table.rows.push_back(row_of("entity", score));
  table.rows.push_back(row_of("entities", result.entities));
  table.rows.back()[1] = "all";
  return table;
}

Table mistakes_of(const Evaluation& result, std::size_t limit) {
  Table table;
  table.columns = {{"mistake"}, {"document"}, {"subject"},
                   {"type"},    {"object"},   {"evidence", ColumnKind::below}};
  for (const auto& mistake : result.mistakes) {
    if (table.rows.size() == limit) break;
    table.rows.push_back({mistake.missed ? "missed" : "false", mistake.document, mistake.subject,
                          mistake.type, mistake.object, mistake.evidence});
  }
  return table;
}

Table confusions_of(const Evaluation& result) {
  Table table;
  table.columns = {{"gold"}, {"predicted"}, {"count"}};
  for (const auto& confusion : result.confusions)
    table.rows.push_back({confusion.gold, confusion.predicted, confusion.count});
  return table;
}

Table reliability_of(const Evaluation& result) {
  Table table;
  table.columns = {{"score_from", ColumnKind::cell, 1},
                   {"mean_score", ColumnKind::cell, 3},
                   {"share_right", ColumnKind::cell, 3},
                   {"right"},
                   {"predicted"}};
  for (const auto& band : result.reliability)
    table.rows.push_back({band.from, band.mean_score,
                          static_cast<double>(band.right) / static_cast<double>(band.predicted), band.right,
                          band.predicted});
  return table;
}

std::string summary_of(const Evaluation& result) {
  std::string text = fmt::format(
      "phase accuracy {:.3f}, factuality accuracy {:.3f}, time recall {:.3f}, calibration error {:.3f}\n",
      result.phase_accuracy, result.factuality_accuracy, result.time_recall, result.calibration_error);
  constexpr std::size_t kWorst = 5;
  std::string worst;
  for (std::size_t i = 0; i < std::min(kWorst, result.confusions.size()); ++i)
    worst += fmt::format("{}{} for {} ({})", i == 0 ? "" : ", ", result.confusions[i].predicted,
                         result.confusions[i].gold, result.confusions[i].count);
  return worst.empty() ? text : text + "most confused: " + worst + "\n";
}

class Eval final : public Command {
 public:
  void declare(Options& options) override {
    options.add("GOLD", gold_, "Annotated documents (JSON Lines, may be .gz)");
    options.add("PREDICTED", predicted_, "What `entente extract` printed for them, or - for standard input");
    options
        .list("--conllu", treebanks_, "Measure the syntax on these treebanks instead (CoNLL-U, may be .gz)")
        .type("FILES");
    options.flag("--raw", raw_,
                 "With --conllu: how well their raw text is divided into tokens, words and sentences");
    options
        .list("--names", names_,
              "Measure the recognizer of names on these sentences instead (IOB2, may be .gz): exact spans")
        .type("FILES");
    options.add("--model", model_, "Model to measure; without it, the one in the data folder").type("FILE");
    options.repeated("--type", types_, "Only relations of this type (may be repeated)")
        .type("TYPE")
        .one_of("relation type", relation_type_names());
    options.add("--mistakes", mistakes_, "Instead of figures, list this many false and missed triples")
        .type("N");
    options.flag("--confusions", confusions_, "Instead of figures, which types are taken for which others");
    options.flag("--reliability", reliability_,
                 "Instead of figures, what scores are worth: share right by score");
    options.add("--page", page_.path, "Also write all false and missed triples with their sentences as HTML")
        .type("FILE");
    options.flag("-O,--overwrite", page_.overwrite, "Replace the page when it exists");
    add_layout(options, layout_);
    add_data(options, data_);
  }

  int run() override {
    if (raw_ && treebanks_.empty()) throw UsageError("--raw measures treebanks: give --conllu FILES");
    if (!treebanks_.empty()) return raw_ ? measure_division() : measure_syntax();
    if (!names_.empty()) return measure_recognizer();
    if (gold_.empty() || predicted_.empty())
      throw UsageError("expected GOLD PREDICTED, or --conllu FILES, or --names FILES");
    const auto result = evaluate(read_annotated(gold_), read_annotated(predicted_), types_);
    Output output;
    if (!page_.path.empty()) {
      Output page(page_.path, page_.overwrite);
      page.write(mistakes_page(result));
      page.finish();
    }
    const bool figures = mistakes_ == 0 && !confusions_ && !reliability_;
    print(mistakes_ > 0  ? mistakes_of(result, mistakes_)
          : confusions_  ? confusions_of(result)
          : reliability_ ? reliability_of(result)
                         : table_of(result),
          layout_, output);
    if (layout_.layout == Layout::table && figures) output.write(summary_of(result));
    return kOk;
  }

 private:
  int measure_syntax() {
    const auto data = data_.empty() ? default_data_directory() : data_;
    const auto model = nlp::Model::load(model_.empty() ? data + "/model/en.bin" : model_);
    nlp::Workspace workspace;
    Table table;
    table.columns = {
        {"treebank"}, {"sentences"}, {"words"}, {"upos"},          {"xpos"},
        {"lemma"},    {"uas"},       {"las"},   {"las_universal"}, {"words_per_second", ColumnKind::cell, 0}};
    for (const auto& path : treebanks_) {
      const auto treebank = nlp::load_conllu(path);
      const auto start = std::chrono::steady_clock::now();
      const auto scores = nlp::evaluate(treebank, model, workspace);
      const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
      table.rows.push_back(
          {path, scores.sentences, scores.tokens, scores.percent(scores.upos), scores.percent(scores.xpos),
           scores.percent(scores.lemma), scores.percent(scores.head), scores.percent(scores.label),
           scores.percent(scores.universal_label), static_cast<double>(scores.tokens) / seconds.count()});
    }
    Output output;
    print(table, layout_, output);
    return kOk;
  }

  int measure_recognizer() {
    const auto data = data_.empty() ? default_data_directory() : data_;
    const auto recognizer = nlp::Recognizer::load(model_.empty() ? data + "/model/recognizer.bin" : model_);
    const auto resources = Resources::load(data);
    Table table;
    table.columns = {{"file"},
                     {"name"},
                     {"precision", ColumnKind::cell, 3},
                     {"recall", ColumnKind::cell, 3},
                     {"f1", ColumnKind::cell, 3},
                     {"right"},
                     {"predicted"},
                     {"gold"}};
    for (const auto& path : names_) {
      const auto scores = measure_names(nlp::load_named_documents(path), resources, recognizer);
      for (std::size_t i = 0; i < scores.size(); ++i)
        table.rows.push_back({path, std::string(nlp::kNameScoreNames[i]), scores[i].precision(),
                              scores[i].recall(), scores[i].f1(), scores[i].right, scores[i].predicted,
                              scores[i].gold});
    }
    Output output;
    print(table, layout_, output);
    return kOk;
  }

  int measure_division() {
    const auto data = data_.empty() ? default_data_directory() : data_;
    const auto boundaries = BoundaryModel::load(model_.empty() ? data + "/model/boundaries.bin" : model_);
    Table table;
    table.columns = {
        {"treebank"},  {"tokens"},   {"words"},        {"sentences"},
        {"tokens_f1"}, {"words_f1"}, {"sentences_f1"}, {"megabytes_per_second", ColumnKind::cell, 1}};
    for (const auto& path : treebanks_) {
      const auto treebank = nlp::read_raw_conllu(nlp::read_maybe_gzipped(path), path);
      const auto start = std::chrono::steady_clock::now();
      const auto tokens = segment(treebank.text, boundaries);
      const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
      const auto scores = nlp::compare(treebank.gold, nlp::division_of(treebank.text, tokens));
      table.rows.push_back({path, scores.tokens.gold, scores.words.gold, scores.sentences.gold,
                            scores.tokens.f1(), scores.words.f1(), scores.sentences.f1(),
                            static_cast<double>(treebank.text.size()) / 1e6 / seconds.count()});
    }
    Output output;
    print(table, layout_, output);
    return kOk;
  }

  std::string gold_;
  std::string predicted_;
  std::vector<std::string> types_;
  std::size_t mistakes_ = 0;
  bool confusions_ = false;
  bool reliability_ = false;
  OutputArgs page_;
  std::vector<std::string> treebanks_;
  bool raw_ = false;
  std::vector<std::string> names_;
  std::string model_;
  std::string data_;
  LayoutArgs layout_;
};

}  // namespace

std::unique_ptr<Command> make_eval() {
  return std::make_unique<Eval>();
}

}  // namespace entente::tools

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente eval GOLD PREDICTED: precision, recall, F1 of assertions and entities.
// entente eval --conllu TREEBANK: accuracy and speed of tagger, lemmatizer and parser.
#include <fmt/format.h>

#include "args.hpp"
#include "command.hpp"
#include "console.hpp"
#include "output.hpp"
#include "pipeline/evaluate.hpp"
#include "table.hpp"

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

class Eval final : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("gold", gold_, "Annotated documents (JSON Lines, may be .gz)")
        ->type_name("GOLD")
        ->required();
    app.add_option("predicted", predicted_,
                   "What `entente extract` printed for them, or - for standard input")
        ->type_name("PREDICTED")
        ->required();
    app.add_option("--type", types_, "Only relations of this type (may be repeated)")
        ->type_name("TYPE")
        ->take_all()
        ->expected(1)
        ->check(one_of("relation type", relation_type_names()));
    app.add_option("--mistakes", mistakes_, "Instead of figures, list this many false and missed triples")
        ->type_name("N");
    add_layout(app, layout_);
  }

  int run() override {
    const auto result = evaluate(read_annotated(gold_), read_annotated(predicted_), types_);
    Output output;
    print(mistakes_ > 0 ? mistakes_of(result, mistakes_) : table_of(result), layout_, output);
    if (layout_.layout == Layout::table && mistakes_ == 0)
      output.write(fmt::format("phase accuracy {:.3f}, factuality accuracy {:.3f}, time recall {:.3f}\n",
                               result.phase_accuracy, result.factuality_accuracy, result.time_recall));
    return kOk;
  }

 private:
  std::string gold_;
  std::string predicted_;
  std::vector<std::string> types_;
  std::size_t mistakes_ = 0;
  LayoutArgs layout_;
};

}  // namespace

std::unique_ptr<Command> make_eval() {
  return std::make_unique<Eval>();
}

}  // namespace entente::tools

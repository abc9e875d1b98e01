// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente train --conllu TREEBANKS... -o MODEL: makes the syntax model;
// entente train --relations ANNOTATED... -o MODEL: makes the scorer of relations;
// entente train --boundaries TREEBANKS... -o MODEL: makes the finder of sentence ends that no mark shows;
// entente train --recognizer NAMES... -o MODEL: makes the recognizer of names.
#include <fmt/format.h>

#include <filesystem>
#include <iterator>
#include <utility>

#include "args.hpp"
#include "command.hpp"
#include "console.hpp"
#include "entente/error.hpp"
#include "exit_code.hpp"
#include "nlp/evaluate_text.hpp"
#include "nlp/files.hpp"
#include "nlp/recognizer_data.hpp"
#include "nlp/train.hpp"
#include "pipeline/train_recognizer.hpp"
#include "pipeline/train_relations.hpp"
#include "text/boundary_model.hpp"

namespace entente::tools {
namespace {

class Train final : public Command {
 public:
  void declare(Options& options) override {
    options.list("--conllu", training_.files, "Treebanks to learn from (CoNLL-U, may be .gz)").type("FILES");
    options
        .list("--relations", relations_,
              "Annotated documents to learn the scorer of relations from, in place of --conllu")
        .type("FILES");
    options
        .list("--boundaries", boundaries_,
              "Treebanks to learn the ends of sentences without a mark from, in place of --conllu")
        .type("FILES");
    options
        .list("--recognizer", recognizer_,
              "Sentences with names to learn the recognizer of names from, in place of --conllu (IOB2, or "
              "CoNLL-U with GUM's entities; may be .gz)")
        .type("FILES");
    add_data(options, data_);
    options
        .list("--dev", training_.dev_files, "Treebanks to measure each epoch on; they never change the model")
        .type("FILES");
    options.add("-o,--output", output_.path, "File for the model").type("FILE").required();
    options.flag("-O,--overwrite", output_.overwrite, "Replace the file when it exists");
    options.add("--seed", training_.seed, "Of the order in which sentences are learned")
        .type("N")
        .show_default();
    options
        .list(
            "--names", training_.name_files,
            "Names of persons, places and organizations in the sentences of the treebanks (IOB2, may be .gz)")
        .type("FILES");
    options.add("--wordnet", training_.wordnet, "WordNet database: classes of nouns and verbs")
        .type("FOLDER");
    options.add("--name-words", training_.name_words, "Words and the kinds of names they occur in")
        .type("FILE");
    options.add("--epochs", training_.epochs, "Passes over the treebanks")
        .type("N")
        .range(1, 1000)
        .show_default();
    options.add("--layers", training_.shape.layers, "Of the network's encoder")
        .type("N")
        .range(1, 16)
        .show_default();
    options.add("--hidden", training_.shape.hidden, "Cells of each direction of a layer, a multiple of 8")
        .type("N")
        .range(8, 1024)
        .show_default();
    add_verbosity(options, verbosity_);
  }

  int run() override {
    if (!output_.overwrite && std::filesystem::exists(output_.path))
      throw IoError(output_.path + " exists; add -O (--overwrite) to replace it");
    const int kinds = int{!training_.files.empty()} + int{!relations_.empty()} + int{!boundaries_.empty()} +
                      int{!recognizer_.empty()};
    if (kinds != 1)
      throw UsageError(
          "train takes one of --conllu, --relations, --boundaries and --recognizer, with at least one file");
    Console console(verbosity_);
    if (!relations_.empty())
      train_relations(console);
    else if (!boundaries_.empty())
      train_boundaries();
    else if (!recognizer_.empty())
      train_recognizer(console);
    else
      train_syntax(console);
    console.say(fmt::format("{}: {:.1f} MB, made in {:.0f} s", output_.path,
                            static_cast<double>(std::filesystem::file_size(output_.path)) / 1e6,
                            console.seconds()));
    console.say_peak_memory();
    return kOk;
  }

 private:
  void train_syntax(Console& console) {
    if (training_.shape.hidden % 8 != 0) throw UsageError("--hidden has to be a multiple of 8");
    training_.command = command();
    const auto model =
        nlp::train(training_, [&](const nlp::TrainProgress& progress) { tell(progress, console); });
    model.save(output_.path);
  }

  void train_relations(Console& console) const {
    const auto resources = Resources::load(data_, {}, false);
    std::vector<relations::Example> examples;
    std::string line = "entente train --relations";
    for (const auto& file : relations_) {
      auto more = relation_examples(file, resources);
      const std::size_t documents = more.size();
      std::move(more.begin(), more.end(), std::back_inserter(examples));
      line += " " + std::filesystem::path(file).filename().string();
      console.say(fmt::format("{}: {} documents", file, grouped(documents)));
    }
    const relations::ScorerOptions options{.linear = {.seed = training_.seed}};
    line += fmt::format(" --seed {} -o {}", training_.seed,
                        std::filesystem::path(output_.path).filename().string());
    relations::Scorer::train(std::move(examples), options).save(output_.path, line);
  }

  void train_boundaries() const {
    std::vector<DividedText> texts;
    std::string line = "command: entente train --boundaries";
    std::string files;
    for (const auto& file : boundaries_) {
      const std::string content = nlp::read_maybe_gzipped(file);
      auto treebank = nlp::read_raw_conllu(content, file);
      texts.push_back({std::move(treebank.text), std::move(treebank.sentences)});
      const std::string name = std::filesystem::path(file).filename().string();
      line += " " + name;
      files += "trained-on: " + nlp::sha256(nlp::read_file(file)) + " " + name + "\n";
    }
    line += fmt::format(" --seed {} -o {}\n", training_.seed,
                        std::filesystem::path(output_.path).filename().string());
    const BoundaryOptions options{.seed = training_.seed};
    nlp::write_file(output_.path, BoundaryModel::train(texts, options).bytes(line + files));
  }

  void train_recognizer(Console& console) const {
    const auto resources = Resources::load(data_);
    std::vector<nlp::NameExample> examples;
    std::string line = "command: entente train --recognizer";
    std::string files;
    for (const auto& file : recognizer_) {
      const auto documents = nlp::load_training_documents(file);
      auto more = name_examples(documents, resources);
      console.say(fmt::format("{}: {} documents", file, grouped(more.size())));
      std::move(more.begin(), more.end(), std::back_inserter(examples));
      const std::string name = std::filesystem::path(file).filename().string();
      line += " " + name;
      files += "trained-on: " + nlp::sha256(nlp::read_file(file)) + " " + name + "\n";
    }
    line += fmt::format(" --seed {} -o {}\n", training_.seed,
                        std::filesystem::path(output_.path).filename().string());
    const nlp::RecognizerOptions options{.seed = training_.seed};
    nlp::write_file(output_.path, nlp::Recognizer::train(examples, options).bytes(line + files));
  }

  /// What makes this model again; folders differ from machine to machine and are left out.
  std::string command() const {
    const auto plain = [](const std::string& path) {
      return std::filesystem::path(path).filename().string();
    };
    std::string line = "entente train --conllu";
    for (const auto& file : training_.files) line += " " + plain(file);
    if (!training_.name_files.empty()) line += " --names";
    for (const auto& file : training_.name_files) line += " " + plain(file);
    if (!training_.wordnet.empty()) line += " --wordnet " + plain(training_.wordnet);
    if (!training_.name_words.empty()) line += " --name-words " + plain(training_.name_words);
    return line + fmt::format(" --seed {} --epochs {} --layers {} --hidden {} -o {}", training_.seed,
                              training_.epochs, training_.shape.layers, training_.shape.hidden,
                              plain(output_.path));
  }

  void tell(const nlp::TrainProgress& progress, Console& console) const {
    progress.model->save(output_.path);  // so that a training that is cut short leaves a model
    std::string line = fmt::format("epoch {}/{}  loss {:.3f}  {:.0f} s", progress.epoch, progress.of,
                                   progress.loss, console.seconds());
    if (progress.dev.tokens > 0) line += "  " + nlp::to_string(progress.dev);
    console.say(line);
  }

  nlp::TrainOptions training_;
  std::vector<std::string> relations_;
  std::vector<std::string> boundaries_;
  std::vector<std::string> recognizer_;
  std::string data_;
  OutputArgs output_;
  Verbosity verbosity_;
};

}  // namespace

std::unique_ptr<Command> make_train() {
  return std::make_unique<Train>();
}

}  // namespace entente::tools

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente train --conllu TREEBANKS... -o MODEL: makes tagger, lemmatizer and parser.
#include <fmt/format.h>

#include <filesystem>

#include "args.hpp"
#include "command.hpp"
#include "console.hpp"
#include "entente/error.hpp"
#include "nlp/train.hpp"

namespace entente::tools {
namespace {

class Train final : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("--conllu", options_.files, "Treebanks to learn from (CoNLL-U, may be .gz)")
        ->type_name("FILES")
        ->required();
    app.add_option("--dev", options_.dev_files,
                   "Treebanks to measure each iteration on; they never change the model")
        ->type_name("FILES");
    add_output(app, output_);
    app.get_option("--output")->required()->description("File for the model");
    app.add_option("--seed", options_.seed, "Of the order in which sentences are learned")
        ->type_name("N")
        ->capture_default_str();
    app.add_option("--iterations", options_.parser_iterations, "Of the parser over the treebanks")
        ->type_name("N")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    app.add_option("--tagger-iterations", options_.tagger_iterations, "Of the tagger over the treebanks")
        ->type_name("N")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    app.add_option(
           "--min-updates", options_.min_updates,
           "Features of the parser that were changed less often are dropped: more makes the model smaller")
        ->type_name("N")
        ->capture_default_str();
    add_verbosity(app, verbosity_);
  }

  int run() override {
    if (!output_.overwrite && std::filesystem::exists(output_.path))
      throw IoError(output_.path + " exists; add -O (--overwrite) to replace it");
    Console console(verbosity_);
    options_.command = command();
    const auto model =
        nlp::train(options_, [&](const nlp::TrainProgress& progress) { tell(progress, console); });
    model.save(output_.path);
    console.say(fmt::format("{}: {:.1f} MB, made in {:.0f} s", output_.path,
                            static_cast<double>(std::filesystem::file_size(output_.path)) / 1e6,
                            console.seconds()));
    console.say_peak_memory();
    return kOk;
  }

 private:
  /// What makes this model again; folders differ from machine to machine and are left out.
  std::string command() const {
    std::string line = "entente train --conllu";
    for (const auto& file : options_.files) line += " " + std::filesystem::path(file).filename().string();
    return line + fmt::format(" --seed {} --iterations {} --tagger-iterations {} --min-updates {} -o {}",
                              options_.seed, options_.parser_iterations, options_.tagger_iterations,
                              options_.min_updates, std::filesystem::path(output_.path).filename().string());
  }

  void tell(const nlp::TrainProgress& progress, Console& console) const {
    std::string line =
        fmt::format("{} {}/{}  {:.0f} s", progress.step, progress.done, progress.of, console.seconds());
    if (progress.dev.tokens > 0) line += "  " + nlp::to_string(progress.dev);
    console.say(line);
  }

  nlp::TrainOptions options_;
  OutputArgs output_;
  Verbosity verbosity_;
};

}  // namespace

std::unique_ptr<Command> make_train() {
  return std::make_unique<Train>();
}

}  // namespace entente::tools

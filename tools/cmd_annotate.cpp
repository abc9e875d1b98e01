// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente annotate ARTICLES...: the syntax of texts as CoNLL-U.
// entente annotate --conllu TREEBANKS...: the same for sentences and words that are given.
#include "args.hpp"
#include "command.hpp"
#include "console.hpp"
#include "document_source.hpp"
#include "entente/pipeline.hpp"
#include "nlp/conllu.hpp"
#include "nlp/model.hpp"
#include "output.hpp"
#include "pipeline/resources.hpp"

namespace entente::tools {
namespace {

class Annotate final : public Command {
 public:
  void declare(Options& options) override {
    add_input(options, input_);
    options.flag("--conllu", conllu_,
                 "The files are CoNLL-U (may be .gz): keep their words, replace their syntax");
    add_output(options, output_);
    add_data(options, data_);
    add_verbosity(options, verbosity_);
  }

  int run() override {
    Console console(verbosity_);
    const auto resources = Resources::load(data_);
    Output output(output_.path, output_.overwrite);
    const int code =
        conllu_ ? annotate_treebanks(resources, output) : annotate_texts(resources, output, console);
    output.finish();
    console.say_peak_memory();
    return code;
  }

 private:
  int annotate_texts(const Resources& resources, Output& output, Console& console) const {
    DocumentSource documents(input_, console);
    while (const auto document = documents.next()) {
      const auto [tokens, parse] = analyse(document->text, resources);
      output.write(
          nlp::write_conllu(document->text, tokens, parse, {.document = document->id, .comments = nullptr}));
    }
    return documents.skipped() > 0 ? kBadInput : kOk;
  }

  int annotate_treebanks(const Resources& resources, Output& output) const {
    nlp::Workspace workspace;
    for (const auto& path : expand_paths(input_.paths)) {
      const auto treebank = nlp::load_conllu(path);
      const Parse parse = nlp::parse(treebank.text, treebank.tokens, resources.parts().model, workspace);
      output.write(nlp::write_conllu(treebank.text, treebank.tokens, parse,
                                     {.document = {}, .comments = &treebank.comments}));
    }
    return kOk;
  }

  InputArgs input_;
  bool conllu_ = false;
  OutputArgs output_;
  std::string data_;
  Verbosity verbosity_;
};

}  // namespace

std::unique_ptr<Command> make_annotate() {
  return std::make_unique<Annotate>();
}

}  // namespace entente::tools

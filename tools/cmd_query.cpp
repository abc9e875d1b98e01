// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente query -g STORE QUESTION ...
#include <array>
#include <optional>

#include "command.hpp"
#include "output.hpp"
#include "question.hpp"

namespace entente::tools {
namespace {

constexpr std::array kQuestions = {
    QuestionRow{"depends-on", "who depends on WHOM", make_depends_on},
    QuestionRow{"dependencies-of", "on whom WHO depends", make_dependencies_of},
    QuestionRow{"exposure", "on whom WHO depends directly or through others, and through whom alone",
                make_exposure},
    QuestionRow{"mutual", "groups whose members all depend on one another", make_mutual},
    QuestionRow{"relations", "all ties of A, or those between A and B", make_relations},
    QuestionRow{"path", "the chain of ties that leads from A to B", make_path},
    QuestionRow{"timeline", "what happened to A, or between A and B, in order of time", make_timeline},
    QuestionRow{"changes", "ties that began, ended or flipped from --since to --until", make_changes},
    QuestionRow{"conflicts", "ties that some assert and others deny", make_conflicts},
    QuestionRow{"common", "whom A and B have both to do with", make_common},
    QuestionRow{"entity", "what is known of an entity", make_entity},
    QuestionRow{"explain", "every assertion behind one tie, with its sentence", make_explain},
    QuestionRow{"search", "sentences behind ties that hold these words", make_search},
    QuestionRow{"top", "the most central entities", make_top},
    QuestionRow{"blocs", "groups with more ties among them than with others", make_blocs}};

class Query final : public Command {
 public:
  void declare(Options& options) override {
    options.add("-g,--graph", shared_.store, "The store").type("STORE").required();
    options.add("--limit", shared_.limit, "At most this many rows; 0: all").type("N");
    options.add("--sentences", shared_.sentences, "Sentences quoted under each row of a table")
        .type("N")
        .show_default();
    add_layout(options, shared_.layout);
    add_data(options, shared_.data);
    for (const auto& row : kQuestions) {
      Options question = options.question(std::string(row.name), std::string(row.summary));
      questions_.push_back(row.make(shared_));
      questions_.back()->declare(question);
      add_filter(question, shared_.filter);
    }
    options_ = options;
  }

  int run() override {
    for (std::size_t i = 0; i < questions_.size(); ++i)
      if (options_->asked(std::string(kQuestions[i].name))) return show(*questions_[i]);
    throw UsageError("which question? (see entente query --help)");
  }

 private:
  int show(Question& question) const {
    Table table = question.answer();
    const bool found = !table.rows.empty();
    shorten(table, shared_.limit);
    Output output;
    if (question.is_record() && found)
      print_record(table, shared_.layout, output);
    else
      print(table, shared_.layout, output);
    return found ? kOk : kNoMatch;
  }

  std::optional<Options> options_;
  QuestionArgs shared_;
  std::vector<std::unique_ptr<Question>> questions_;
};

}  // namespace

std::unique_ptr<Command> make_query() {
  return std::make_unique<Query>();
}

}  // namespace entente::tools

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente query search WORDS...
#include "entente/store.hpp"
#include "question.hpp"

namespace entente::tools {
namespace {

constexpr std::size_t kRows = 20;

class Search final : public Question {
 public:
  using Question::Question;

  void declare(Options& options) override {
    options
        .list("WORDS", words_,
              "All of them are in the sentence; \"in quotes\": next to one another; deploy*: begins so")
        .required();
  }

  Table answer() override {
    std::string words;
    for (const auto& word : words_) words += (words.empty() ? "" : " ") + quoted(word);
    const Store store(shared().store, {.mode = StoreMode::read, .clock = {}});
    Table table;
    table.columns = {{"document"},
                     {"date"},
                     {"outlet"},
                     {"sentence", ColumnKind::below},
                     {"title", ColumnKind::detail},
                     {"span", ColumnKind::detail}};
    for (const auto& found : store.search(words, shared().limit == 0 ? kRows : shared().limit))
      table.rows.push_back({found.document, found.date, found.outlet, found.sentence, found.title,
                            Value::List{found.span.begin, found.span.end}});
    return table;
  }

 private:
  /// The shell takes quotation marks away: an argument of several words is meant as one.
  static std::string quoted(const std::string& argument) {
    const bool several = argument.find(' ') != std::string::npos && argument.find('"') == std::string::npos;
    return several ? '"' + argument + '"' : argument;
  }

  std::vector<std::string> words_;
};

}  // namespace

std::unique_ptr<Question> make_search(const QuestionArgs& shared) {
  return std::make_unique<Search>(shared);
}

}  // namespace entente::tools

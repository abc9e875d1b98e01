// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The verbs: one row each. A new verb is a file cmd_<verb>.cpp, a row here, and a man page.
#include <array>

#include "command.hpp"

namespace entente::tools {

std::unique_ptr<Command> make_extract();
std::unique_ptr<Command> make_eval();
std::unique_ptr<Command> make_annotate();

std::span<const CommandRow> command_table() {
  static constexpr std::array kTable = {
      CommandRow{
          "extract", "documents in, assertions out (JSON Lines)",
          "entente extract article.txt\n  entente extract --date 2004-06-15 - < article.txt | jq .relations",
          make_extract},
      CommandRow{"eval", "measure predictions against annotated documents or treebanks",
                 "entente eval gold.jsonl predicted.jsonl\n  entente eval --conllu en_ewt-ud-test.conllu.gz",
                 make_eval},
      CommandRow{"annotate", "syntax of a text as CoNLL-U",
                 "entente annotate article.txt\n  entente annotate --conllu treebank.conllu.gz",
                 make_annotate},
  };
  return kTable;
}

}  // namespace entente::tools

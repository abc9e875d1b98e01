// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The verbs: one row each. A new verb is a file cmd_<verb>.cpp, a row here, and a man page.
#include <array>

#include "command.hpp"

namespace entente::tools {

std::unique_ptr<Command> make_build();
std::unique_ptr<Command> make_extract();
std::unique_ptr<Command> make_query();
std::unique_ptr<Command> make_export();
std::unique_ptr<Command> make_import();
std::unique_ptr<Command> make_info();
std::unique_ptr<Command> make_remove();
std::unique_ptr<Command> make_merge();
std::unique_ptr<Command> make_split();
std::unique_ptr<Command> make_alias();
std::unique_ptr<Command> make_validate();
std::unique_ptr<Command> make_annotate();
std::unique_ptr<Command> make_eval();
std::unique_ptr<Command> make_train();
std::unique_ptr<Command> make_completions();

namespace {

constexpr std::array kTable = {
    CommandRow{
        "build", "read articles, extract, and add what they say to a store",
        "entente build -g world.db articles/\n  entente build -g world.db --field text=body news.jsonl.gz",
        make_build},
    CommandRow{
        "extract", "documents in, assertions out (JSON Lines)",
        "entente extract article.txt\n  entente extract --date 2004-06-15 - < article.txt | jq .relations",
        make_extract},
    CommandRow{"query", "ask a store who depends on whom, and why",
               "entente query -g world.db dependencies-of Tajikistan --domain security\n"
               "  entente query -g world.db relations Russia NATO --since 2004 -f json",
               make_query},
    CommandRow{"export", "write the graph of a store as GraphML or another format",
               "entente export -g world.db -o world.graphml\n"
               "  entente export -g world.db -f html --since 2020 -o world.html\n"
               "  entente export -g world.db -f json --type depends_on | jq .",
               make_export},
    CommandRow{"import", "add what other programs found: assertions, GraphML, CSV",
               "entente import -g world.db model.jsonl\n"
               "  entente import -g world.db --relation 'trades with=cooperates_with' trade.graphml",
               make_import},
    CommandRow{"info", "version and data, or what a store holds",
               "entente info\n  entente info -g world.db --documents -f csv", make_info},
    CommandRow{"remove", "take documents out of a store",
               "entente remove -g world.db article.txt\n  entente remove -g world.db rdcr/afghanistan "
               "rdcr/albania",
               make_remove},
    CommandRow{"merge", "two entities of a store are one",
               "entente merge -g world.db 'S. Lavrov' 'Sergey Lavrov'\n  entente merge -g world.db",
               make_merge},
    CommandRow{"split", "an entity of a store is two",
               "entente split -g world.db 'John Smith' --document article-7.txt\n"
               "  entente split -g world.db person:s-lavrov",
               make_split},
    CommandRow{"alias", "an entity of a store has another name",
               "entente alias -g world.db NATO 'the Alliance'\n"
               "  entente alias -g world.db person:sergey-lavrov Lavroff",
               make_alias},
    CommandRow{"validate", "check that a store is as it should be",
               "entente validate -g world.db\n  entente validate -g world.db -f json | jq .", make_validate},
    CommandRow{"annotate", "syntax of a text as CoNLL-U",
               "entente annotate article.txt\n  entente annotate --conllu treebank.conllu.gz", make_annotate},
    CommandRow{"eval", "measure predictions against annotated documents or treebanks",
               "entente extract gold.jsonl | entente eval gold.jsonl -\n"
               "  entente eval --conllu en_ewt-ud-test.conllu.gz",
               make_eval},
    CommandRow{"train", "make the model of the syntax from treebanks",
               "entente train --conllu en_ewt-ud-train.conllu.gz -o en.bin\n"
               "  entente train --conllu a.conllu b.conllu --dev c.conllu --iterations 20 -o en.bin",
               make_train},
    CommandRow{"completions", "what the shell needs to complete command lines",
               "source <(entente completions bash)\n"
               "  entente completions fish > ~/.config/fish/completions/entente.fish",
               make_completions},
};

}  // namespace

std::span<const CommandRow> command_table() {
  return kTable;
}

}  // namespace entente::tools

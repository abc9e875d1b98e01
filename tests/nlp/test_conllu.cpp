// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "nlp/conllu.hpp"
#include "nlp/evaluate.hpp"
#include "nlp/files.hpp"
#include "tiny.hpp"

using namespace entente;
using namespace entente::nlp;

namespace {

std::string row(std::string_view id, std::string_view form, std::string_view head,
                std::string_view label = "dep", std::string_view misc = "_") {
  std::string result;
  for (const std::string_view cell :
       {id, form, std::string_view("_"), std::string_view("NOUN"), std::string_view("NN"),
        std::string_view("_"), head, label, std::string_view("_"), misc}) {
    result.append(result.empty() ? "" : "\t").append(cell);
  }
  return result + "\n";
}

std::string error_of(const std::string& content) {
  try {
    read_conllu(content, "x.conllu");
  } catch (const DataError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("A treebank is read as text, tokens, syntax and comments") {
  const Treebank treebank = load_conllu(tiny_path());
  REQUIRE(treebank.tokens.sentences.size() == 8);
  const Span second = treebank.tokens.sentences[1].span;
  CHECK(treebank.text.substr(second.begin, second.size()) == "The minister didn't sign the treaty.");
  CHECK(treebank.comments[1] == "# sent_id = tiny-2\n# text = The minister didn't sign the treaty.\n");
  CHECK(treebank.tokens.word(treebank.text, 8) == "n't");
  CHECK(treebank.gold.lemma(8) == "not");
  CHECK(treebank.gold.upos[0] == Upos::ADJ);
  CHECK(treebank.gold.xpos[3] == Xpos::NNP);
  CHECK(treebank.gold.heads[2] == kNone);
  CHECK(treebank.gold.heads[6] == 9);
  CHECK(treebank.gold.labels[6] == Dep::nsubj);
}

TEST_CASE("What is written is what was read, but for empty nodes") {
  const Treebank treebank = load_conllu(tiny_path());
  std::string expected = read_file(tiny_path());
  const std::size_t node = expected.find("6.1\t");
  REQUIRE(node != std::string::npos);
  expected.erase(node, expected.find('\n', node) + 1 - node);
  ConlluOptions options;
  options.comments = &treebank.comments;
  CHECK(write_conllu(treebank.text, treebank.tokens, treebank.gold, options) == expected);
}

TEST_CASE("Comments of our own name the sentence and its text on one line") {
  const std::string text = "Iran's\nnavy sailed.";
  const Tokens tokens{{{0, 4}, {4, 6}, {7, 11}, {12, 18}, {18, 19}}, {{0, 5, {0, 19}}}};
  Workspace workspace;
  const Parse parsed = parse(text, tokens, tiny_model(), workspace);
  const std::string written = write_conllu(text, tokens, parsed, {"a/b", nullptr});
  CHECK(written.starts_with(
      "# newdoc id = a/b\n# sent_id = a/b-1\n# text = Iran's navy sailed.\n1-2\tIran's\t_"));
  CHECK(written.find("SpaceAfter=No") != std::string::npos);
  CHECK(read_conllu(written, "written").tokens.size() == 5);
}

TEST_CASE("Unknown tags and subtypes fall back, unannotated columns are allowed") {
  const Treebank treebank = read_conllu(
      "1\tZug\t_\tXYZ\tFOO\t_\t0\troot\t_\t_\n2\tum\t_\t_\t_\t_\t1\tnsubj:xyz\t_\t_\n"
      "3\tab\t_\t_\t_\t_\t1\tfoo\t_\t_\n\n1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n",
      "x");
  CHECK(treebank.gold.upos[0] == Upos::X);
  CHECK(treebank.gold.xpos[0] == Xpos::other);
  CHECK(treebank.gold.labels == std::vector<Dep>{Dep::root, Dep::nsubj, Dep::dep, Dep::dep});
  CHECK(treebank.gold.heads[3] == kNone);
}

TEST_CASE("Spaces follow SpaceAfter, also of multiword tokens, and line ends may be CR LF") {
  const std::string range = "1-2\tzum\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\r\n";
  const Treebank treebank =
      read_conllu(range + row("1", "zu", "2") + row("2", "dem", "3") +
                      row("3", ",", "0", "root", "A=b|SpaceAfter=No") + row("4", "x", "3"),
                  "x");
  CHECK(treebank.text == "zudem,x\n");
}

TEST_CASE("Malformed files are refused with file and line") {
  CHECK(error_of("1\tx\n") == "x.conllu:1: CoNLL-U has 10 columns with tabs between");
  CHECK(error_of(row("1", "a", "0") + row("3", "b", "1")) == "x.conllu:2: ID is not 2");
  CHECK(error_of(row("1", "", "0")) == "x.conllu:1: FORM is empty");
  CHECK(error_of("# c\n" + row("1", "a", "2")) == "x.conllu:2: HEAD of word 1 is outside the sentence");
  CHECK(error_of(row("1", "a", "x")) == "x.conllu:1: HEAD is no number");
  CHECK(error_of(row("1", "a", "2") + row("2", "b", "1")) ==
        "x.conllu:1: the heads from word 1 go in a circle");
  CHECK(error_of(row("1", "a", "1")) == "x.conllu:1: the heads from word 1 go in a circle");
  CHECK(error_of(row("1-3", "ab", "_") + row("1", "a", "0"))
            .starts_with("x.conllu:2: a multiword token ends after"));
  CHECK(error_of(row("2-3", "ab", "_")).starts_with("x.conllu:1: the range"));
  CHECK(error_of(row("1", "a", "0") + "# c\n").starts_with("x.conllu:2: a comment inside"));
  CHECK(error_of(row("1", "a", "99999999999")) == "x.conllu:1: HEAD is no number");
  CHECK(error_of("") == "no error");
  CHECK(error_of("\n\n# only comments\n\n") == "no error");
}

TEST_CASE("Scores count heads, labels and universal labels apart") {
  const Treebank treebank = load_conllu(tiny_path());
  Parse other = treebank.gold;
  other.labels[24] = Dep::dep;
  const Index passive = static_cast<Index>(
      std::find(other.labels.begin(), other.labels.end(), Dep::nsubj_pass) - other.labels.begin());
  other.labels[passive] = Dep::nsubj;
  other.heads[0] = 3;
  const Scores scores = compare(treebank.tokens, treebank.gold, other);
  CHECK(scores.tokens == treebank.tokens.size());
  CHECK(scores.upos == scores.tokens);
  CHECK(scores.head == scores.tokens - 1);
  CHECK(scores.label == scores.tokens - 3);
  CHECK(scores.universal_label == scores.tokens - 2);
}

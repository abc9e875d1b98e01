// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <random>

#include "catch.hpp"
#include "entente/error.hpp"
#include "nlp/evaluate_text.hpp"
#include "nlp/files.hpp"
#include "text/boundary_model.hpp"
#include "text/segment.hpp"

using namespace entente;
using namespace entente::nlp;

namespace {

std::string row(const std::string& id, const std::string& form, const std::string& misc = "_") {
  return id + "\t" + form + "\t_\t_\t_\t_\t_\t_\t_\t" + misc + "\n";
}

const std::string kTreebank =
    "# newdoc id = a\n# text = Iran didn't pay.\n" + row("1", "Iran") + row("2-3", "didn't") +
    row("2", "did") + row("3", "n't") + row("4", "pay", "SpaceAfter=No") + row("5", ".") +
    "\n# text = It can.\n" + row("1", "It") + row("2", "can", "SpaceAfter=No") +
    row("3", ".", "SpaceAfter=No") + "\n# newpar_block = p\n# text = So what?\n" + row("1", "So") +
    row("2", "what", "SpaceAfter=No") + row("3", "?") + "\n# newpar id = a-2\n# text = End of  it\n" +
    row("1", "End") + row("2", "of", "SpacesAfter=\\s\\s") + row("2.1", "of") + row("3", "it") + "\n";

std::string error_of(const std::string& content) {
  try {
    read_raw_conllu(content, "x.conllu");
  } catch (const DataError& error) {
    return error.what();
  }
  return "no error";
}

/// Cuts 0..size at random places.
std::vector<Span> random_spans(std::mt19937& random, Index size) {
  std::vector<Span> spans;
  for (Index at = 0; at < size;) {
    const Index end = std::min<Index>(size, at + 1 + static_cast<Index>(random() % 4));
    spans.push_back({at, end});
    at = end;
  }
  return spans;
}

Division::Word word(Index begin, Index end, const std::string& form, bool multiword = false) {
  return {{begin, end}, form, multiword};
}

std::size_t right_words(std::vector<Division::Word> gold, std::vector<Division::Word> other) {
  Division a;
  Division b;
  a.words = std::move(gold);
  b.words = std::move(other);
  return compare(a, b).words.right;
}

}  // namespace

TEST_CASE("the raw text of a treebank has its paragraphs and blanks", "[nlp]") {
  const RawTreebank treebank = read_raw_conllu(kTreebank, "x");
  CHECK(treebank.text == "Iran didn't pay. It can.So what?\n\nEnd of  it");
  REQUIRE(treebank.sentences.size() == 4);
  CHECK(treebank.text.substr(treebank.sentences[2].begin, treebank.sentences[2].size()) == "So what?");
  CHECK(treebank.gold.tokens.size() == 13);
  CHECK(treebank.gold.words.size() == 14);
  CHECK(treebank.gold.words[1].span == treebank.gold.words[2].span);
}

TEST_CASE("a division is measured as in the CoNLL 2018 shared task", "[nlp]") {
  const RawTreebank treebank = read_raw_conllu(kTreebank, "x");
  const TextScores same = compare(treebank.gold, treebank.gold);
  CHECK(same.tokens.f1() == 100);
  CHECK(same.words.f1() == 100);
  CHECK(same.sentences.f1() == 100);
  const TextScores ours = compare(treebank.gold, division_of(treebank.text, segment(treebank.text)));
  CHECK(ours.tokens.right == 13);
  CHECK(ours.words.right == 14);
  CHECK(ours.sentences.right == 4);
}

TEST_CASE("a boundary too few costs two sentences", "[nlp]") {
  const RawTreebank treebank = read_raw_conllu(kTreebank, "x");
  Division joined = treebank.gold;
  joined.sentences[1].end = joined.sentences[2].end;
  joined.sentences.erase(joined.sentences.begin() + 2);
  const TextScores scores = compare(treebank.gold, joined);
  CHECK(scores.sentences.right == 2);
  CHECK(scores.sentences.f1() == Approx(200.0 * 2 / 7));
}

TEST_CASE("words of multiword tokens are aligned by their forms", "[nlp]") {
  const auto did = word(0, 6, "did", true);
  const auto not_ = word(0, 6, "n't", true);
  CHECK(right_words({did, not_}, {did, not_}) == 2);
  CHECK(right_words({did, not_, word(6, 9, "pay")}, {word(0, 6, "didn't"), word(6, 9, "pay")}) == 1);
  CHECK(right_words({did, not_}, {word(0, 3, "did"), word(3, 6, "n't")}) == 2);
  CHECK(right_words({word(0, 3, "did"), word(3, 6, "n't")}, {word(0, 2, "di"), word(2, 6, "dn't")}) == 0);
  CHECK(right_words({word(0, 2, "so"), did}, {word(0, 2, "so")}) == 1);
  CHECK(right_words({}, {did}) == 0);
}

TEST_CASE("equal spans are found like by comparing all", "[nlp]") {
  std::mt19937 random(2018);
  for (int round = 0; round < 500; ++round) {
    Division gold;
    Division other;
    gold.tokens = random_spans(random, static_cast<Index>(random() % 30));
    other.tokens = random_spans(random, static_cast<Index>(random() % 30));
    const auto slow = std::count_if(gold.tokens.begin(), gold.tokens.end(), [&](Span span) {
      return std::find(other.tokens.begin(), other.tokens.end(), span) != other.tokens.end();
    });
    REQUIRE(compare(gold, other).tokens.right == static_cast<std::size_t>(slow));
  }
}

TEST_CASE("what is no raw CoNLL-U is told with its line", "[nlp]") {
  CHECK(error_of("1\tx\n") == "x.conllu:1: CoNLL-U has 10 columns with tabs between");
  CHECK(error_of("# text = b\n" + row("1", "a") + "\n").find("x.conllu:1: the tokens do not spell") == 0);
  CHECK(error_of(row("2-1", "ab") + "\n").find("x.conllu:1: the range") == 0);
  CHECK(error_of(row("1-3", "ab") + row("1", "a") + "\n").find("x.conllu:3: a multiword token ends") == 0);
  CHECK(error_of(row("1", "")).find("x.conllu:1: FORM is empty") == 0);
  CHECK(error_of("") == "no error");
}

TEST_CASE("raw text is divided as well as is told", "[nlp][treebank]") {
  const std::string folder = ENTENTE_SOURCE_DIR "/../shared/treebank/";
  if (!std::filesystem::exists(folder)) {
    WARN("skipped: " << folder << " is missing");
    return;
  }
  struct Floor {
    const char* file;
    double words;
    double sentences;
  };
  constexpr std::array kFloors = {
      Floor{"en_ewt-ud-dev.conllu.gz", 99.1, 89.0}, Floor{"en_ewt-ud-test.conllu.gz", 99.0, 87.0},
      Floor{"en_gum-ccby-dev.conllu.gz", 99.8, 95.5}, Floor{"en_gum-ccby-test.conllu.gz", 99.5, 94.5}};
  const auto model = BoundaryModel::load(ENTENTE_SOURCE_DIR "/data/model/boundaries.bin");
  for (const Floor& floor : kFloors) {
    const RawTreebank treebank = read_raw_conllu(read_maybe_gzipped(folder + floor.file), floor.file);
    const TextScores scores =
        compare(treebank.gold, division_of(treebank.text, segment(treebank.text, model)));
    std::printf("%-28s tokens F1 %.2f  words F1 %.2f  sentences F1 %.2f\n", floor.file, scores.tokens.f1(),
                scores.words.f1(), scores.sentences.f1());
    CHECK(scores.words.f1() >= floor.words);
    CHECK(scores.sentences.f1() >= floor.sentences);
  }
}

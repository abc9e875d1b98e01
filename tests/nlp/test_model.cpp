// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "entente/error.hpp"
#include "nlp/binary.hpp"
#include "nlp/evaluate.hpp"
#include "nlp/files.hpp"
#include "nlp/hash.hpp"
#include "tiny.hpp"

using namespace entente;
using namespace entente::nlp;

namespace {

std::string error_of(const std::string& bytes) {
  try {
    Model::read(bytes, "en.bin");
  } catch (const DataError& error) {
    return error.what();
  }
  return "no error";
}

void check_is_parse(const Tokens& tokens, const Parse& parse) {
  REQUIRE(parse.heads.size() == tokens.size());
  REQUIRE(parse.labels.size() == tokens.size());
  REQUIRE(parse.upos.size() == tokens.size());
  REQUIRE(parse.xpos.size() == tokens.size());
  REQUIRE(parse.lemma_spans.size() == tokens.size());
  for (const Sentence& sentence : tokens.sentences) {
    std::size_t roots = 0;
    for (Index i = sentence.first; i < sentence.last; ++i) {
      if (parse.heads[i] == kNone) {
        ++roots;
      } else if (parse.heads[i] < sentence.first || parse.heads[i] >= sentence.last) {
        FAIL("a head outside the sentence");
      }
    }
    CHECK(roots == (sentence.last > sentence.first ? 1 : 0));
  }
}

// `words` random words in one sentence.
std::pair<std::string, Tokens> garbage(Index words, Random& random) {
  std::string text;
  Tokens tokens;
  for (Index i = 0; i < words; ++i) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    for (auto left = random.below(6); left > 0; --left) text.push_back(static_cast<char>(random.below(256)));
    tokens.spans.push_back({begin, static_cast<std::uint32_t>(text.size())});
    text.push_back(' ');
  }
  tokens.sentences.push_back({0, words, {0, static_cast<std::uint32_t>(text.size())}});
  return {text, tokens};
}

}  // namespace

TEST_CASE("A model is the same after the file") {
  const std::string bytes = tiny_model().bytes();
  const Model read = Model::read(bytes, "tiny");
  CHECK(read.bytes() == bytes);
  CHECK(read.origin().command == "entente train --conllu tiny.conllu");
  REQUIRE(read.origin().files.size() == 1);
  CHECK(read.origin().files[0].name == "tiny.conllu");
  CHECK(read.origin().files[0].sha256 == sha256(read_file(tiny_path())));
  const Treebank treebank = load_conllu(tiny_path());
  Workspace workspace;
  const Parse before = parse(treebank.text, treebank.tokens, tiny_model(), workspace);
  const Parse after = parse(treebank.text, treebank.tokens, read, workspace);
  CHECK(before.heads == after.heads);
  CHECK(before.labels == after.labels);
  CHECK(before.lemma_bytes == after.lemma_bytes);
}

TEST_CASE("A file that is no model, damaged, cut short or of another version is refused with advice") {
  const std::string bytes = tiny_model().bytes();
  CHECK(error_of("") == "en.bin: is no model of this program; train one with `entente train`");
  CHECK(error_of("PK\x03\x04").starts_with("en.bin: is no model"));
  std::string other = bytes;
  other.replace(0, 15, "entente-model 9");
  CHECK(error_of(other) == "en.bin:1: has version `entente-model 9 syntax`, needed is `" +
                               bytes.substr(0, bytes.find('\n')) +
                               "`; get it anew or make it again with `entente train --conllu tiny.conllu`");
  for (const std::size_t size : {std::size_t{25}, bytes.size() / 3, bytes.size() - 1}) {
    CHECK(error_of(bytes.substr(0, size)).find("is damaged or cut short; get it anew") != std::string::npos);
  }
  std::string flipped = bytes;
  flipped[bytes.size() / 2] = static_cast<char>(flipped[bytes.size() / 2] ^ 1);
  CHECK(error_of(flipped).find("is damaged or cut short") != std::string::npos);
  CHECK_THROWS_AS(Model::load("/nonexistent/en.bin"), IoError);
}

TEST_CASE("The reader of model parts bears any bytes") {
  const std::string bytes = tiny_model().bytes();
  const std::size_t body = bytes.find("\n\n") + 2;
  Random random(11);
  for (int round = 0; round < 300; ++round) {  // below the check sum: damage it does not see
    std::string damaged = bytes.substr(body, bytes.size() - body - 4);
    for (int i = 0; i < 3; ++i) damaged[random.below(damaged.size())] = static_cast<char>(random.next());
    BinaryReader in(damaged);
    const FeatureTables features = FeatureTables::read(in);
    const Network network = Network::read(in);
    Lemmatizer::read(in);
    network.fits(features);
    SUCCEED();
  }
}

TEST_CASE("Any tokens get a tree") {
  Random random(5);
  Workspace workspace;
  for (const Index words : {0U, 1U, 2U, 7U, 400U}) {
    const auto [text, tokens] = garbage(words, random);
    check_is_parse(tokens, parse(text, tokens, tiny_model(), workspace));
  }
  CHECK(parse("", {}, tiny_model(), workspace).heads.empty());
}

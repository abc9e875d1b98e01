// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "catch.hpp"
#include "entente/error.hpp"
#include "nlp/hash.hpp"
#include "nlp/recognizer.hpp"
#include "nlp/recognizer_data.hpp"

using namespace entente;
using namespace entente::nlp;

namespace {

constexpr std::string_view kSentences =
    "# newdoc\n1\tMinister\tO\n2\tTalvek\tB-PER\n3\tOrsun\tI-PER\n4\tleft\tO\n5\tQuorra\tB-LOC\n6\t.\tO\n\n"
    "1\tThe\tO\n2\tQuorra\tB-ORG\n3\tBank\tI-ORG\n4\tlent\tO\n5\tmoney\tO\n6\t.\tO\n\n"
    "# newdoc\n1\tMinister\tO\n2\tHalvar\tB-PER\n3\tDenk\tI-PER\n4\tleft\tO\n5\tBelmar\tB-LOC\n6\t.\tO\n\n"
    "1\tThe\tO\n2\tBelmar\tB-ORG\n3\tBank\tI-ORG\n4\tlent\tO\n5\tmoney\tO\n6\t.\tO\n";

Parse flat_parse(const Tokens& tokens) {
  Parse parse;
  parse.upos.assign(tokens.size(), Upos::X);
  parse.xpos.assign(tokens.size(), Xpos::other);
  parse.heads.assign(tokens.size(), kNone);
  parse.labels.assign(tokens.size(), Dep::root);
  parse.names.assign(tokens.size(), NameLabel::none);
  return parse;
}

NameFeatures features_of(const NamedDocument& document) {
  const Parse parse = flat_parse(document.tokens);
  const std::vector<NameHint> hints(document.tokens.size());
  return name_features({document.text, document.tokens, parse, hints, Lexicon()});
}

Recognizer trained(std::uint64_t seed = 1) {
  std::vector<NameExample> examples;
  for (const auto& document : read_named_documents(kSentences, "tiny"))
    for (int times = 0; times < 8; ++times)
      examples.push_back({features_of(document), document.tokens.sentences, document.labels});
  return Recognizer::train(examples, {.variance = 1, .rate = 0.1, .seed = seed});
}

std::vector<NameLabel> mark(const Recognizer& recognizer, std::string_view lines) {
  const auto document = read_named_documents(lines, "test").front();
  return recognizer.label(features_of(document), document.tokens.sentences);
}

}  // namespace

TEST_CASE("a recognizer marks names that it has never seen") {
  const auto labels = mark(trained(),
                           "1\tMinister\tO\n2\tOskal\tO\n3\tVarn\tO\n4\tleft\tO\n5\tTormund\tO\n6\t.\tO\n\n"
                           "1\tThe\tO\n2\tTormund\tO\n3\tBank\tO\n4\tlent\tO\n5\tmoney\tO\n6\t.\tO\n");
  const std::vector<NameLabel> wanted = {NameLabel::none,
                                         NameLabel::person_begin,
                                         NameLabel::person_inside,
                                         NameLabel::none,
                                         NameLabel::location_begin,
                                         NameLabel::none,
                                         NameLabel::none,
                                         NameLabel::organization_begin,
                                         NameLabel::organization_inside,
                                         NameLabel::none,
                                         NameLabel::none,
                                         NameLabel::none};
  CHECK(labels == wanted);
}

TEST_CASE("labels are always well formed") {
  const Recognizer recognizer = trained();
  Random random(7);
  const std::vector<std::string> words = {"Minister", "Quorra", "Bank", "left", "The",
                                          "Denk",     "lent",   ".",    "Xo"};
  for (int round = 0; round < 50; ++round) {
    std::string lines;
    for (std::uint64_t i = 0, size = 1 + random.below(9); i < size; ++i)
      lines += "1\t" + words[random.below(words.size())] + "\tO\n";
    const auto labels = mark(recognizer, lines);
    NameLabel before = NameLabel::none;
    for (const NameLabel label : labels) {
      CHECK(may_follow(before, label));
      before = label;
    }
  }
}

TEST_CASE("the same examples give the same bytes, and bytes give the model again") {
  const std::string bytes = trained().bytes("command: x\n");
  CHECK(trained().bytes("command: x\n") == bytes);
  const Recognizer again = Recognizer::read(bytes, "again");
  CHECK(again.bytes("command: x\n") == bytes);
  CHECK(again.size() > 10);
}

TEST_CASE("files that are no recognizer are refused") {
  std::string bytes = trained().bytes("command: x\n");
  CHECK_THROWS_WITH(Recognizer::read("entente-recognizer 0\n\n", "old.bin"), Catch::Contains("old.bin:1"));
  CHECK_THROWS_AS(Recognizer::read("", "empty"), DataError);
  CHECK_THROWS_WITH(Recognizer::read(bytes.substr(0, bytes.size() - 1), "cut.bin"),
                    Catch::Contains("damaged"));
  bytes[bytes.size() / 2] ^= 1;
  CHECK_THROWS_WITH(Recognizer::read(bytes, "bad.bin"), Catch::Contains("damaged"));
  CHECK_THROWS_AS(Recognizer::load("/nowhere/recognizer.bin"), IoError);
}

TEST_CASE("an empty recognizer marks nothing") {
  const auto labels = mark(Recognizer(), "1\tQuorra\tO\n");
  CHECK(labels == std::vector<NameLabel>{NameLabel::none});
}

TEST_CASE("the committed recognizer is small") {
  const std::string path = ENTENTE_SOURCE_DIR "/data/model/recognizer.bin";
  REQUIRE(std::filesystem::exists(path));
  CHECK(std::filesystem::file_size(path) <= 4U << 20);
  CHECK_FALSE(Recognizer::load(path).empty());
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "../support/temporary_folder.hpp"
#include "catch.hpp"
#include "entente/error.hpp"
#include "nlp/names.hpp"
#include "nlp/wordnet.hpp"
#include "nlp/words.hpp"

using namespace entente;
using namespace entente::nlp;
using entente::testing::TemporaryFolder;

namespace {

Lexicon small() {
  return Lexicon({{word_hash("invade"), {.verb = 5}},
                  {word_hash("stop"), {.noun = 2, .verb = 3}},
                  {word_hash("base"), {.noun = 4}},
                  {word_hash("ally"), {.noun = 16}},
                  {word_hash("base"), {.noun = 9, .other = 1}}});
}

WordClasses find(std::string_view word) {
  std::string scratch;
  return small().find(word, scratch);
}

void write(const std::string& path, std::string_view content) {
  std::ofstream(path, std::ios::binary) << content;
}

}  // namespace

TEST_CASE("Words are found by their inflected forms") {
  CHECK(find("invade").verb == 5);
  CHECK(find("invaded").verb == 5);
  CHECK(find("invading").verb == 5);
  CHECK(find("invades").verb == 5);
  CHECK(find("stopped").verb == 3);
  CHECK(find("stopping").verb == 3);
  CHECK(find("bases").noun == 4);
  CHECK(find("allies").noun == 16);
  CHECK(find("treaty") == WordClasses{});
  CHECK(find("") == WordClasses{});
}

TEST_CASE("Entries of one word are united, the first class winning") {
  CHECK(find("base") == WordClasses{4, 0, 1, 0});
}

TEST_CASE("A lexicon is the same after the file") {
  BinaryWriter out;
  small().write(out);
  BinaryReader in(out.bytes());
  const Lexicon read = Lexicon::read(in);
  CHECK(!in.failed());
  CHECK(read.size() == small().size());
  std::string scratch;
  CHECK(read.find("stops", scratch).verb == 3);
}

TEST_CASE("A WordNet database is read by its format, and what is none is told") {
  const TemporaryFolder temporary;
  const std::string folder = temporary.path().string();
  for (const char* part : {"noun", "verb", "adj", "adv"}) {
    write(folder + "/index." + part, "");
    write(folder + "/data." + part, "");
  }
  write(folder + "/index.noun", "  1 license\nharbor n 1 1 @ 1 1 00000000\nsea_port n 1 1 @ 1 1 00000000\n");
  write(folder + "/data.noun", "00000000 06 n 01 harbor 0 000 | a place for ships\n");
  write(folder + "/noun.exc", "harbours harbor\n");
  write(folder + "/verb.exc", "");
  const Lexicon lexicon(read_wordnet(folder));
  std::string scratch;
  CHECK(lexicon.size() == 2);
  CHECK(lexicon.find("harbor", scratch).noun == 4);  // noun.artifact, counted from 1 at noun.Tops
  CHECK(lexicon.find("harbours", scratch).noun == 4);
  write(folder + "/index.noun", "harbor n 1 1 @ 1 1 99999999\n");
  CHECK_THROWS_AS(read_wordnet(folder), DataError);
  write(folder + "/index.noun", "harbor n x\n");
  CHECK_THROWS_AS(read_wordnet(folder), DataError);
  CHECK_THROWS_AS(read_wordnet("/nonexistent"), IoError);
}

TEST_CASE("Words of names and sentences with names are read, other lines are told with their place") {
  const TemporaryFolder temporary;
  const std::string folder = temporary.path().string();
  const std::string path = folder + "/words.tsv";
  write(path, "# comment\nOman\tcountry\nJordan\tcountry,person\n");
  const Lexicon lexicon(load_name_words(path));
  std::string scratch;
  CHECK(lexicon.find("jordan", scratch).names == (kCountryName | kPersonName));
  write(path, "Oman\tcountry\nOman\tplanet\n");
  CHECK_THROWS_WITH(load_name_words(path), Catch::Contains("words.tsv:2"));
  write(path, "# sent_id = 1\n1\tOman\tB-LOC\t-\tx\n2\tand\tO\n\n1\tNATO\tB-ORG\n2\tx\tB-OTH\n");
  const auto sentences = load_names(path);
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0][0].label == NameLabel::location_begin);
  CHECK(sentences[1][0].label == NameLabel::organization_begin);
  CHECK(sentences[1][1].label == NameLabel::none);
  write(path, "1\tOman\n");
  CHECK_THROWS_WITH(load_names(path), Catch::Contains("words.tsv:1"));
}

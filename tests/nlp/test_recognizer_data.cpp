// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "entente/error.hpp"
#include "nlp/recognizer_data.hpp"

using namespace entente;
using namespace entente::nlp;

namespace {

std::string show(const NamedDocument& document) {
  std::string out;
  for (Index i = 0; i < document.tokens.size(); ++i)
    out += std::string(document.tokens.word(document.text, i)) + "/" + std::string(name(document.labels[i])) +
           " ";
  return out;
}

std::string gum_line(int number, const std::string& form, const std::string& upos,
                     const std::string& entity) {
  return std::to_string(number) + "\t" + form + "\t_\t" + upos + "\t_\t_\t0\troot\t_\t" +
         (entity.empty() ? "_" : "Entity=" + entity + "|SpaceAfter=No") + "\n";
}

}  // namespace

TEST_CASE("IOB2 becomes documents and sentences") {
  const auto documents = read_named_documents(
      "# newdoc id = a\n# text = x\n1\tVelka\tB-LOC\t-\tann\n2\tfell\tO\n\n1\tYes\tO\n\n# newdoc id = b\n"
      "1\tVal\tI-PER\n2\tOrm\tI-PER\n3\tBank\tB-OTH\n4\tNow\tI-OTH\n",
      "test");
  REQUIRE(documents.size() == 2);
  CHECK(documents[0].text == "Velka fell\nYes\n");
  CHECK(documents[0].tokens.sentences.size() == 2);
  CHECK(show(documents[0]) == "Velka/B-LOC fell/O Yes/O ");
  CHECK(show(documents[1]) == "Val/B-PER Orm/I-PER Bank/O Now/O ");
  CHECK(read_named_documents("", "empty").empty());
  CHECK_THROWS_WITH(read_named_documents("1\tonly\n", "bad.iob2"), Catch::Contains("bad.iob2:1"));
}

TEST_CASE("GUM's mentions become the names at their heads") {
  const std::string content =
      "# newdoc id = a\n" + gum_line(1, "the", "DET", "(1-organization-new-n-cf1-4-sgl") +
      gum_line(2, "old", "ADJ", "") + gum_line(3, "Velka", "PROPN", "(2-place-new-n-cf1-1-sgl)") +
      gum_line(4, "bank", "NOUN", "1)") + gum_line(5, "hired", "VERB", "") +
      gum_line(6, "Orm", "PROPN", "(3-person-new-n-cf1-1,2-sgl-Orm_Val") + gum_line(7, "Val", "PROPN", "3)") +
      gum_line(8, "today", "NOUN", "(4-time-new-n-cf1-1-sgl)");
  const auto documents = read_gum_documents(content, "test");
  REQUIRE(documents.size() == 1);
  CHECK(show(documents[0]) == "the/O old/O Velka/B-LOC bank/O hired/O Orm/B-PER Val/I-PER today/O ");
}

TEST_CASE("brackets that fit nothing are ignored") {
  const std::string content = gum_line(1, "A", "PROPN", "9)") +
                              gum_line(2, "B", "PROPN", "(1-person-new-n-cf1-99-sgl") +
                              gum_line(3, "C", "PROPN", "1))((") + gum_line(4, "D", "PROPN", "(2-place)");
  CHECK(show(read_gum_documents(content, "test").front()) == "A/O B/O C/O D/B-LOC ");
}

TEST_CASE("names count when span and kind are right") {
  using enum NameLabel;
  NameScores scores{};
  count_names({person_begin, person_inside, none, location_begin, organization_begin},
              {person_begin, none, none, location_begin, location_begin}, scores);
  CHECK(scores[3].right == 1);
  CHECK(scores[3].predicted == 3);
  CHECK(scores[3].gold == 3);
  CHECK(scores[1].right == 1);
  CHECK(scores[1].precision() == 0.5);
  CHECK(scores[0].f1() == 0);
  CHECK(scores[2].predicted == 0);
}

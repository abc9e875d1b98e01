// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "nlp/words.hpp"

using namespace entente::nlp;

namespace {

Word word(std::string_view form, CaseStyle style = CaseStyle::sentence) {
  std::string scratch;
  return make_word(form, style, false, scratch);
}

std::string lower(std::string_view text) {
  std::string out;
  lowercase(text, out);
  return out;
}

}  // namespace

TEST_CASE("Lower case knows Unicode and leaves broken bytes alone") {
  CHECK(lower("NATO") == "nato");
  CHECK(lower("ÎLE Šárka") == "île šárka");
  CHECK(lower("A\xFF\xC3") == "a\xFF\xC3");
  CHECK(lower("").empty());
}

TEST_CASE("Words are the same whatever their capitals, digits and diacritics") {
  CHECK(word("1994").form == word("2004").form);
  CHECK(word("US").form == word("us").form);
  CHECK(word("Erdo\u011fan").form == word("ERDOGAN").form);
  CHECK(word("Oman").form != word("Yemen").form);
}

TEST_CASE("Shapes tell acronyms, names and numbers apart") {
  CHECK(word("Russia").shape == word("Oman").shape);
  CHECK(word("NATO").shape == word("EU").shape);
  CHECK(word("NATO").shape != word("Oman").shape);
  CHECK(word("F-16").shape == word("T-72").shape);
  CHECK(word("Oman", CaseStyle::title).shape != word("Oman").shape);
}

TEST_CASE("Headlines are recognized by their capitals") {
  CHECK(case_style({"Russian", "troops", "leave", "Georgia"}) == CaseStyle::sentence);
  CHECK(case_style({"Russian", "Troops", "Leave", "Georgia", "in", "Haste"}) == CaseStyle::title);
  CHECK(case_style({"RUSSIAN", "TROOPS", "LEAVE", "GEORGIA"}) == CaseStyle::upper);
  CHECK(case_style({}) == CaseStyle::sentence);
}

TEST_CASE("Any bytes make a word") {
  for (const std::string& form :
       {std::string(), std::string(1, '\0'), std::string("\xF0\x9F"), std::string(100000, 'A')}) {
    CHECK(word(form).form != 0);
  }
}

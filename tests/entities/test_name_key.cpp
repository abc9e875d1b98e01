// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "entities/name_key.hpp"

using entente::name_key;

TEST_CASE("spellings of one name have one key", "[entities]") {
  CHECK(name_key("U.S.") == "US");
  CHECK(name_key("U.S.S.R.") == name_key("USSR"));
  CHECK(name_key("al-Qaeda") == name_key("al Qaeda"));
  CHECK(name_key("São Tomé") == "Sao Tome");
  CHECK(name_key("Côte d’Ivoire") == name_key("Cote d'Ivoire"));
  CHECK(name_key("Łódź") == "Lodz");
  CHECK(name_key("Gen.") == "Gen");
  CHECK(name_key("People’s Republic") == "People 's Republic");
  CHECK(name_key("Serbs, Croats and Slovenes") == "Serbs , Croats and Slovenes");
}

TEST_CASE("case is kept, for us is not US", "[entities]") {
  CHECK(name_key("us") != name_key("US"));
}

TEST_CASE("a hyphen alone has no key", "[entities]") {
  std::string out;
  for (const char* mark : {"-", "\u2013", "'"}) entente::append_name_keys(mark, out);
  CHECK(out.empty());
}

TEST_CASE("any bytes have a key", "[entities]") {
  CHECK_NOTHROW(name_key(std::string("\xff\xfe\x00-\xc3", 5)));
  CHECK_NOTHROW(name_key(std::string(1000, '\xe2')));
}

TEST_CASE("capitals have a title case", "[entities]") {
  CHECK(entente::title_case_key("MOSCOW") == "Moscow");
  CHECK(entente::title_case_key("Moscow").empty());
  CHECK(entente::title_case_key("M").empty());
  CHECK(entente::title_case_key("A1").empty());
}

TEST_CASE("slugs are ASCII and never empty", "[entities]") {
  CHECK(entente::slug("Okno tracking station") == "okno-tracking-station");
  CHECK(entente::slug("U.S. Embassy, Nairobi") == "us-embassy-nairobi");
  CHECK(entente::slug("Múte B. Egede") == "mute-b-egede");
  CHECK(entente::slug("--") == "x");
  CHECK(entente::slug("北京") != entente::slug("東京"));
}

TEST_CASE("transcriptions sound alike, other names do not", "[entities]") {
  using entente::sound_key;
  CHECK(sound_key("Sargsyan") == sound_key("Sarkisian"));
  CHECK(sound_key("Gaddafi") == sound_key("Qadhafi"));
  CHECK(sound_key("Rahmon") == sound_key("Rakhmon"));
  CHECK(sound_key("Putin") != sound_key("Pushkin"));
}

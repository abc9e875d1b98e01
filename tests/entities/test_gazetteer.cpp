// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "catch.hpp"
#include "entente/error.hpp"
#include "entities/small_gazetteer.hpp"
#include "support/files.hpp"
#include "support/temporary_folder.hpp"

using namespace entente;

namespace {

std::string first_id(const Gazetteer& gazetteer, std::string_view phrase) {
  const auto senses = gazetteer.lookup(phrase);
  return senses.empty() ? std::string() : gazetteer.entry(senses.front().entry).id;
}

/// Loads the small gazetteer with one file replaced.
Gazetteer load_with(const std::string& file, const std::string& bytes) {
  const testing::TemporaryFolder folder;
  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/tests/entities/data"))
    std::filesystem::copy(entry.path(), folder.path());
  testing::write_file(folder.file("") + file, bytes);
  return Gazetteer::load(folder.path().string(), ENTENTE_SOURCE_DIR "/data/entities");
}

}  // namespace

TEST_CASE("names, aliases, adjectives and seats lead to their entity", "[entities]") {
  const Gazetteer& gazetteer = testing::small_gazetteer();
  CHECK(first_id(gazetteer, "Russian Federation") == "RUS");
  CHECK(first_id(gazetteer, "U.S.") == "USA");
  CHECK(first_id(gazetteer, "Cote d'Ivoire") == "CIV");
  CHECK(first_id(gazetteer, "Al-Qaeda") == "group:al-qaeda");
  CHECK(first_id(gazetteer, "Russia Federation").empty());
  CHECK(first_id(gazetteer, "").empty());
  const auto moscow = gazetteer.lookup("Moscow");
  REQUIRE(moscow.size() == 2);
  CHECK(moscow[0].kind == SenseKind::seat);
  CHECK(gazetteer.entry(moscow[1].entry).id == "city:moscow");
  CHECK(gazetteer.lookup("Russo").front().kind == SenseKind::prefix);
}

TEST_CASE("leaders have terms in order, and surnames", "[entities]") {
  const Gazetteer& gazetteer = testing::small_gazetteer();
  const Index putin = gazetteer.find("person:vladimir-putin");
  const auto terms = gazetteer.terms_of(putin);
  REQUIRE(terms.size() == 2);
  CHECK(terms[0].covers(2004));
  CHECK_FALSE(terms[0].covers(2010));
  CHECK(terms[0].distance(2010) == 2);
  CHECK(terms[1].covers(2030));
  CHECK(gazetteer.lookup("Bush").size() == 2);
  CHECK(gazetteer.terms_in(gazetteer.find("USA")).size() == 2);
  CHECK(gazetteer.terms_in(gazetteer.find("TJK")).empty());
  CHECK(gazetteer.sounding_like("Wladimir", "Poutine") == std::vector<Index>{putin});
}

TEST_CASE("a bad gazetteer is refused with file and line", "[entities]") {
  const std::string header = "# entente-gazetteer 1 igos\n";
  CHECK_THROWS_WITH(load_with("igos.tsv", "id\ttype\n"),
                    Catch::Contains("igos.tsv:1: expected the header line"));
  CHECK_THROWS_WITH(load_with("igos.tsv", header + "igo:x\tigo\tX\n"),
                    Catch::Contains("igos.tsv:2: expected 9 columns"));
  CHECK_THROWS_WITH(load_with("igos.tsv", header + "igo:x\tgod\tX\t\t\t\t\t\t\n"),
                    Catch::Contains("igos.tsv:2: unknown entity type 'god'"));
  CHECK_THROWS_WITH(load_with("igos.tsv", header + "RUS\tigo\tX\t\t\t\t\t\t\n"),
                    Catch::Contains("'RUS' is taken"));
  CHECK_THROWS_WITH(load_with("igos.tsv", header + "igo:x\tigo\tX\t\t\t\t\tQQQ\t\n"),
                    Catch::Contains("unknown id 'QQQ'"));
  CHECK_THROWS_WITH(load_with("igos.tsv", header + "igo:x\tigo\tX\t\t\t\t\t\tvalid=1999\n"),
                    Catch::Contains("igos.tsv:2"));
  CHECK_THROWS_WITH(load_with("leaders.tsv", "# entente-gazetteer 1 leaders\np\tA B\t\tKing\tQQQ\t\t\n"),
                    Catch::Contains("leaders.tsv:2: unknown country"));
  CHECK_THROWS_AS(Gazetteer::load("no/such/folder"), IoError);
}

TEST_CASE("the gazetteer of data/ loads and knows every country by its code", "[entities]") {
  const auto gazetteer = Gazetteer::load(ENTENTE_SOURCE_DIR "/data");
  for (const char* id : {"RUS", "TJK", "XKX", "TWN", "PSE", "SUHH", "YUCS", "igo:nato", "igo:un"}) {
    INFO(id);
    CHECK(gazetteer.find(id) != kNone);
  }
  const auto countries = std::count_if(gazetteer.entries().begin(), gazetteer.entries().end(),
                                       [](const GazetteerEntry& e) { return e.type == EntityType::country; });
  CHECK(countries >= 195);
}

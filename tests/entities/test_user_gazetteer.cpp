// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "entente/error.hpp"
#include "entities/gazetteer.hpp"
#include "support/files.hpp"
#include "support/temporary_folder.hpp"

using namespace entente;

namespace {

/// The small gazetteer with a user's file on top.
Gazetteer with(const std::string& bytes) {
  const testing::TemporaryFolder folder;
  const std::string path = folder.file("mine");
  testing::write_file(path, bytes);
  return Gazetteer::load(ENTENTE_SOURCE_DIR "/tests/entities/data", ENTENTE_SOURCE_DIR "/data/entities",
                         {path});
}

std::string id_of(const Gazetteer& gazetteer, std::string_view phrase) {
  const auto senses = gazetteer.lookup(phrase);
  return senses.empty() ? std::string() : gazetteer.entry(senses.front().entry).id;
}

const std::string kHead = "# entente-gazetteer 1 mine\n";

}  // namespace

TEST_CASE("a user's table adds entities", "[entities]") {
  const Gazetteer gazetteer = with(kHead + "org:x\torganization\tTestonian Front\tTF\t\t\t\tRUS\t\n");
  CHECK(id_of(gazetteer, "Testonian Front") == "org:x");
  CHECK(id_of(gazetteer, "TF") == "org:x");
  CHECK(gazetteer.entry(gazetteer.entry(gazetteer.find("org:x")).of).id == "RUS");
}

TEST_CASE("a user's row wins over that of the same id and over the same name", "[entities]") {
  const Gazetteer gazetteer = with(kHead + "RUS\tcountry\tRossiya\t\t\t\t\t\t\n" +
                                   "org:moscow\torganization\tMoscow Club\tMoscow\t\t\t\t\t\n");
  CHECK(gazetteer.entry(gazetteer.find("RUS")).name == "Rossiya");
  CHECK(id_of(gazetteer, "Rossiya") == "RUS");
  CHECK(id_of(gazetteer, "Russia") == "RUS");
  CHECK(id_of(gazetteer, "Moscow") == "org:moscow");
}

TEST_CASE("a user's JSON Lines add entities and terms of office", "[entities]") {
  const Gazetteer gazetteer = with(
      "{\"id\": \"org:x\", \"type\": \"organization\", \"name\": \"Testonian; Front\", \"aliases\": "
      "[\"TF\"]}\n\n"
      "{\"id\": \"person:t\", \"type\": \"person\", \"name\": \"Hamdan Testarov\", \"terms\": "
      "[{\"office\": \"President\", \"of\": \"RUS\", \"from\": \"2004\", \"to\": \"2008\"}]}\n");
  CHECK(id_of(gazetteer, "TF") == "org:x");
  CHECK(id_of(gazetteer, "Testarov") == "person:t");
  CHECK(gazetteer.terms_of(gazetteer.find("person:t")).size() == 1);
}

TEST_CASE("the table of GeoNames adds towns", "[entities]") {
  const std::string rest = "\t\t\t\t\t\t900000\t\t\tAsia\t2020-01-01\n";
  const Gazetteer gazetteer = with("1\tTestopolis\tTestopolis\tx\t1\t2\tP\tPPL\tRU" + rest +
                                   "2\tNowhere Town\tNowhere Town\tx\t1\t2\tP\tPPL\tZZ" + rest);
  CHECK(id_of(gazetteer, "Testopolis") == "place:geonames-1");
  CHECK(id_of(gazetteer, "Nowhere Town").empty());
}

TEST_CASE("a user's mistake is told with file and line", "[entities]") {
  const auto message = [](const std::string& bytes) -> std::string {
    try {
      with(bytes);
    } catch (const DataError& error) {
      return error.what();
    }
    return {};
  };
  CHECK(message("{\"id\": 1}\n").find("mine:1: ") != std::string::npos);
  CHECK(message("\n{\"id\": \"x\"\n").find("mine:2: no JSON") != std::string::npos);
  CHECK(message("{\"id\": \"x\", \"type\": \"nothing\", \"name\": \"X\"}").find("nothing") !=
        std::string::npos);
  CHECK(message("just words\n").find("mine:1: ") != std::string::npos);
  CHECK(message(kHead + "org:x\torganization\tX\t\t\t\t\tNOWHERE\t\n").find("NOWHERE") != std::string::npos);
  CHECK(message(kHead + "org:x\torganization\t\xff\t\t\t\t\t\t\n").find("UTF-8") != std::string::npos);
  CHECK(message("").empty());
  CHECK_THROWS_AS(Gazetteer::load(ENTENTE_SOURCE_DIR "/tests/entities/data",
                                  ENTENTE_SOURCE_DIR "/data/entities", {"/nonexistent/mine"}),
                  IoError);
}

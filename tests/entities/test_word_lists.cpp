// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "catch.hpp"
#include "entente/error.hpp"
#include "entente/ontology.hpp"
#include "entities/word_lists.hpp"
#include "support/files.hpp"
#include "support/temporary_folder.hpp"

using namespace entente;

namespace {

void copy_lists(const std::string& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/data/entities"))
    if (entry.path().extension() == ".txt") std::filesystem::copy(entry.path(), folder);
}

}  // namespace

TEST_CASE("words have classes", "[entities]") {
  const auto lists = WordLists::load(ENTENTE_SOURCE_DIR "/data/entities");
  REQUIRE(lists.find(WordList::pronouns, "their") != nullptr);
  CHECK(*lists.find(WordList::pronouns, "their") == "plural");
  CHECK_FALSE(lists.has(WordList::pronouns, "Russia"));
}

TEST_CASE("words beside unknown names say types of the ontology", "[entities]") {
  const auto lists = WordLists::load(ENTENTE_SOURCE_DIR "/data/entities");
  for (const auto& [word, word_class] : lists.lines(WordList::type_contexts)) {
    INFO(word);
    const auto type = word_class.substr(0, word_class.find(' '));
    CHECK((type == "thing" || entity_type(type).has_value()));
  }
}

TEST_CASE("a bad word list is refused with its line", "[entities]") {
  const testing::TemporaryFolder folder;
  copy_lists(folder.path().string());
  const std::string path = folder.file("pronouns.txt");
  SECTION("a list of another name") {
    testing::write_file(path, "# entente-words 1 offices\n");
    CHECK_THROWS_WITH(WordLists::load(folder.path().string()),
                      Catch::Contains("pronouns.txt:1: expected the header line"));
  }
  SECTION("a word twice") {
    testing::write_file(path, "# entente-words 1 pronouns\nit\tthing\n\nit\tplural\n");
    CHECK_THROWS_WITH(WordLists::load(folder.path().string()),
                      Catch::Contains("pronouns.txt:4: 'it' stands here twice"));
  }
  SECTION("too many columns") {
    testing::write_file(path, "# entente-words 1 pronouns\nit\tthing\tmore\n");
    CHECK_THROWS_WITH(WordLists::load(folder.path().string()), Catch::Contains("pronouns.txt:2"));
  }
  SECTION("a list that is missing") {
    std::filesystem::remove(path);
    CHECK_THROWS_AS(WordLists::load(folder.path().string()), IoError);
  }
}

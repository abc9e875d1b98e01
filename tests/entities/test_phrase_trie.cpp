// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "entities/phrase_trie.hpp"

using namespace entente;

TEST_CASE("symbols are numbered in the order of their first use", "[entities]") {
  SymbolTable table;
  CHECK(table.find("a") == kNone);
  CHECK(table.intern("a") == 0);
  CHECK(table.intern("") == 1);
  CHECK(table.intern("a") == 0);
  CHECK(table.text(1).empty());
  for (int i = 0; i < 5000; ++i) table.intern("word" + std::to_string(i));
  CHECK(table.size() == 5002);
  CHECK(table.text(table.find("word4999")) == "word4999");
}

TEST_CASE("a trie agrees with a map on random phrases", "[entities]") {
  std::mt19937 random(7);
  std::map<std::vector<Index>, Index> twin;
  PhraseTrie trie;
  std::vector<std::vector<Index>> phrases;
  for (Index i = 0; i < 4000; ++i) {
    std::vector<Index> phrase(1 + random() % 4);
    for (Index& symbol : phrase) symbol = static_cast<Index>(random() % 50);
    const Index expected = twin.emplace(phrase, i).first->second;
    REQUIRE(trie.insert(phrase, i) == expected);
    phrases.push_back(phrase);
  }
  for (int i = 0; i < 20000; ++i) {
    std::vector<Index> phrase(1 + random() % 5);
    for (Index& symbol : phrase) symbol = static_cast<Index>(random() % 50);
    Index node = PhraseTrie::kRoot;
    for (const Index symbol : phrase) node = node == kNone ? kNone : trie.step(node, symbol);
    const auto found = twin.find(phrase);
    const Index value = node == kNone ? kNone : trie.value(node);
    REQUIRE(value == (found == twin.end() ? kNone : found->second));
  }
}

TEST_CASE("an empty trie has no steps", "[entities]") {
  CHECK(PhraseTrie().step(PhraseTrie::kRoot, 0) == kNone);
}

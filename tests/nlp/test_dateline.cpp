// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "nlp/dateline.hpp"
#include "tiny.hpp"

using namespace entente;
using namespace entente::nlp;

namespace {

// Words at spaces; `_` glues a word to the one before it.
std::pair<std::string, Tokens> words(std::string_view spaced) {
  std::string text;
  Tokens tokens;
  while (!spaced.empty()) {
    const std::size_t size = std::min(spaced.find(' '), spaced.size());
    std::string_view word = spaced.substr(0, size);
    spaced.remove_prefix(std::min(size + 1, spaced.size()));
    if (word.starts_with('_')) {
      word.remove_prefix(1);
    } else if (!text.empty()) {
      text.push_back(' ');
    }
    const auto begin = static_cast<std::uint32_t>(text.size());
    text.append(word);
    tokens.spans.push_back({begin, static_cast<std::uint32_t>(text.size())});
  }
  tokens.sentences.push_back({0, tokens.size(), {0, static_cast<std::uint32_t>(text.size())}});
  return {text, tokens};
}

Index length(std::string_view spaced) {
  const auto [text, tokens] = words(spaced);
  return dateline_length(text, tokens, tokens.sentences[0]);
}

}  // namespace

TEST_CASE("Datelines end with their dash") {
  CHECK(length("KABUL , June 4 ( Reuters ) - Rebels left town .") == 8);
  CHECK(length("SAN JOSE , Costa Rica ( AP ) \u2014 Rebels left town .") == 9);
  CHECK(length("MOSCOW -- Troops left Georgia .") == 2);
}

TEST_CASE("Names in capitals and hyphens are no datelines") {
  CHECK(length("NATO - the alliance of the West - met .") == 0);
  CHECK(length("UNESCO - the alliance of the West - met .") == 0);
  CHECK(length("NATO _- _led troops left Georgia .") == 0);
  CHECK(length("NATO , which met in Rome - again - left .") == 0);
  CHECK(length("Russian troops - all of them - left .") == 0);
  CHECK(length("MOSCOW - left") == 0);
}

TEST_CASE("The tree has one root, that of the sentence behind the dateline") {
  const auto [text, tokens] = words("KABUL , June 4 ( Reuters ) - Russian troops left Georgia .");
  Workspace workspace;
  const Parse p = parse(text, tokens, tiny_model(), workspace);
  CHECK(std::count(p.heads.begin(), p.heads.end(), kNone) == 1);
  CHECK(std::count(p.heads.begin() + 8, p.heads.end(), kNone) == 1);
  CHECK(std::count(p.labels.begin(), p.labels.begin() + 8, Dep::parataxis) >= 1);
}

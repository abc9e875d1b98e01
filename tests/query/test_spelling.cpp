// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "catch.hpp"
#include "query/spelling.hpp"
#include "support/articles.hpp"

using namespace entente;
using query::edit_distance;
using query::fold;

namespace {

/// The whole table, without a band.
std::size_t slow_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] =
          std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

}  // namespace

TEST_CASE("Names fold to what people mean") {
  CHECK(fold("Côte d’Ivoire") == fold("COTE DIVOIRE"));
  CHECK(fold("the  United\tStates ") == "united states");
  CHECK(fold("U.S.") == "us");
  CHECK(fold("al-Qaeda") == "al qaeda");
  CHECK(fold("Türkiye") == "turkiye");
  CHECK(fold("São Tomé") == "sao tome");
  CHECK(fold("Россия") == fold("РОССИЯ"));
  CHECK(fold("The") == "the");
  CHECK(fold("\xff\xfe") == fold("\xfe\xff"));
  CHECK(fold("").empty());
}

TEST_CASE("Edit distance counts slips") {
  CHECK(edit_distance(U"tajikistan", U"tadjikistan", 3) == 1);
  CHECK(edit_distance(U"tajikistan", U"tajiksitan", 3) == 1);
  CHECK(edit_distance(U"russia", U"prussia", 3) == 1);
  CHECK(edit_distance(U"", U"abc", 3) == 3);
  CHECK(edit_distance(U"", U"abcd", 3) == 4);
  CHECK(edit_distance(U"abc", U"xyz", 2) == 3);
}

TEST_CASE("Edit distance in a band is the whole table's") {
  testing::Random random(5);
  for (int round = 0; round < 5000; ++round) {
    std::u32string a, b;
    for (unsigned i = random.below(10); i > 0; --i) a += U'a' + random.below(3);
    for (unsigned i = random.below(10); i > 0; --i) b += U'a' + random.below(3);
    const std::size_t limit = random.below(5);
    CAPTURE(round, limit);
    CHECK(edit_distance(a, b, limit) == std::min(slow_distance(a, b), limit + 1));
  }
}

TEST_CASE("The closest word is offered") {
  CHECK(query::did_you_mean("grahpml", {"json", "graphml"}) == "; did you mean graphml?");
  CHECK(query::did_you_mean("gexf", {"json", "graphml"}).empty());
}

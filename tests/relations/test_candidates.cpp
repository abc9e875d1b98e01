// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "catch.hpp"
#include "relations/candidates.hpp"

using namespace entente;
using namespace entente::relations;

namespace {

constexpr auto kAids = static_cast<std::size_t>(RelationType::aids);
constexpr auto kAgrees = static_cast<std::size_t>(RelationType::agrees_with);

PairReading reading(Index subject, Index object, Index sentence, std::size_t type, float probability) {
  PairReading made;
  made.subject = subject;
  made.object = object;
  made.sentence = sentence;
  made.evidence = 1U << type;
  made.probabilities[type] = probability;
  return made;
}

}  // namespace

TEST_CASE("Sentences that say the same are one candidate, with the best reading first") {
  const auto found = candidates_of({reading(0, 1, 0, kAids, 0.3F), reading(0, 1, 4, kAids, 0.6F)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].type == RelationType::aids);
  CHECK(found[0].best == 0.6F);
  const auto alone = candidates_of({reading(0, 1, 4, kAids, 0.6F)});
  REQUIRE(alone.size() == 1);
  CHECK(alone[0].row != found[0].row);
}

TEST_CASE("A symmetric relation is one candidate in both directions, another is two") {
  const auto both = candidates_of({reading(0, 1, 0, kAgrees, 0.5F), reading(1, 0, 0, kAgrees, 0.7F)});
  REQUIRE(both.size() == 1);
  CHECK(both[0].subject == 0);
  CHECK(both[0].best == 0.7F);
  CHECK(candidates_of({reading(0, 1, 0, kAids, 0.5F), reading(1, 0, 0, kAids, 0.7F)}).size() == 2);
}

TEST_CASE("Nothing without evidence, nothing improbable, nothing that the ontology does not allow") {
  PairReading silent = reading(0, 1, 0, kAids, 0.9F);
  silent.evidence = 0;
  CHECK(candidates_of({silent}).empty());
  CHECK(candidates_of({reading(0, 1, 0, kAids, 0.01F)}).empty());
  PairReading framed = reading(0, 1, 0, kAids, 0.01F);
  framed.frames[kAids] = 0.7F;
  CHECK(candidates_of({framed}).size() == 1);
  PairReading person = reading(0, 1, 0, kAids, 0.9F);
  person.object_type = EntityType::agreement;
  CHECK(candidates_of({person}).empty());
  CHECK(candidates_of({}).empty());
}

TEST_CASE("Candidates do not depend on the order of the readings") {
  std::vector<PairReading> readings;
  for (Index i = 0; i < 12; ++i)
    readings.push_back(
        reading(i % 3, (i + 1) % 3, i, i % 2 == 0 ? kAids : kAgrees, 0.1F + 0.05F * static_cast<float>(i)));
  const auto forward = candidates_of(readings);
  std::reverse(readings.begin(), readings.end());
  const auto backward = candidates_of(readings);
  REQUIRE(forward.size() == backward.size());
  for (std::size_t i = 0; i < forward.size(); ++i) {
    CHECK(forward[i].best == backward[i].best);
    for (std::size_t column = 0; column < Candidate::kColumns; ++column)
      CHECK(forward[i].row[column] == Approx(backward[i].row[column]));
  }
}

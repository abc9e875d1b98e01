// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "query/share.hpp"

using namespace entente;

TEST_CASE("Import shares are read from the detail") {
  const DependenceRules rules = DependenceRules::load(ENTENTE_SOURCE_DIR "/data/dependence.json");
  const auto [detail, share] = GENERATE(table<std::string, double>({
      {"80 percent of its gas", 0.8},
      {"80% of its imports", 0.8},
      {"57.5 per cent of Armenia's electricity", 0.575},
      {"about 70-75 percent of the country's oil", 0.75},
      {"80-percent share of imports", 0.8},
      {"Half of its gas and 90 percent of its oil", 0.9},
      {"two-thirds of its wheat", 0.667},
      {"all of its gas", 1.0},
      {"100 percent of fuel", 1.0},
      // No shares of what is bought:
      {"90 percent of its exports", -1},
      {"half of its exports", -1},
      {"a 49 percent stake of Gazprom", -1},
      {"a 20 percent increase", -1},
      {"gas", -1},
      {"", -1},
      {"percent of gas", -1},
      {".% of gas", -1},
      {"1.2.3 percent of gas", -1},
      {"150 percent of gas", -1},
      {"behalf of its gas", -1},
  }));
  CAPTURE(detail);
  CHECK(query::import_share(detail, rules).value_or(-1) == Approx(share));
}

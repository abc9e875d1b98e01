// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "graph/period.hpp"

using namespace entente::graph;

TEST_CASE("Dates are ranges of days") {
  CHECK(parse_period("1970")->begin == 0);
  CHECK(parse_period("1970")->end == 364);
  CHECK(parse_period("1970-02")->begin == 31);
  CHECK(parse_period("1972-02")->end == 2 * 365 + 31 + 28);  // a leap year
  CHECK(parse_period("2004-06-15")->begin == 12584);         // date -d 2004-06-15 +%s / 86400
  CHECK(parse_period("2004-06-15T12:30:00Z")->end == 12584);
  CHECK(parse_period("2004-06-15T12:30:00Z")->end_text == "2004-06-15");
  CHECK(parse_period("0001-01-01")->begin < parse_period("1776")->begin);
}

TEST_CASE("Intervals may be open") {
  const auto closed = parse_period("2004/2006-07");
  REQUIRE(closed);
  CHECK(closed->interval);
  CHECK(closed->begin == parse_date("2004")->begin);
  CHECK(closed->end == parse_date("2006-07")->end);
  CHECK(parse_period("../2006")->open_begin());
  CHECK(parse_period("../2006")->end == parse_date("2006")->end);
  CHECK(parse_period("1999/..")->open_end());
}

TEST_CASE("Anything else is no date") {
  for (const char* text :
       {"", "/", "../..", "..", "soon", "200", "20045", "2004-", "2004-13", "2004-00", "2004-02-30",
        "2004-6-5", "2004-06-15x", "2006/2004", "2004/2005/2006", "-200", "2004 ", "２００４"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_period(text));
  }
  CHECK_FALSE(parse_date("2004/2006"));
}

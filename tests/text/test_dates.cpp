// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "text/dates.hpp"

using entente::iso_date;

TEST_CASE("plain dates become ISO dates", "[text][dates]") {
  for (const auto& [written, expected] : {std::pair{"2004-06-15", "2004-06-15"},
                                          {"2004-06", "2004-06"},
                                          {"2004", "2004"},
                                          {"2004-06-15T10:00:00Z", "2004-06-15"},
                                          {"2004-06-15 10:00:00", "2004-06-15"},
                                          {"2004/06/15", "2004-06-15"},
                                          {"2004.6.5", "2004-06-05"},
                                          {"20040615", "2004-06-15"},
                                          {"20040615T100000Z", "2004-06-15"},
                                          {"June 15, 2004", "2004-06-15"},
                                          {"Jun. 15, 2004", "2004-06-15"},
                                          {"June 15th, 2004", "2004-06-15"},
                                          {"15 June 2004", "2004-06-15"},
                                          {"15th of June 2004", "2004-06-15"},
                                          {"Tue, 15 Jun 2004 10:00:00 GMT", "2004-06-15"},
                                          {"Tuesday, June 15, 2004", "2004-06-15"},
                                          {"15-Sept-2004", "2004-09-15"},
                                          {"June 2004", "2004-06"},
                                          {"15/06/2004", "2004-06-15"},
                                          {"06/15/2004", "2004-06-15"},
                                          {"15.06.2004", "2004-06-15"},
                                          {"06.07.2004", "2004-07-06"}}) {
    INFO(written);
    CHECK(iso_date(written).value_or("nothing") == expected);
  }
}

TEST_CASE("what is no date, or two, gives nothing", "[text][dates]") {
  for (const char* written :
       {"", "yesterday", "06/05/2004", "2004-13-01", "2004-02-30", "June", "15 June", "12", "99999999",
        "Vol. 1 Issue 30", "\xFF\xFE", "May the 4th be with you 2004"}) {
    INFO(written);
    CHECK_FALSE(iso_date(written));
  }
}

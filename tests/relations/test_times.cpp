// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "relations/times.hpp"

using namespace entente;
using relations::parse_date;
using relations::TimeFinder;

namespace {

/// Tokens between blanks.
Tokens tokenize(const std::string& text) {
  Tokens tokens;
  for (std::uint32_t begin = 0; begin < text.size();) {
    auto end = static_cast<std::uint32_t>(text.find(' ', begin));
    if (end > text.size()) end = static_cast<std::uint32_t>(text.size());
    tokens.spans.push_back({begin, end});
    begin = end + 1;
  }
  tokens.sentences.push_back({0, tokens.size(), {0, static_cast<std::uint32_t>(text.size())}});
  return tokens;
}

std::string times(const std::string& text, const std::string& date = "2004-06-15") {
  const Document document{.id = "d", .title = "", .date = date, .outlet = "", .url = "", .text = text};
  const Tokens tokens = tokenize(text);
  std::string found;
  for (const auto& time : TimeFinder(document).find(text, tokens, tokens.sentences[0]))
    found += (found.empty() ? "" : " ") + time.value;
  return found;
}

}  // namespace

TEST_CASE("Dates are read at the precision of the text") {
  CHECK(times("on June 4 , 2004 they met") == "2004-06-04");
  CHECK(times("on 4 June 2004") == "2004-06-04");
  CHECK(times("in April 2004") == "2004-04");
  CHECK(times("in 1991") == "1991");
  CHECK(times("on the 4th of June 2004") == "2004-06-04");
  CHECK(times("on Feb. 29 , 2003") == "2003-02");
}

TEST_CASE("Intervals are open or closed") {
  CHECK(times("since 1999") == "1999/..");
  CHECK(times("until 2006") == "../2006");
  CHECK(times("from 1915 to 1934") == "1915/1934");
  CHECK(times("between 1997 and 2002") == "1997/2002");
  CHECK(times("the war of 1899–1902") == "1899/1902");
  CHECK(times("in 1984 - 85") == "1984/1985");
  CHECK(times("in the 1990s") == "1990/1999");
  CHECK(times("in 1993 and 1994") == "1993/1994");
  CHECK(times("in 1993 and 1996") == "1993 1996");
  CHECK(times("beginning in 1910") == "1910/..");
  CHECK(times("in mid-1984") == "1984");
}

TEST_CASE("Relative dates lean on the document's date") {
  CHECK(times("last year") == "2003");
  CHECK(times("last month") == "2004-05");
  CHECK(times("last October") == "2003-10");
  CHECK(times("next March") == "2005-03");
  CHECK(times("yesterday") == "2004-06-14");
  CHECK(times("on Monday") == "2004-06-14");
  CHECK(times("two years ago") == "2002");
  CHECK(times("they met in August") == "2003-08");
  CHECK(times("they will meet in August") == "2004-08");
  CHECK(times("they met in March") == "2004-03");
  CHECK(times("will meet on Thursday") == "2004-06-17");
  CHECK(times("met on Thursday") == "2004-06-10");
  CHECK(times("on June 9") == "2004-06-09");
  CHECK(times("on Dec. 28", "2005-01-03") == "2004-12-28");
  CHECK(times("yesterday", "") == "");
}

TEST_CASE("A dateline says when a report was written") {
  const auto dateline = [](const std::string& text) {
    const Document document{
        .id = "d", .title = "", .date = "2004-06-15", .outlet = "", .url = "", .text = text};
    const Tokens tokens = tokenize(text);
    std::string marks;
    for (const auto& time : TimeFinder(document).find(text, tokens, tokens.sentences[0]))
      marks += time.dateline ? 'd' : '-';
    return marks;
  };
  CHECK(dateline("KYIV , June 14 – Ukraine bought gas in May") == "d-");
  CHECK(dateline("KINSHASA ( radio , 14 June ) - talks began on Monday") == "d-");
  CHECK(dateline("In June 2003 the two met – again") == "-");
  CHECK(dateline("Ukraine bought gas in May") == "-");
}

TEST_CASE("Numbers that are no dates stay numbers") {
  CHECK(times("some 1900 men came") == "");
  CHECK(times("1500 troops") == "");
  CHECK(times("they may attack") == "");
  CHECK(times("$ 2000 were paid") == "");
  CHECK(times("on 31 guns") == "");
}

TEST_CASE("ISO dates are read, everything else is unknown") {
  CHECK(parse_date("2004-06-04").iso() == "2004-06-04");
  CHECK(parse_date("2004-06").iso() == "2004-06");
  CHECK(parse_date("2004").iso() == "2004");
  CHECK_FALSE(parse_date("").known());
  CHECK_FALSE(parse_date("June 2004").known());
  CHECK_FALSE(parse_date("2004-99").known());
}

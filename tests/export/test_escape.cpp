// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "base/utf8.hpp"
#include "catch.hpp"
#include "export/escape.hpp"
#include "support/exports.hpp"

using namespace entente;
using namespace entente::exporters;

namespace {

template <class Escape>
std::string escaped(const Escape& escape, std::string_view text) {
  std::string out;
  escape(out, text);
  return out;
}

}  // namespace

TEST_CASE("XML holds any text") {
  CHECK(escaped(append_xml, "a<b>&\"'\n\t\r") == "a&lt;b&gt;&amp;&quot;&apos;&#10;&#9;&#13;");
  CHECK(escaped(append_xml, "]]>") == "]]&gt;");
  CHECK(escaped(append_xml, "\x01") == "");
  CHECK(escaped(append_xml, "\xff") == "\xef\xbf\xbd");
  std::string out;
  CHECK(append_xml(out, "\x01\xff ok \xef\xbf\xbe") == 3);
}

TEST_CASE("Ids become different name tokens") {
  CHECK(escaped(append_nmtoken, "person:vladimir-putin") == "person:vladimir-putin");
  CHECK(escaped(append_nmtoken, "a b") == "a_x20_b");
  CHECK(escaped(append_nmtoken, "a_x20_b") == "a_x5F_x20_b");
  CHECK(escaped(append_nmtoken, "é") == "_xE9_");
  CHECK(escaped(append_nmtoken, "") == "_x_");
  std::set<std::string> tokens;
  for (const std::string& text : testing::hostile_texts())
    CHECK(tokens.insert(escaped(append_nmtoken, text)).second);
  CHECK(escaped(append_nmtoken, "\xff") != escaped(append_nmtoken, "\xfe"));
}

TEST_CASE("CSV fields are no formulas") {
  CHECK(escaped(append_csv, "=1+1") == "'=1+1");
  CHECK(escaped(append_csv, "=HYPERLINK(\"a\",\"b\")") == "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
  CHECK(escaped(append_csv, "-5") == "'-5");
  CHECK(escaped(append_csv, "a-b") == "a-b");
  CHECK(escaped(append_csv, "a,b") == "\"a,b\"");
  CHECK(escaped(append_csv, "two\nlines") == "\"two\nlines\"");
  CHECK(escaped(append_csv, "") == "");
}

TEST_CASE("DOT strings have no escapes") {
  CHECK(escaped(append_dot, "a\\N\"b") == "\"a\\\\N\\\"b\"");
  CHECK(escaped(append_dot, "a\nb") == "\"a b\"");
}

TEST_CASE("Everything is valid UTF-8 whatever comes in") {
  testing::Random random(3);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (unsigned i = random.below(20); i > 0; --i) text += static_cast<char>(random.below(256));
    for (const auto& escape : {append_xml, append_nmtoken, append_utf8_text, append_csv, append_dot})
      CHECK(is_valid_utf8(escaped(escape, text)));
  }
}

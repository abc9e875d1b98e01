// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "base/utf8.hpp"
#include "catch.hpp"

using namespace entente;

TEST_CASE("every code point goes to UTF-8 and back", "[base][utf8]") {
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    std::string text = "a";
    append_utf8(text, point);
    const CodePoint forth = decode(text, 1);
    const CodePoint back = decode_before(text, text.size());
    if (!forth.valid || forth.value != point || forth.size + 1 != text.size() || back.value != point)
      FAIL_CHECK("code point " << static_cast<unsigned>(point));
  }
}

TEST_CASE("what is not UTF-8 is one replacement a byte", "[base][utf8]") {
  for (const std::string_view bytes :
       {"\x80", "\xC3", "\xC0\x80", "\xE2\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5", "\xFF"}) {
    const CodePoint point = decode(bytes, 0);
    CHECK_FALSE(point.valid);
    CHECK(point.size == 1);
    CHECK(point.value == kReplacement);
    CHECK_FALSE(is_valid_utf8(bytes));
  }
  CHECK(decode("", 0).size == 0);
  CHECK(decode_before("", 0).size == 0);
}

TEST_CASE("characters have classes and lower case", "[base][utf8]") {
  CHECK(is_space(U' '));
  CHECK(is_space(0xA0));
  CHECK_FALSE(is_space(0x200B));
  CHECK(is_letter(U'ж'));
  CHECK(is_upper(U'Ö'));
  CHECK(is_lower(U'ö'));
  CHECK(is_digit(U'٣'));
  CHECK(lower_case("ÉLAN Россия \xFF"
                   "A") ==
        "élan россия \xFF"
        "a");
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <random>
#include <string>

#include "base/utf8.hpp"
#include "catch.hpp"
#include "entente/document.hpp"

using entente::is_valid_utf8;
using entente::repair_text;
using namespace std::string_literals;

TEST_CASE("good text stays as it is", "[text][repair]") {
  for (const std::string text :
       {"", "plain\n\ttext", "“Erdoğan’s — visit… to São Tomé” cost 5 €", "Россия и Китай",
        "SÃO PAULO, “SÃO”", "中国", "30°C", "Ä“", "CAFÉ”", "naïve â la carte", "Ångström", "👍"})
    CHECK(repair_text(text) == text);
}

TEST_CASE("other encodings are decoded", "[text][repair]") {
  SECTION("Windows-1252") {
    CHECK(repair_text("\x93Yes\x94 \x96 it\x92s 5 \x80, caf\xE9") == "“Yes” – it’s 5 €, café");
  }
  SECTION("a mixture with UTF-8") {
    CHECK(repair_text("Türkiye\x92s “\xE9lan”") == "Türkiye’s “élan”");
  }
  SECTION("UTF-16 with a byte order mark") {
    CHECK(repair_text("\xFF\xFEI\0r\0a\0n\0\x19\x20s\0"s) == "Iran’s");
    CHECK(repair_text("\xFE\xFF\0I\0r\x20\x19"s) == "Ir’");
    CHECK(repair_text("\xFF\xFE\x3D\xD8\x4D\xDC"s) == "👍");
  }
  SECTION("UTF-16 without one") {
    CHECK(repair_text("I\0r\0a\0n\0 \0a\0r\0m\0s\0"s) == "Iran arms");
  }
  SECTION("a UTF-8 byte order mark goes") {
    CHECK(repair_text("\xEF\xBB\xBFText") == "Text");
  }
  SECTION("half a UTF-8 character among whole ones") {
    CHECK(repair_text("é \xE2\x80 x") == "é \xEF\xBF\xBD x");
  }
}

TEST_CASE("UTF-8 read as Latin-1 or Windows-1252 is undone", "[text][repair]") {
  for (const auto& [damaged, whole] : {std::pair{"30Â°C", "30°C"},
                                       {"Russiaâ€™s â€œborderâ€\u009d â€“ 5 â‚¬", "Russia’s “border” – 5 €"},
                                       {"Russia\u00e2\u0080\u0099s", "Russia’s"},
                                       {"cafÃ©, SÃ£o, Ã‰lan", "café, São, Élan"},
                                       {"he said â€œnoâ€ and", "he said “no” and"},
                                       {"JaruÅ¾elski, MiloÅ¡eviÄ‡", "Jaruželski, Milošević"},
                                       {"a\u00c2\u00a0b", "a\u00a0b"},
                                       {"RussiaÃ¢â‚¬â„¢s", "Russia’s"},
                                       {"ðŸ‘\u008d", "👍"},
                                       {"\u0093Yes\u0094", "“Yes”"}}) {
    INFO(damaged);
    CHECK(repair_text(damaged) == whole);
  }
}

TEST_CASE("damage that cannot be known stays", "[text][repair]") {
  CHECK(repair_text("30¢ªC") == "30¢ªC");
}

TEST_CASE("line ends, controls and invisible characters are cleaned", "[text][repair]") {
  CHECK(repair_text("a\r\nb\rc\fd\ve") == "a\nb\nc\nd\ne");
  CHECK(repair_text("Rus\0sia \x01\x1B\x7Fx"s) == "Russia x");
  CHECK(repair_text("Rus\u00adsia \u200bx\u202ey\ufeff") == "Russia xy");
  CHECK(repair_text("a\u2028b\u2029c") == "a\nb\n\nc");
}

TEST_CASE("any bytes become valid UTF-8 without NUL", "[text][repair]") {
  std::mt19937 random(1);
  const std::string_view pieces[] = {"\xC3",
                                     "\xA9",
                                     "\xE2",
                                     "\x80",
                                     "\x99",
                                     "â€™",
                                     "Ã",
                                     "©",
                                     "\xFF",
                                     "\xFE",
                                     std::string_view("\0", 1),
                                     "a",
                                     " ",
                                     "\r",
                                     "\n",
                                     "Â",
                                     "°",
                                     "\xF0\x9F",
                                     "ð",
                                     "Ÿ",
                                     "\xED\xA0\x80",
                                     "\xC0\x80",
                                     "\xEF\xBF\xBE",
                                     "”"};
  for (int round = 0; round < 20000; ++round) {
    std::string bytes = "x";
    for (std::size_t n = random() % 12; n > 0; --n) bytes += pieces[random() % std::size(pieces)];
    const std::string text = repair_text(bytes);
    if (!is_valid_utf8(text) || text.find('\0') != std::string::npos) FAIL_CHECK("invalid: " << bytes);
  }
}

TEST_CASE("repairing takes linear time", "[text][repair]") {
  for (const std::string_view part : {"\xC3", "Ã", "Ã¢â‚¬â„¢", "\xE2\x80", "\r", "â€", "a"}) {
    std::string bytes = "text ";
    while (bytes.size() < 4000000) bytes += part;
    const auto start = std::chrono::steady_clock::now();
    CHECK(is_valid_utf8(repair_text(bytes)));
    CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() < 5);
  }
}

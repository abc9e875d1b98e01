// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <random>
#include <string>

#include "catch.hpp"
#include "support/token_invariants.hpp"

using entente::segment;
using entente::Tokens;
using entente::testing::token_violation;

namespace {

double seconds_for(const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  const Tokens tokens = segment(text);
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
  CHECK(token_violation(text, tokens).empty());
  return elapsed.count();
}

std::string repeat(std::string_view part, std::size_t size) {
  std::string out;
  while (out.size() < size) out += part;
  return out;
}

}  // namespace

TEST_CASE("nothing gives nothing", "[text]") {
  CHECK(segment("").size() == 0);
  CHECK(segment(" \n\n\t \xC2\xA0 ").sentences.empty());
}

TEST_CASE("any bytes keep the invariants", "[text]") {
  std::mt19937 random(20040615);
  const std::string_view pieces[] = {
      "U.S.", "n't",  "'",    "\"",  "’s",     "“",       "”",      ".",        "...",      "!?",   " ",
      "\n",   "\n\n", "-",    "--",  "—",      "http://", "www.",   "@",        "a",        "Mr.",  "1",
      "3.5",  ",",    "$",    "%",   "(",      ")",       "[",      "17",       "]",        "\xC3", "\x80",
      "\xFF", "é",    "км",   "中",  "cannot", "dont",    "etc.",   "p.m.",     "/",        "&",    ":",
      ";",    "#",    "Inc.", "The", "the",    ".com",    "'s",     "\xE2\x80", "\xC2\xA0", "•",    "* ",
      "\r",   "re-",  "said", "No.", "12-",    "0's",     "mailto:"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = random() % 60; n > 0; --n) text += pieces[random() % std::size(pieces)];
    const std::string wrong = token_violation(text, segment(text));
    if (!wrong.empty()) FAIL_CHECK(wrong << ": " << text);
  }
}

TEST_CASE("a sentence without end is cut", "[text]") {
  const std::string text = repeat("word, another word ", 200000);
  const Tokens tokens = segment(text);
  CHECK(token_violation(text, tokens).empty());
  CHECK(tokens.sentences.size() > 50);
}

TEST_CASE("time is linear whatever the line", "[text]") {
  constexpr std::size_t kSize = 1U << 20U;
  for (const std::string_view part :
       {"a",        ".",           "a.",
        "a-",       "'",           "a'",
        "\"",       "\" ",         "(",
        ")",        "[1]",         "1,",
        "1-",       "http://a)",   "www.a)",
        "@",        "a@",          "U.S.",
        "Mr. ",     "\n",          "a\n",
        " \n",      "a.b",         "-",
        "—",        "…",           "\xE2\x80\x99",
        "é",        "\xFF",        "\xC2\xA0",
        "0's",      "x/",          "The president said on Monday that forces had left. ",
        "www.)",    "https://x.(", "re-",
        "[ 1 ] . ", "! \" "}) {
    INFO("part: " << part);
    CHECK(seconds_for(repeat(part, kSize)) < 5.0);
  }
}

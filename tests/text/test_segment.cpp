// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <random>
#include <string>

#include "base/utf8.hpp"
#include "catch.hpp"
#include "text/segment.hpp"

using entente::Index;
using entente::segment;
using entente::Tokens;

namespace {

bool only_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto point = entente::decode(text, at);
    if (!entente::is_space(point.value)) return false;
    at += point.size;
  }
  return true;
}

/// The invariants of segment.hpp; the empty string when all hold.
std::string violation(std::string_view text, const Tokens& tokens) {
  std::size_t end = 0;
  for (const auto& span : tokens.spans) {
    if (span.empty() || span.begin < end || span.end > text.size()) return "tokens out of order";
    if (!only_space(text.substr(end, span.begin - end))) return "a byte in no token";
    end = span.end;
  }
  if (!only_space(text.substr(end))) return "a byte in no token at the end";
  Index next = 0;
  for (const auto& sentence : tokens.sentences) {
    if (sentence.first != next || sentence.last <= sentence.first) return "sentences out of order";
    if (sentence.last - sentence.first > entente::kMaxSentenceTokens) return "a sentence too long";
    if (sentence.span.begin != tokens.spans[sentence.first].begin) return "sentence begin";
    if (sentence.span.end != tokens.spans[sentence.last - 1].end) return "sentence end";
    next = sentence.last;
  }
  return next == tokens.size() ? "" : "tokens in no sentence";
}

double seconds_for(const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  const Tokens tokens = segment(text);
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
  CHECK(violation(text, tokens).empty());
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
    const std::string wrong = violation(text, segment(text));
    if (!wrong.empty()) FAIL_CHECK(wrong << ": " << text);
  }
}

TEST_CASE("a sentence without end is cut", "[text]") {
  const std::string text = repeat("word, another word ", 200000);
  const Tokens tokens = segment(text);
  CHECK(violation(text, tokens).empty());
  CHECK(tokens.sentences.size() > 50);
}

TEST_CASE("time is linear whatever the line", "[text]") {
  constexpr std::size_t kSize = 2U << 20U;
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

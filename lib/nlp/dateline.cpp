// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A town in capitals; then nothing but names, numbers, commas and something in brackets; then a dash with
// spaces around it. With neither comma nor bracket it might be any name in capitals ("NATO - the alliance -
// says"): the town must be long and the dash the only one.
#include "nlp/dateline.hpp"

#include <algorithm>

namespace entente::nlp {
namespace {

constexpr Index kLongest = 16;         // tokens
constexpr std::size_t kShortTown = 3;  // letters
constexpr std::size_t kLongTown = 5;

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_town(std::string_view word, std::size_t least) {
  return word.size() >= least && std::all_of(word.begin(), word.end(), is_capital);
}

bool is_dash(std::string_view word) {
  return word == "-" || word == "--" || word == "\u2013" || word == "\u2014";
}

class Scan {
 public:
  Scan(std::string_view text, const Tokens& tokens, const Sentence& sentence)
      : text_(text), tokens_(tokens), sentence_(sentence) {}

  Index length() const {
    if (sentence_.last - sentence_.first < 4 || !is_town(word(sentence_.first), kShortTown)) return 0;
    const Index end = std::min(sentence_.last - 2, sentence_.first + kLongest);
    bool marked = false, in_brackets = false;
    for (Index i = sentence_.first + 1; i < end; ++i) {
      if (is_free_dash(i)) return !in_brackets && (marked || is_plain(i)) ? i + 1 - sentence_.first : 0;
      const std::string_view now = word(i);
      marked = marked || now == "," || now == "(";
      in_brackets = now == "(" || (in_brackets && now != ")");
      if (!in_brackets && !now.empty() && now.front() >= 'a' && now.front() <= 'z') return 0;
    }
    return 0;
  }

 private:
  std::string_view word(Index i) const { return tokens_.word(text_, i); }

  bool is_free_dash(Index i) const {
    return is_dash(word(i)) && tokens_.spans[i - 1].end < tokens_.spans[i].begin &&
           tokens_.spans[i].end < tokens_.spans[i + 1].begin;
  }

  // Capitals alone before the dash, and no other dash near.
  bool is_plain(Index dash) const {
    for (Index i = sentence_.first; i < dash; ++i) {
      if (!is_town(word(i), kShortTown)) return false;
    }
    const Index end = std::min(sentence_.last - 1, dash + 4 * kLongest);
    for (Index i = dash + 1; i < end; ++i) {
      if (is_free_dash(i)) return false;
    }
    return is_town(word(sentence_.first), kLongTown);
  }

  std::string_view text_;
  const Tokens& tokens_;
  const Sentence& sentence_;
};

}  // namespace

Index dateline_length(std::string_view text, const Tokens& tokens, const Sentence& sentence) {
  return Scan(text, tokens, sentence).length();
}

}  // namespace entente::nlp

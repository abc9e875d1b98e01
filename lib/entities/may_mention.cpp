// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A mention is a name, which has a capital or a letter beyond ASCII, or a word of the stage's lists.
// The first word of a sentence always has a capital; only function words are
// sure to be no name (data/entities/openers.txt).
#include "entities/may_mention.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "entities/reading.hpp"

namespace entente {
namespace {

bool is_plain(char c) {
  return static_cast<unsigned char>(c) < 128 && !(c >= 'A' && c <= 'Z');
}

// In a list by itself or without the ending of a plural.
bool is_listed(const WordLists& words, WordList list, const std::string& word) {
  if (words.has(list, word)) return true;
  return (word.ends_with("s") && words.has(list, word.substr(0, word.size() - 1))) ||
         (word.ends_with("es") && words.has(list, word.substr(0, word.size() - 2))) ||
         (word.ends_with("ies") && words.has(list, word.substr(0, word.size() - 3) + "y")) ||
         (word.ends_with("men") && words.has(list, word.substr(0, word.size() - 2) + "an"));
}

bool may_refer(const WordLists& words, const std::string& word) {
  constexpr std::array kLists = {WordList::acting_nouns, WordList::offices, WordList::descriptions,
                                 WordList::pronouns};
  return std::any_of(kLists.begin(), kLists.end(),
                     [&](WordList list) { return is_listed(words, list, word); });
}

bool may_mention_in(std::string_view text, const Tokens& tokens, const Sentence& sentence,
                    const WordLists& words) {
  for (Index token = sentence.first; token < sentence.last; ++token) {
    const std::string_view word = tokens.word(text, token);
    const std::string lower = ascii_lower(word);
    const bool opens = token == sentence.first && words.has(WordList::openers, lower);
    if (!opens && !std::all_of(word.begin(), word.end(), is_plain)) return true;
    if (may_refer(words, lower)) return true;
  }
  return false;
}

}  // namespace

std::vector<bool> may_mention(std::string_view text, const Tokens& tokens, const Gazetteer& gazetteer) {
  std::vector<bool> result;
  for (const Sentence& sentence : tokens.sentences)
    result.push_back(may_mention_in(text, tokens, sentence, gazetteer.words()));
  return result;
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A title is a run of title words with at least one that is not a mere modifier, right before a name.
#include "entities/names.hpp"

namespace entente {

namespace {

/// "Secretary of State", "Minister of Foreign Affairs", "Chairman of the Joint Chiefs of Staff" that ends
/// before `token`: its first token, or kNone. Only capitalised words stand between the office and the name.
Index office_with_of(const Reading& reading, Index token, Index sentence_first) {
  constexpr Index kLongest = 9;
  bool words = false;
  for (Index at = token; at > sentence_first && token - at < kLongest;) {
    --at;
    const std::string_view word = reading.word(at);
    if (word == "of" && words && at > sentence_first) {
      const std::string_view word_class = office_class(reading, at - 1);
      if (word_class.empty() || word_class == "modifier" || !reading.capitalised(at - 1)) continue;
      Index first = at - 1;
      while (first > sentence_first && office_class(reading, first - 1) == "modifier" &&
             reading.capitalised(first - 1))
        --first;
      return first;
    }
    if (word == "of" || word == "the" || word == "and" || word == "for" || word == "&") continue;
    if (!reading.capitalised(at) || reading.gazetteer.words().has(WordList::given_names, word)) return kNone;
    words = true;
  }
  return kNone;
}

}  // namespace

std::string_view office_class(const Reading& reading, Index token) {
  if (reading.shape(token) == Shape::mark || reading.shape(token) == Shape::number) return {};
  std::string word = ascii_lower(reading.word(token));
  if (word.size() > 2 && word.back() == '.') word.pop_back();
  const std::string* found = reading.gazetteer.words().find(WordList::offices, word);
  return found == nullptr ? std::string_view() : std::string_view(*found);
}

Index office_beside(const Reading& reading, Index first, Index last) {
  const auto is_office = [&](Index token) {
    const std::string_view word_class = office_class(reading, token);
    return !word_class.empty() && word_class != "modifier" && reading.shape(token) == Shape::lower;
  };
  const Sentence& sentence = reading.sentence(first);
  if (first >= sentence.first + 2 && reading.word(first - 1) == "," && is_office(first - 2)) return first - 2;
  if (last + 1 >= sentence.last || reading.word(last) != ",") return kNone;
  for (Index at = last + 1; at < sentence.last && at < last + 8; ++at) {
    if (is_office(at)) return at;
    const Upos tag = reading.upos(at);
    const bool inside = tag == Upos::DET || tag == Upos::ADJ || tag == Upos::NOUN || tag == Upos::PROPN ||
                        tag == Upos::PART || reading.word(at) == "-" || reading.parse.xpos[at] == Xpos::PRPS;
    if (!inside) return kNone;
  }
  return kNone;
}

Index title_begin(const Reading& reading, Index token, Index sentence_first) {
  Index first = token;
  bool office = false;
  while (first > sentence_first) {
    const Index before = first - 1;
    const bool hyphen = reading.word(before) == "-" && before > sentence_first && first < token;
    const std::string_view word_class = hyphen ? std::string_view("hyphen") : office_class(reading, before);
    if (word_class.empty()) break;
    office = office || (word_class != "modifier" && word_class != "hyphen");
    if (word_class == "modifier" && first == token)
      break;  // "Foreign X" is no title: its last word is an office
    first = before;
  }
  while (first < token && reading.word(first) == "-") ++first;
  if (!office) {
    const Index whole = office_with_of(reading, first, sentence_first);
    if (whole != kNone) return whole;
  }
  return office ? first : token;
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// One pass over the tokens; children are a compressed adjacency list.
#include "entities/reading.hpp"
#include "entities/topic.hpp"

#include <algorithm>
#include <cstdlib>

namespace entente {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Whether a UTF-8 word starts with a capital letter. Beyond ASCII: Latin-1, Latin Extended-A, Greek and
/// Cyrillic.
bool starts_with_capital(std::string_view word) {
  const auto byte = [&](std::size_t i) { return i < word.size() ? static_cast<unsigned char>(word[i]) : 0U; };
  if (byte(0) < 0x80) return byte(0) >= 'A' && byte(0) <= 'Z';
  const unsigned code = (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
  if (byte(0) < 0xC3 || byte(0) > 0xD1) return false;
  if (code < 0x100) return code >= 0xC0 && code <= 0xDE && code != 0xD7;
  if (code < 0x180)
    return (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E) ? code % 2 == 1
                                                                                : code % 2 == 0;
  return (code >= 0x391 && code <= 0x3A9) || (code >= 0x400 && code <= 0x42F);
}

Shape shape_of(std::string_view word) {
  if (word.empty()) return Shape::mark;
  const auto first = static_cast<unsigned char>(word.front());
  if (is_digit(word.front())) return Shape::number;
  if (starts_with_capital(word)) {
    std::size_t upper = 0;
    std::size_t lower = 0;
    for (const char c : word) {
      upper += c >= 'A' && c <= 'Z' ? 1 : 0;
      lower += c >= 'a' && c <= 'z' ? 1 : 0;
    }
    return upper > 1 && lower == 0 ? Shape::caps : Shape::capital;
  }
  if ((first >= 'a' && first <= 'z') || first >= 0xC3) {
    const bool symbol = first == 0xE2;  // dashes, quotes, bullets, the euro sign
    return symbol ? Shape::mark : Shape::lower;
  }
  return Shape::mark;
}

}  // namespace

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

Reading::Reading(const Document& document_in, const Tokens& tokens_in, const Parse& parse_in,
                 const Gazetteer& gazetteer_in, std::span<const NameLabel> recognised)
    : document(document_in),
      tokens(tokens_in),
      parse(parse_in),
      gazetteer(gazetteer_in),
      topic(topic_of(document_in, gazetteer_in)),
      recognised_(recognised) {
  sentence_of_.resize(size());
  shapes_.resize(size());
  for (Index i = 0; i < size(); ++i) shapes_[i] = shape_of(word(i));
  for (Index s = 0; s < tokens.sentences.size(); ++s) {
    const Sentence& sentence = tokens.sentences[s];
    Index lower = 0;
    for (Index i = sentence.first; i < sentence.last; ++i) {
      sentence_of_[i] = s;
      lower += shapes_[i] == Shape::lower && word(i).size() > 3 ? 1 : 0;
    }
    headlines_.push_back(lower == 0);
  }
  find_children();
  find_years();
}

void Reading::find_children() {
  child_begin_.assign(size() + 1, 0);
  for (Index i = 0; i < size(); ++i)
    if (parse.heads[i] < size()) ++child_begin_[parse.heads[i] + 1];
  for (Index i = 0; i < size(); ++i) child_begin_[i + 1] += child_begin_[i];
  children_.resize(child_begin_.back());
  std::vector<Index> next(child_begin_.begin(), child_begin_.end() - 1);
  for (Index i = 0; i < size(); ++i)
    if (parse.heads[i] < size()) children_[next[parse.heads[i]]++] = i;
}

void Reading::find_years() {
  document_year_ = std::atoi(document.date.c_str());
  for (Index i = 0; i < size(); ++i) {
    const std::string_view text = word(i);
    if (text.size() != 4 || !std::all_of(text.begin(), text.end(), is_digit)) continue;
    const int year = std::atoi(std::string(text).c_str());
    if (year >= 1500 && year <= 2100) years_.push_back({i, year});
  }
}

std::string_view Reading::text(Index first, Index last) const {
  const std::uint32_t begin = tokens.spans[first].begin;
  return std::string_view(document.text).substr(begin, tokens.spans[last - 1].end - begin);
}

std::span<const Index> Reading::children(Index token) const {
  return {children_.data() + child_begin_[token], children_.data() + child_begin_[token + 1]};
}

std::string Reading::phrase(Index first, Index last) const {
  std::string out;
  for (Index i = first; i < last; ++i) {
    if (word(i) == "-") continue;
    if (!out.empty()) out.push_back(' ');
    out += ascii_lower(word(i));
  }
  std::replace(out.begin(), out.end(), '-', ' ');
  return out;
}

Index Reading::recognised_end(Index token) const {
  const auto begin = static_cast<unsigned>(recognised(token));
  if (begin % 2 == 0) return token;
  Index end = token + 1;
  while (end < size() && static_cast<unsigned>(recognised(end)) == begin + 1) ++end;
  return end;
}

Index Reading::head_of(Index first, Index last) const {
  Index best = kNone;
  for (Index i = first; i < last; ++i) {
    const bool outside = parse.heads[i] < first || parse.heads[i] >= last;
    if (!outside || upos(i) == Upos::PUNCT || label(i) == Dep::case_ || label(i) == Dep::det) continue;
    const bool better = best == kNone || (label(best) == Dep::compound || label(best) == Dep::amod ||
                                          label(best) == Dep::nmod_desc || label(best) == Dep::nummod);
    if (better) best = i;
  }
  return best == kNone ? last - 1 : best;
}

std::string Reading::preposition(Index token) const {
  std::string found;
  for (const Index child : children(token)) {
    if (label(child) == Dep::case_ && word(child).front() != '\'') return ascii_lower(word(child));
  }
  return found;
}

int Reading::year_at(Index token) const {
  if (document_year_ != 0) return document_year_;
  const auto next = std::lower_bound(years_.begin(), years_.end(), token,
                                     [](const Year& year, Index value) { return year.token < value; });
  if (next == years_.end()) return years_.empty() ? 0 : years_.back().year;
  if (next == years_.begin()) return next->year;
  const Year& before = *(next - 1);
  return next->token - token < (token - before.token) / 2 ? next->year : before.year;
}

Draft make_draft(const Reading& reading, Index first, Index last) {
  Draft draft;
  draft.mention.first = first;
  draft.mention.last = last;
  draft.mention.head = reading.head_of(first, last);
  draft.mention.span = {reading.tokens.spans[first].begin, reading.tokens.spans[last - 1].end};
  draft.name_first = first;
  draft.name_last = last;
  return draft;
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Spans are in order on both sides, so one walk over both finds the equal ones. Where a multiword token is
// met, all words that it overlaps, directly or through others, are aligned at once by their forms.
#include "nlp/evaluate_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/vocabulary.hpp"

namespace entente::nlp {
namespace {

using Word = Division::Word;

constexpr std::size_t kLargestTable = 1U << 20U;  // cells; no multiword token of a language comes near

std::size_t equal_spans(const std::vector<Span>& gold, const std::vector<Span>& predicted) {
  std::size_t right = 0;
  for (std::size_t g = 0, p = 0; g < gold.size() && p < predicted.size();) {
    right += gold[g] == predicted[p] ? 1 : 0;
    const Index end = std::min(gold[g].end, predicted[p].end);
    g += gold[g].end == end ? 1 : 0;
    p += p < predicted.size() && predicted[p].end == end ? 1 : 0;
  }
  return right;
}

/// The length of the longest common subsequence of forms; of giants, how many agree place by place.
std::size_t common_forms(const Word* gold, std::size_t gold_count, const Word* other, std::size_t count) {
  if (gold_count * count > kLargestTable) {
    std::size_t same = 0;
    for (std::size_t i = 0; i < std::min(gold_count, count); ++i) same += gold[i].form == other[i].form;
    return same;
  }
  std::vector<std::size_t> row(count + 1, 0);
  for (std::size_t g = 0; g < gold_count; ++g) {
    std::size_t diagonal = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t above = row[i + 1];
      row[i + 1] = gold[g].form == other[i].form ? diagonal + 1 : std::max(above, row[i]);
      diagonal = above;
    }
  }
  return row[count];
}

/// Walks both lists of words.
class WordAligner {
 public:
  WordAligner(const std::vector<Word>& gold, const std::vector<Word>& other) : gold_(gold), other_(other) {}

  std::size_t right() {
    std::size_t right = 0;
    while (g_ < gold_.size() && o_ < other_.size()) {
      if (gold_[g_].multiword || other_[o_].multiword)
        right += align_region();
      else
        right += align_plain();
    }
    return right;
  }

 private:
  std::size_t align_plain() {
    const Span gold = gold_[g_].span;
    const Span other = other_[o_].span;
    if (gold == other) {
      ++g_, ++o_;
      return 1;
    }
    gold.begin <= other.begin ? ++g_ : ++o_;
    return 0;
  }

  std::size_t align_region() {
    Index end = 0;
    if (gold_[g_].multiword) end = gold_[g_].span.end;
    if (other_[o_].multiword) end = std::max(end, other_[o_].span.end);
    if (!gold_[g_].multiword && gold_[g_].span.end <= other_[o_].span.begin) return ++g_, 0;
    if (!other_[o_].multiword && other_[o_].span.end <= gold_[g_].span.begin) return ++o_, 0;
    const std::size_t gold_begin = g_;
    const std::size_t other_begin = o_;
    while (true) {
      if (g_ < gold_.size() && gold_[g_].span.begin < end)
        end = extended(gold_[g_++], end);
      else if (o_ < other_.size() && other_[o_].span.begin < end)
        end = extended(other_[o_++], end);
      else
        break;
    }
    return common_forms(gold_.data() + gold_begin, g_ - gold_begin, other_.data() + other_begin,
                        o_ - other_begin);
  }

  static Index extended(const Word& word, Index end) {
    return word.multiword ? std::max(end, word.span.end) : end;
  }

  const std::vector<Word>& gold_;
  const std::vector<Word>& other_;
  std::size_t g_ = 0;
  std::size_t o_ = 0;
};

/// Counts the bytes of a text that are not white space.
class SolidBytes {
 public:
  explicit SolidBytes(std::string_view text) : text_(text) {}

  /// The count before byte `at`. REQUIRES: calls in rising order.
  Index before(Index at) {
    while (at_ < at) {
      const CodePoint point = decode(text_, at_);
      const bool space = point.valid && is_space(point.value);
      count_ += space ? 0 : static_cast<Index>(point.size);
      at_ += static_cast<Index>(point.size);
    }
    return count_;
  }

 private:
  std::string_view text_;
  Index at_ = 0;
  Index count_ = 0;
};

bool starts_like_clitic(std::string_view word) {
  for (const std::string_view mark : {"'", "\u2019"})
    if (word.starts_with(mark))
      return word.size() > mark.size() && is_letter(decode(word, mark.size()).value);
  return is_letter(decode(word, 0).value);
}

/// Whether a token and the next one, which it touches, make one multiword token.
bool joins(std::string_view word, std::string_view next) {
  if (!is_letter(decode_before(word, word.size()).value) || !starts_like_clitic(next)) return false;
  return !is_letter(decode(next, 0).value) || next == "n't" || next == "N'T" || next == "n\u2019t" ||
         contraction(std::string(word).append(next)) == word.size();
}

}  // namespace

Division division_of(std::string_view text, const Tokens& tokens) {
  Division division;
  SolidBytes solid(text);
  for (const Sentence& sentence : tokens.sentences) {
    const Index begin = solid.before(sentence.span.begin);
    for (Index first = sentence.first; first < sentence.last;) {
      Index last = first + 1;
      while (last < sentence.last && tokens.spans[last].begin == tokens.spans[last - 1].end &&
             joins(tokens.word(text, last - 1), tokens.word(text, last)))
        ++last;
      const Index from = solid.before(tokens.spans[first].begin);
      const Span span{from, solid.before(tokens.spans[last - 1].end)};
      division.tokens.push_back(span);
      for (Index i = first; i < last; ++i)
        division.words.push_back({span, lower_case(tokens.word(text, i)), last - first > 1});
      first = last;
    }
    division.sentences.push_back({begin, solid.before(sentence.span.end)});
  }
  return division;
}

TextScores compare(const Division& gold, const Division& predicted) {
  TextScores scores;
  scores.tokens = {equal_spans(gold.tokens, predicted.tokens), gold.tokens.size(), predicted.tokens.size()};
  scores.sentences = {equal_spans(gold.sentences, predicted.sentences), gold.sentences.size(),
                      predicted.sentences.size()};
  scores.words = {WordAligner(gold.words, predicted.words).right(), gold.words.size(),
                  predicted.words.size()};
  return scores;
}

}  // namespace entente::nlp

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Rules over tokens: a mark that can end a sentence, what closes behind it, and whether what follows can
// start one. Where they see no end, a judge may (gaps.hpp). A sentence is at most kMaxSentenceTokens long, so
// every look-ahead is bounded and time is linear.
#include "text/sentences.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/segment.hpp"
#include "text/vocabulary.hpp"

namespace entente {
namespace {

constexpr std::size_t kLongSentence = 60;       // tokens; longer ones are divided at semicolons
constexpr std::size_t kShortestStatement = 10;  // tokens on each side of such a semicolon

class Splitter {
 public:
  Splitter(std::string_view text, std::span<const Piece> pieces, SentenceSoFar start, GapJudge* judge)
      : text_(text), pieces_(pieces), start_(start), judge_(judge) {}

  std::size_t first_sentence() const {
    const std::size_t whole = by_marks();
    return whole > kLongSentence ? at_semicolon(whole) : whole;
  }

 private:
  /// What the marks say, cut when it is longer than a sentence may be.
  std::size_t by_marks() const {
    const std::size_t limit = std::min(pieces_.size(), kMaxSentenceTokens);
    SentenceSoFar so_far = start_;
    for (std::size_t i = 0; i < limit;) {
      if (i + 1 == pieces_.size() || pieces_[i + 1].before >= Gap::line || beside_rule(i)) return i + 1;
      const std::size_t last = ends(i) ? closing(i) : i;
      if (last + 1 >= limit) break;
      if (ends(i) && (pieces_[last + 1].before >= Gap::line || divides(i, last))) return last + 1;
      if (judge_ != nullptr)
        for (std::size_t k = i; k <= last; ++k) so_far.add(text_, pieces_[k]);
      if (!ends(i) && judged_end(i, so_far)) return i + 1;
      i = last + 1;
    }
    return pieces_.size() <= kMaxSentenceTokens ? pieces_.size() : longest_cut();
  }

  /// Whether a sentence ends after `i`, where no mark is.
  bool judged_end(std::size_t i, const SentenceSoFar& so_far) const {
    return judge_ != nullptr && may_end(text_, pieces_, i, so_far) &&
           judge_->ends(pieces_[i].span.end, gap_features(text_, pieces_, i, so_far));
  }

  /// Official prose strings whole statements together with semicolons: the first one alone, when it is a
  /// statement and not inside brackets; else all `count`.
  std::size_t at_semicolon(std::size_t count) const {
    std::size_t depth = 0;
    for (std::size_t i = 0; i + kShortestStatement < count; ++i) {
      if (word(i) == "(" || word(i) == "[") ++depth;
      if ((word(i) == ")" || word(i) == "]") && depth > 0) --depth;
      if (depth == 0 && i + 1 >= kShortestStatement && word(i) == ";") return i + 1;
    }
    return count;
  }

  std::string_view word(std::size_t i) const {
    return text_.substr(pieces_[i].span.begin, pieces_[i].span.size());
  }
  bool is(std::size_t i, PieceKind kind) const { return i < pieces_.size() && pieces_[i].kind == kind; }
  char32_t first_character(std::size_t i) const { return decode(text_, pieces_[i].span.begin).value; }

  bool ends(std::size_t i) const {
    const PieceKind kind = pieces_[i].kind;
    return kind == PieceKind::terminal || kind == PieceKind::ellipsis || kind == PieceKind::abbreviation;
  }

  /// Whether the token after `i`, or `i` itself, is a drawn line that stands alone.
  bool beside_rule(std::size_t i) const {
    return pieces_[i + 1].before != Gap::none && (is(i, PieceKind::rule) || is(i + 1, PieceKind::rule));
  }

  /// The last of the tokens that belong to the end at `i`: more marks, closing quotes and brackets, notes.
  std::size_t closing(std::size_t i) const {
    std::size_t last = i;
    while (last + 1 < pieces_.size() && pieces_[last + 1].before <= Gap::space) {
      const std::size_t note = note_end(last + 1);
      if (!continues_end(last + 1) && note == 0) break;
      last = std::max(last + 1, note);
    }
    return last;
  }

  bool continues_end(std::size_t i) const {
    if (is(i, PieceKind::terminal) || is(i, PieceKind::face) || lone_close(i)) return true;
    return pieces_[i].before == Gap::none && (is(i, PieceKind::close) || is(i, PieceKind::ellipsis));
  }

  /// The closing bracket of "[17]" or "[citation needed]" that opens at `i`, or 0.
  std::size_t note_end(std::size_t i) const {
    if (word(i) != "[" || i + 2 >= pieces_.size()) return 0;
    if (!is(i + 1, PieceKind::number) && !is_lower(first_character(i + 1))) return 0;
    for (std::size_t k = i + 2; k < std::min(i + 5, pieces_.size()); ++k)
      if (word(k) == "]") return k;
    return 0;
  }

  /// A straight quote with white space on both sides closes when another one is open before it.
  bool lone_close(std::size_t i) const {
    if (pieces_[i].kind != PieceKind::quote || pieces_[i].before != Gap::space) return false;
    bool open = false;
    for (std::size_t k = i; k-- > 0;)
      if (word(k) == word(i)) open = !open;
    return open;
  }

  /// Whether a sentence starts after `last`, the end mark being at `i`.
  bool divides(std::size_t i, std::size_t last) const {
    const std::size_t next = last + 1;
    if (is(i, PieceKind::abbreviation)) return abbreviation_ends(i, next);
    const bool closed = last > i && is(last, PieceKind::close);
    if (pieces_[next].before == Gap::none) return glued_start(i, next);
    std::size_t start = next;
    while (start + 1 < pieces_.size() && (is(start, PieceKind::open) || is(start, PieceKind::quote))) ++start;
    const char32_t first = first_character(start);
    if (is_lower(first)) return lower_start(i, start, closed);
    if (is(i, PieceKind::ellipsis)) return is_upper(first) && ellipsis_ends(i, start);
    if (is(start, PieceKind::dash)) return !closed;
    if (word(start) == "," || word(start) == ";" || word(start) == ":") return false;
    if (word(i) != "." && word(next) == "(" && is(start, PieceKind::number))
      return false;  // Viva Maria! (1965)
    if (i > 0 && list_number(i - 1)) return false;
    return !(closed && word(i) != "." && attribution(start));
  }

  /// After a mark without white space: "it.The", "。", but not "example.com".
  bool glued_start(std::size_t i, std::size_t next) const {
    if (!is(i, PieceKind::terminal)) return false;
    if (is(next, PieceKind::open) || first_character(i) >= 0x80) return true;
    if (!is(next, PieceKind::word) && !is(next, PieceKind::abbreviation)) return false;
    if (i == 0 || !is_upper(first_character(next))) return false;
    if (is(i - 1, PieceKind::close) || starts_sentences(word(next))) return true;
    return pieces_[i - 1].span.size() > 1 && is_lower(first_character(i - 1));
  }

  /// After a mark and before a word in lower case at `start`.
  bool lower_start(std::size_t i, std::size_t start, bool closed) const {
    if (!is(i, PieceKind::terminal) || closed || (i > 0 && list_number(i - 1))) return false;
    return word(i) == "." || (word(start) != "and" && word(start) != "or");  // Yahoo! and Google
  }

  bool ellipsis_ends(std::size_t i, std::size_t start) const {
    if (word(start) == "I") return false;
    return pieces_[i].before == Gap::none || starts_sentences(word(start));
  }

  /// "1." and "b." at the start of the sentence number a list.
  bool list_number(std::size_t i) const {
    return i == 0 && (is(i, PieceKind::number) || pieces_[i].span.size() == 1);
  }

  /// "... ?” Mr. Putin said" goes on.
  bool attribution(std::size_t start) const {
    for (std::size_t i = start; i < std::min(start + 5, pieces_.size()); ++i) {
      if (is_saying(word(i))) return i > start || is_lower(first_character(i));
      if (!is(i, PieceKind::word) && !is(i, PieceKind::abbreviation)) return false;
    }
    return false;
  }

  bool abbreviation_ends(std::size_t i, std::size_t next) const {
    if (pieces_[next].before == Gap::none) return false;
    const std::string_view full = word(i);
    std::size_t start = next;
    while (start + 1 < pieces_.size() && (is(start, PieceKind::open) || is(start, PieceKind::quote))) ++start;
    const bool upper = is_upper(first_character(start));
    switch (abbreviation(full.substr(0, full.size() - 1))) {
      case Abbreviation::none:
      case Abbreviation::title:
        return false;
      case Abbreviation::numeric:
        return !is(next, PieceKind::number) && !is(next, PieceKind::open) && upper;
      case Abbreviation::dated:
        return upper && starts_sentences(word(start));
      case Abbreviation::initial:
        return upper && starts_sentences(word(start)) && word(start) != "A" && word(start) != "I";
      case Abbreviation::final:
        return upper && (starts_sentences(word(start)) || full == "etc." || full == "al.");
    }
    return false;
  }

  /// Where to cut what is too long: after the last semicolon, else comma, of the second half, else at the
  /// limit.
  std::size_t longest_cut() const {
    for (const std::string_view mark : {";", ","})
      for (std::size_t i = kMaxSentenceTokens; i > kMaxSentenceTokens / 2; --i)
        if (word(i - 1) == mark) return i;
    return kMaxSentenceTokens;
  }

  std::string_view text_;
  std::span<const Piece> pieces_;
  SentenceSoFar start_;
  GapJudge* judge_;
};

}  // namespace

std::size_t first_sentence(std::string_view text, std::span<const Piece> pieces, SentenceSoFar start,
                           GapJudge* judge) {
  return Splitter(text, pieces, start, judge).first_sentence();
}

bool ends_with_mark(std::span<const Piece> sentence) {
  for (std::size_t i = sentence.size(); i-- > 0;) {
    const PieceKind kind = sentence[i].kind;
    if (kind == PieceKind::terminal || kind == PieceKind::ellipsis || kind == PieceKind::abbreviation)
      return true;
    if (kind != PieceKind::close && kind != PieceKind::quote && kind != PieceKind::face) return false;
  }
  return false;
}

}  // namespace entente

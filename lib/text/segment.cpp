// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Walks the text block by block (what blank lines divide), decides which line ends divide too, and hands the
// tokens of a block to the sentence rules. Tokens wait in a buffer of bounded size, whatever the length of a
// block.
#include "text/segment.hpp"

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "text/chunk.hpp"
#include "text/sentences.hpp"
#include "text/tokenize.hpp"
#include "text/vocabulary.hpp"

namespace entente {
namespace {

constexpr std::size_t kBufferedPieces = 1U << 14U;  // many times the longest sentence
constexpr std::size_t kLookAhead = 16;              // tokens behind a sentence that its rules may want to see
constexpr std::size_t kNarrow = 40;                 // lines of blocks below this width are entries of a list

class Segmenter {
 public:
  Segmenter(std::string_view text, GapJudge* judge) : text_(text), judge_(judge) {
    tokens_.spans.reserve(text.size() / 5);
    tokens_.sentences.reserve(text.size() / 100);
  }

  Tokens run() {
    std::size_t at = 0;
    while (true) {
      const std::size_t from = at;
      at = skip_space(at);
      if (at == text_.size()) break;
      const Gap gap = gap_between(from, at);
      if (gap == Gap::paragraph) {
        flush(0);
        measure_block(at);
      }
      if (gap >= Gap::line) line_begin_ = at;
      const Chunk chunk = chunk_at(text_, at);
      tokenize(text_, chunk, gap, pieces_);
      if (pieces_.size() - done_ > kBufferedPieces) flush(kMaxSentenceTokens + kLookAhead);
      at = chunk.span.end;
    }
    flush(0);
    return std::move(tokens_);
  }

 private:
  std::size_t skip_space(std::size_t at) {
    newlines_ = 0;
    while (at < text_.size()) {
      const std::size_t size = space_size(text_, at);
      if (size == 0) break;
      if (text_[at] == '\n') ++newlines_;
      at += size;
    }
    return at;
  }

  std::size_t chunk_end(std::size_t at) const { return chunk_at(text_, at).span.end; }

  Gap gap_between(std::size_t from, std::size_t to) const {
    if (from == 0 || newlines_ > 1) return Gap::paragraph;
    if (newlines_ == 0) return to == from ? Gap::none : Gap::space;
    return line_divides(from, to) ? Gap::line : Gap::space;
  }

  /// The width of the widest line of the block that starts at `at`.
  void measure_block(std::size_t at) {
    width_ = 0;
    while (at < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      const std::string_view line = text_.substr(at, end - at);
      if (line.find_first_not_of(" \t") == std::string_view::npos) return;
      width_ = std::max(width_, line.size());
      at = end + 1;
    }
  }

  /// Whether the line end between two words was made by the writer: the next word would have fitted.
  bool line_divides(std::size_t from, std::size_t to) const {
    if (starts_item(to)) return true;
    const CodePoint next = decode(text_, to);
    if (is_lower(next.value)) return false;
    if (width_ < kNarrow) return true;
    const std::size_t line = from - line_begin_;
    return (line + 1 + chunk_end(to) - to) * 100 <= width_ * 85;
  }

  /// "- ", "* ", "• ", "1. ", "(a) ".
  bool starts_item(std::size_t at) const {
    const std::size_t end = chunk_end(at);
    const std::string_view mark = text_.substr(at, std::min<std::size_t>(end - at, 5));
    if (end - at > 5 || end >= text_.size() || text_[end] == '\n') return false;
    if (mark == "-" || mark == "*" || mark == "+" || mark == "–" || mark == "—" || mark == "•" ||
        mark == "◦" || mark == "▪" || mark == "●" || mark == "·" || mark == "--" || mark == "o")
      return true;
    const char last = mark.back();
    if (last != '.' && last != ')') return false;
    const std::string_view inner =
        mark.substr(mark[0] == '(' ? 1 : 0, mark.size() - 1 - (mark[0] == '(' ? 1 : 0));
    if (inner.empty()) return false;
    const bool digits = std::all_of(inner.begin(), inner.end(), [](char c) { return c >= '0' && c <= '9'; });
    return (digits && inner.size() <= 2) ||
           (inner.size() == 1 && last == ')' && is_letter(decode(inner, 0).value));
  }

  /// Turns the buffered pieces but for about the last `keep` into sentences.
  void flush(std::size_t keep) {
    while (pieces_.size() - done_ > keep) {
      const std::span<const Piece> waiting(pieces_.data() + done_, pieces_.size() - done_);
      before_.block_start = waiting.front().before == Gap::paragraph;
      const std::size_t count = first_sentence(text_, waiting, before_, judge_);
      before_.after_unmarked = !ends_with_mark(waiting.first(count));
      add_sentence(waiting.first(count));
      done_ += count;
    }
    pieces_.erase(pieces_.begin(), pieces_.begin() + static_cast<std::ptrdiff_t>(done_));
    done_ = 0;
  }

  void add_sentence(std::span<const Piece> pieces) {
    const Index first = tokens_.size();
    for (const Piece& piece : pieces) tokens_.spans.push_back(piece.span);
    divide_last_stop(pieces);
    tokens_.sentences.push_back({first, tokens_.size(), {pieces.front().span.begin, pieces.back().span.end}});
  }

  /// At the end of a sentence the stop of an abbreviation is a token of its own ("etc", "."); what has stops
  /// inside (U.S.) stays whole.
  void divide_last_stop(std::span<const Piece> pieces) {
    const Piece& last = pieces.back();
    const std::string_view word = text_.substr(last.span.begin, last.span.size() - 1);
    if (last.kind != PieceKind::abbreviation || word.find('.') != std::string_view::npos ||
        pieces.size() == kMaxSentenceTokens)
      return;
    --tokens_.spans.back().end;
    tokens_.spans.push_back({last.span.end - 1, last.span.end});
  }

  std::string_view text_;
  GapJudge* judge_;
  SentenceSoFar before_;
  Tokens tokens_;
  std::vector<Piece> pieces_;
  std::size_t done_ = 0;
  std::size_t newlines_ = 0;
  std::size_t width_ = 0;
  std::size_t line_begin_ = 0;
};

/// Asks a model.
class ModelJudge final : public GapJudge {
 public:
  explicit ModelJudge(const BoundaryModel& model) : model_(model) {}
  bool ends(std::size_t, const GapFeatures& features) override { return model_.score(features) > 0; }

 private:
  const BoundaryModel& model_;
};

}  // namespace

Tokens segment(std::string_view text) {
  return Segmenter(text, nullptr).run();
}

Tokens segment(std::string_view text, const BoundaryModel& model) {
  if (model.empty()) return segment(text);
  ModelJudge judge(model);
  return Segmenter(text, &judge).run();
}

Tokens segment(std::string_view text, GapJudge& judge) {
  return Segmenter(text, &judge).run();
}

}  // namespace entente

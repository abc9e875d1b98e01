// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A hand-written scanner: it walks a run of bytes without white space from left to right and cuts tokens as
// the English treebanks of Universal Dependencies do (guidelines: Bies et al., English Web Treebank, 2012;
// measured on EWT and GUM train). Each step takes at least one byte and looks a bounded distance ahead, so
// time is linear. Most chunks are plain words, with or without a mark behind; those take a short way.
#include "text/tokenize.hpp"

#include "text/scanner.hpp"
#include "text/vocabulary.hpp"

namespace entente {

void Scanner::run() {
  for (std::size_t i = begin_; i < end_;) i = step(i);
}

std::size_t Scanner::step(std::size_t i) {
  const char c = text_[i];
  const bool maybe_address = (contents_ & (kHasStop | kHasWeb)) != 0;
  if (maybe_address && (is_ascii_letter(c) || is_ascii_digit(c) || c == '.') && address(i))
    return emit(i, address_end_, PieceKind::word);
  if (is_ascii_letter(c)) return letters(i, i);
  if (is_ascii_digit(c)) return number(i);
  if (word_char(i) > 0) return letters(i, i);
  if ((c == '.' || c == '+') && digit(i + 1) && i == begin_) return number(i);
  if ((c == '#' || c == '@') && is_ascii_letter(at(i + 1)) && i == begin_) return letters(i, i + 1);
  return static_cast<unsigned char>(c) >= 0x80 ? wide_mark(i) : mark(i);
}

namespace {

/// The mark behind a plain word that needs no thought.
PieceKind simple_mark(char c) {
  return c == ')' || c == ']' ? PieceKind::close : PieceKind::other;
}
bool is_simple_mark(char c) {
  return c == ',' || c == ';' || c == ':' || c == ')' || c == ']';
}

/// Words of letters alone, perhaps with one comma or the like behind; false when the chunk is not so simple.
bool tokenize_plain(std::string_view text, Chunk chunk, Gap before, std::vector<Piece>& out) {
  std::size_t end = chunk.span.end;
  const char last = text[end - 1];
  if (chunk.contents == (kHasLetter | kHasMark) && is_simple_mark(last) && chunk.span.size() > 1)
    --end;
  else if (chunk.contents != kHasLetter)
    return false;
  if (end != chunk.span.end)
    for (std::size_t i = chunk.span.begin; i < end; ++i)
      if (byte_bits(text, i) != kHasLetter) return false;
  const auto begin = static_cast<std::size_t>(chunk.span.begin);
  if (contraction(text.substr(begin, end - begin)) > 0) return false;
  out.push_back({{chunk.span.begin, static_cast<Index>(end)}, PieceKind::word, before});
  if (end != chunk.span.end)
    out.push_back({{static_cast<Index>(end), chunk.span.end}, simple_mark(last), Gap::none});
  return true;
}

}  // namespace

void tokenize(std::string_view text, Chunk chunk, Gap before, std::vector<Piece>& out) {
  if (!tokenize_plain(text, chunk, before, out)) Scanner(text, chunk, before, out).run();
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Marks: each is a token, but for runs of the same one, ends of sentences, smileys and quotes of two
// characters.
#include <array>

#include "text/scanner.hpp"

namespace entente {
namespace {

constexpr std::size_t kRule = 4;  // as many equal marks draw a line

/// What a mark is by itself.
PieceKind kind_of(char c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
      return PieceKind::terminal;
    case '(':
    case '[':
    case '{':
      return PieceKind::open;
    case ')':
    case ']':
    case '}':
      return PieceKind::close;
    case '-':
      return PieceKind::dash;
    case '*':
      return PieceKind::bullet;
    default:
      return PieceKind::other;
  }
}

bool is_end_mark(char c) {
  return c == '.' || c == '!' || c == '?';
}
bool runs_together(char c) {
  return std::string_view("-*=_~#<>+|").find(c) != std::string_view::npos;
}

PieceKind wide_kind(char32_t point) {
  switch (point) {
    case 0x2018:  // ‘
    case 0x201A:
    case 0x201C:  // “
    case 0x201E:
    case 0xAB:  // «
      return PieceKind::open;
    case 0x2019:  // ’
    case 0x201D:  // ”
    case 0xBB:    // »
      return PieceKind::close;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:  // –
    case 0x2014:  // —
    case 0x2015:
      return PieceKind::dash;
    case 0x2026:  // …
      return PieceKind::ellipsis;
    case 0x2022:  // •
    case 0x2023:
    case 0x2043:
    case 0x25AA:
    case 0x25CF:
    case 0x25E6:
      return PieceKind::bullet;
    case 0x3002:  // 。
    case 0x0964:  // ।
    case 0x061F:  // ؟
    case 0x06D4:
    case 0xFF01:
    case 0xFF1F:
      return PieceKind::terminal;
    default:
      return PieceKind::other;
  }
}

}  // namespace

std::size_t Scanner::same(std::size_t i) const {
  std::size_t stop = i + 1;
  while (stop < end_ && text_[stop] == text_[i]) ++stop;
  return stop;
}

/// Bytes of a smiley that stands alone at `i`, 0 when there is none.
std::size_t Scanner::emoticon(std::size_t i) const {
  constexpr std::array<std::string_view, 15> kFaces = {":-)", ":-(", ";-)", "^_^", ":)", ":(", ";)", ":D",
                                                       ":P",  ";P",  ":/",  "=)",  "=(", ":O", "<3"};
  if (i != begin_) return 0;
  for (const std::string_view face : kFaces)
    if (view(i, i + face.size()) == face && word_char(i + face.size()) == 0) return face.size();
  return 0;
}

/// The length of a word that lost its beginning to the apostrophe before `after`: 's, 'em, '90s; or 0.
std::size_t Scanner::short_form(std::size_t after) const {
  constexpr std::array<std::string_view, 11> kForms = {"s", "em", "n",   "re",   "ve", "ll",
                                                       "d", "m",  "tis", "twas", "til"};
  if (digit(after) && digit(after + 1) && !digit(after + 2)) {
    if (word_char(after + 2) == 0) return 2;
    return at(after + 2) == 's' && word_char(after + 3) == 0 ? 3 : 0;
  }
  for (const std::string_view form : kForms)
    if (view(after, after + form.size()) == form && word_char(after + form.size()) == 0) return form.size();
  return 0;
}

/// ' or ’ that is in no word.
std::size_t Scanner::single_quote(std::size_t i) {
  const std::size_t size = apostrophe(i);
  const std::size_t form = i == begin_ ? short_form(i + size) : 0;
  if (form > 0) return emit(i, i + size + form, digit(i + size) ? PieceKind::number : PieceKind::word);
  if (size == 1) return quote_mark(i);
  const std::size_t twin = apostrophe(i + size) == size ? size : 0;
  return emit(i, i + size + twin, PieceKind::close);
}

/// A straight quote, single or double.
std::size_t Scanner::quote_mark(std::size_t i) {
  std::size_t stop = i + 1;
  if (at(stop) == text_[i] && text_[i] != '"') ++stop;  // '' and `` are one quote
  const bool after_opening =
      i > begin_ && (out_.back().kind == PieceKind::open || out_.back().kind == PieceKind::dash);
  const bool opens = i == begin_ || after_opening;
  const bool closes = stop == end_ || !opens;
  return emit(i, stop, opens && closes ? PieceKind::quote : opens ? PieceKind::open : PieceKind::close);
}

std::size_t Scanner::mark(std::size_t i) {
  if (const std::size_t size = emoticon(i); size > 0) return emit(i, i + size, PieceKind::face);
  const char c = text_[i];
  if (c == '\'' || c == '`') return single_quote(i);
  if (c == '"') return quote_mark(i);
  if (c == '[' && view(i, i + 5) == "[...]") return emit(i, i + 5, PieceKind::other);
  if (is_end_mark(c)) {
    std::size_t stop = i + 1;
    while (stop < end_ && is_end_mark(text_[stop])) ++stop;
    const bool dots = stop - i > 1 && view(i, stop).find_first_not_of('.') == std::string_view::npos;
    return emit(i, stop, dots ? PieceKind::ellipsis : PieceKind::terminal);
  }
  const std::size_t stop = runs_together(c) ? same(i) : i + 1;
  return emit(i, stop, stop - i >= kRule ? PieceKind::rule : kind_of(c));
}

/// A mark that is not ASCII.
std::size_t Scanner::wide_mark(std::size_t i) {
  const CodePoint point = decode(text_, i);
  if (point.value == 0x2019) return single_quote(i);
  const PieceKind kind = wide_kind(point.value);
  std::size_t stop = i + point.size;
  if (point.value == 0x2018 && apostrophe(stop) == 3) stop += 3;  // ‘’ as a double quote
  if (kind == PieceKind::dash || kind == PieceKind::ellipsis) {
    while (stop < end_ && decode(text_, stop).value == point.value) stop += point.size;
    while (kind == PieceKind::ellipsis && at(stop) == '.') ++stop;
  }
  return emit(i, stop, kind);
}

}  // namespace entente

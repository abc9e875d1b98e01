// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Features of a gap: words and shapes around it, how long the sentence is and what it holds, whether the one
// before ended without a mark (such ends come in groups), and what ends first behind the gap. A change here
// makes every model useless: raise the version in boundary_model.cpp with it.
#include "text/gaps.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/vocabulary.hpp"

namespace entente {
namespace {

constexpr std::size_t kWordBytes = 16;  // of a word that are looked at
constexpr std::size_t kOutlook = 12;    // tokens

bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

std::uint32_t mix(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t hash = (a ^ (b + 0x9E3779B9U + (a << 6U) + (a >> 2U))) * 0x85EBCA6BU;
  return hash ^ (hash >> 15U);
}

/// 1, 2, 3, 4, 5, -8, -12, -20, -35, more.
std::uint32_t bucket(std::size_t length) {
  if (length <= 5) return static_cast<std::uint32_t>(length);
  return length <= 8 ? 6 : length <= 12 ? 7 : length <= 20 ? 8 : length <= 35 ? 9 : 10;
}

enum class Shape : std::uint8_t {
  none,
  lower,
  title,
  capital,
  capitals,
  mixed,
  year,
  digits,
  number,
  address,
  mark,              ///< and the kind of the mark
  abbreviation = 32  ///< and the shape of its letters
};

std::uint32_t plus(Shape shape, std::uint32_t more) {
  return static_cast<std::uint32_t>(shape) + more;
}

Shape number_shape(std::string_view word) {
  if (!std::all_of(word.begin(), word.end(), is_ascii_digit)) return Shape::number;
  return word.size() == 4 ? Shape::year : Shape::digits;
}

Shape word_shape(std::string_view word) {
  word = word.substr(0, 4 * kWordBytes);
  std::size_t lower = 0;
  std::size_t upper = 0;
  bool stop = false;
  for (const char c : word) {
    lower += is_ascii_lower(c) ? 1 : 0;
    upper += is_ascii_upper(c) ? 1 : 0;
    stop = stop || c == '.';
    if (c == '@' || c == '/' || c == '_') return Shape::address;
  }
  if (stop && lower > 2) return Shape::address;
  if (static_cast<unsigned char>(word[0]) >= 0x80)
    return is_upper(decode(word, 0).value) ? Shape::title : Shape::lower;
  if (upper == 0) return Shape::lower;
  if (upper == 1 && is_ascii_upper(word[0])) return lower == 0 ? Shape::capital : Shape::title;
  return lower == 0 ? Shape::capitals : Shape::mixed;
}

/// Pieces as the features see them; none past either end.
class View {
 public:
  View(std::string_view text, std::span<const Piece> pieces) : text_(text), pieces_(pieces) {}

  std::string_view word(std::size_t i) const {
    return i < pieces_.size() ? text_.substr(pieces_[i].span.begin, pieces_[i].span.size())
                              : std::string_view();
  }

  /// Of the word in lower case, with all digits alike.
  std::uint32_t hash(std::size_t i) const {
    std::uint32_t hash = 0x811C9DC5U;
    for (const char c : word(i).substr(0, kWordBytes)) {
      const char same = is_ascii_upper(c) ? static_cast<char>(c + 32) : is_ascii_digit(c) ? '0' : c;
      hash = (hash ^ static_cast<unsigned char>(same)) * 0x01000193U;
    }
    return hash;
  }

  std::uint32_t shape(std::size_t i) const {
    if (i >= pieces_.size()) return plus(Shape::none, 0);
    switch (pieces_[i].kind) {
      case PieceKind::number:
        return plus(number_shape(word(i)), 0);
      case PieceKind::word:
        return plus(word_shape(word(i)), 0);
      case PieceKind::abbreviation:
        return plus(Shape::abbreviation, plus(word_shape(word(i).substr(0, word(i).size() - 1)), 0));
      default:
        return plus(Shape::mark, static_cast<std::uint32_t>(pieces_[i].kind));
    }
  }

  /// What comes first behind the gap after `i`: an end mark, a colon or the end of the block; and how far.
  std::uint32_t outlook(std::size_t i) const {
    const std::size_t end = std::min(pieces_.size(), i + 1 + kOutlook);
    for (std::size_t k = i + 1; k < end; ++k) {
      const std::uint32_t distance = bucket(k - i);
      if (k > i + 1 && pieces_[k].before >= Gap::line) return 100 + distance;
      if (pieces_[k].kind == PieceKind::terminal) return 200 + distance;
      if (pieces_[k].kind == PieceKind::other && text_[pieces_[k].span.begin] == ':') return 300 + distance;
      if (k + 1 == pieces_.size()) return 100 + distance;
    }
    return 0;
  }

 private:
  std::string_view text_;
  std::span<const Piece> pieces_;
};

}  // namespace

void SentenceSoFar::add(std::string_view text, const Piece& piece) {
  const char c = text[piece.span.begin];
  const bool bracket = c == '(' || c == ')' || c == '[' || c == ']';
  if (piece.kind == PieceKind::word) {
    has_lower = has_lower || is_ascii_lower(c);
  } else if (piece.kind == PieceKind::other) {
    has_colon = has_colon || c == ':';
  } else if (piece.kind == PieceKind::open) {
    bracket ? brackets = static_cast<std::uint8_t>(std::min(brackets + 1, 3)) : in_quote = true;
  } else if (piece.kind == PieceKind::close) {
    bracket ? brackets = static_cast<std::uint8_t>(std::max(brackets - 1, 0)) : in_quote = false;
  } else if (piece.kind == PieceKind::quote) {
    in_quote = !in_quote;
  }
}

/// Not before a word in lower case, where ends are rare and mistakes costly; not behind the dash of a
/// dateline.
bool may_end(std::string_view text, std::span<const Piece> pieces, std::size_t i,
             const SentenceSoFar& so_far) {
  const Piece& next = pieces[i + 1];
  if (next.before != Gap::space) return false;
  if (pieces[i].kind == PieceKind::dash && so_far.block_start) return false;
  const char c = text[next.span.begin];
  return is_ascii_upper(c) || (!is_ascii_lower(c) && text[pieces[i].span.begin] != ',');
}

GapFeatures gap_features(std::string_view text, std::span<const Piece> pieces, std::size_t i,
                         const SentenceSoFar& so_far) {
  const View view(text, pieces);
  const std::uint32_t last = view.hash(i);
  const std::uint32_t next = view.hash(i + 1);
  const std::uint32_t before = i > 0 ? view.hash(i - 1) : view.hash(pieces.size());
  const std::uint32_t last_shape = view.shape(i);
  const std::uint32_t next_shape = view.shape(i + 1);
  const std::uint32_t first_shape = view.shape(0);
  const std::uint32_t shapes = mix(last_shape, next_shape);
  const std::uint32_t length = bucket(i + 1);
  const std::uint32_t place = (so_far.after_unmarked ? 1U : 0U) | (so_far.block_start ? 2U : 0U);
  const std::uint32_t inside = (so_far.has_lower ? 1U : 0U) | (so_far.has_colon ? 2U : 0U) |
                               (so_far.in_quote ? 4U : 0U) | (so_far.brackets > 0 ? 8U : 0U);
  const std::uint32_t starter = starts_sentences(view.word(i + 1)) ? 1U : 0U;
  const std::uint32_t again = (next == view.hash(0) ? 1U : 0U) | (next_shape == first_shape ? 2U : 0U) |
                              (next == last ? 4U : 0U) | (i > 0 && next == before ? 8U : 0U);
  GapFeatures features;
  std::uint32_t number = 0;
  const auto add = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c = 0) {
    features.add(mix(mix(mix(++number * 0x632BE5ABU, a), b), c));
  };
  add(last, 0);
  add(next, 0);
  add(last, next);
  add(before, last);
  add(before, shapes);
  add(view.hash(i + 2), shapes);
  add(view.shape(i + 2), shapes);
  add(first_shape, shapes, length);
  add(length, shapes, inside);
  add(length, shapes, place);
  add(inside, next, last_shape);
  add(inside, last, next_shape);
  add(view.outlook(i), next);
  add(starter, last);
  add(starter, mix(last_shape, length), place);
  add(again, shapes);
  add(again, next_shape, length);
  return features;
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Words: letters and what may join them, cut into stem and clitics at the end.
#include <array>

#include "text/scanner.hpp"
#include "text/vocabulary.hpp"

namespace entente {

std::size_t Scanner::word_char(std::size_t i) const {
  if (i >= end_) return 0;
  const std::uint8_t bits = byte_bits(text_, i);
  if ((bits & (kHasLetter | kHasDigit)) != 0) return 1;
  if (bits != kHasWide) return text_[i] == '_' && i > begin_ ? 1 : 0;
  const CodePoint point = decode(text_, i);
  if (!point.valid) return 1;
  const bool joiner = point.value == 0x200C || point.value == 0x200D || point.value == 0xB7;
  return joiner || is_letter(point.value) || is_digit(point.value) ? point.size : 0;
}

std::size_t Scanner::apostrophe(std::size_t i) const {
  if (at(i) == '\'' || at(i) == '`') return 1;
  return view(i, i + 3) == "\xE2\x80\x99" ? 3 : 0;  // ’
}

std::size_t Scanner::hyphen(std::size_t i) const {
  if (at(i) == '-') return 1;
  return at(i) == '\xE2' && (view(i, i + 3) == "\xE2\x80\x90" || view(i, i + 3) == "\xE2\x80\x91") ? 3 : 0;
}

/// A word that begins at `begin` and is known up to `i`.
std::size_t Scanner::letters(std::size_t begin, std::size_t i) {
  std::size_t segment = begin;
  while (i < end_) {
    if (const std::size_t size = word_char(i); size > 0) {
      i += size;
      continue;
    }
    const std::size_t next = joined(begin, segment, i);
    if (next == 0) break;
    i = segment = next;
  }
  return finish_word(begin, i);
}

/// When the mark at `i` joins two parts of one word: where the second part starts; else 0. The part before it
/// starts at `segment`, the word at `begin`.
std::size_t Scanner::joined(std::size_t begin, std::size_t segment, std::size_t i) const {
  if (const std::size_t size = apostrophe(i); size > 0) return word_char(i + size) > 0 ? i + size : 0;
  if (view(i, i + 3) == "\xE2\x80\x98") return word_char(i + 3) > 0 ? i + 3 : 0;  // Jama‘a
  if (const std::size_t size = hyphen(i); size > 0) return prefix_joins(begin, segment, i) ? i + size : 0;
  return joined_by_mark(begin, segment, i);
}

/// "re-elected", "mid-1980s"; but "post-2015" and "UN-related" are three tokens.
bool Scanner::prefix_joins(std::size_t begin, std::size_t segment, std::size_t i) const {
  const std::size_t next = i + hyphen(i);
  if (segment != begin || word_char(next) == 0 || !is_prefix(view(begin, i))) return false;
  if (begin > begin_ && hyphen(begin - 1) > 0) return false;  // the "e" of "Tehrik-e-Taliban"
  if (i - begin > 1 && is_ascii_upper(at(begin + 1))) return false;
  return !digit(next) || (at(begin) | 0x20) == 'm';
}

/// U.S.A, p.m, Ph.D, AT&T, w/o, I/C, Rice@ENRON.
std::size_t Scanner::joined_by_mark(std::size_t begin, std::size_t segment, std::size_t i) const {
  const std::size_t size = i - segment;
  const bool follows = word_char(i + 1) > 0;
  const bool lone_follows = follows && word_char(i + 2) == 0;
  bool joins = false;
  if (at(i) == '.') {
    const bool pair_follows = at(i + 3) == '.' && is_ascii_upper(at(i + 1));
    joins = is_ascii_letter(at(i + 1)) &&
            ((size == 1 && (lone_follows || pair_follows)) || view(segment, i) == "Ph");
  } else if (at(i) == '&') {
    joins =
        size <= 3 && is_ascii_letter(at(i + 1)) && (size > 1 || lone_follows || is_ascii_upper(at(i + 1)));
  } else if (at(i) == '/') {
    const bool letters =
        size == 1 && is_ascii_upper(at(segment)) && lone_follows && is_ascii_upper(at(i + 1));
    joins = letters || (segment == begin && view(segment, i) == "w" && at(i + 1) == 'o');
  } else if (at(i) == '@') {
    joins = follows;
  }
  return joins ? i + 1 : 0;
}

/// Whether the full stop at `end` belongs to the word before it.
bool Scanner::takes_stop(std::size_t begin, std::size_t end) const {
  if (at(end) != '.' || at(end + 1) == '.') return false;
  const std::string_view word = view(begin, end);
  if (abbreviation(word) == Abbreviation::none) return false;
  if (begin >= begin_ + 2 && view(begin - 2, begin) == "\xC2\xB0") return false;  // 30°C
  const bool glued = word_char(end + 1) > 0 && !digit(end + 1) && !is_ascii_upper(at(end + 1));
  return !glued || word.size() == 1 || word.find('.') != std::string_view::npos;
}

/// Emits the word [begin, end), its clitics and the full stop of an abbreviation; returns where to go on.
std::size_t Scanner::finish_word(std::size_t begin, std::size_t end) {
  if (takes_stop(begin, end)) return emit(begin, end + 1, PieceKind::abbreviation);
  if (at(end) == '$' && is_ascii_upper(at(begin)) && end - begin <= 2)
    return emit(begin, end + 1, PieceKind::other);
  cut_clitics(begin, end);
  return end;
}

/// Where the last clitic of [begin, end) starts ("n't", "'s", "’ll"), or 0.
std::size_t Scanner::clitic(std::size_t begin, std::size_t end) const {
  for (std::size_t length = 1; length <= 2 && begin + length + 1 < end; ++length) {
    const std::size_t tail = end - length;
    std::size_t mark = 0;
    if (tail >= begin + 2 && apostrophe(tail - 1) == 1) mark = tail - 1;
    if (tail >= begin + 4 && apostrophe(tail - 3) == 3) mark = tail - 3;
    if (mark == 0) continue;
    const char first = static_cast<char>(text_[tail] | 0x20);
    const char second = length == 2 ? static_cast<char>(text_[tail + 1] | 0x20) : '\0';
    if (length == 1 && first == 't' && (text_[mark - 1] | 0x20) == 'n' && mark - 1 > begin) return mark - 1;
    if (length == 1 && (first == 's' || first == 'm' || first == 'd')) return mark;
    if (length == 2 && (((first == 'r' || first == 'v') && second == 'e') || (first == 'l' && second == 'l')))
      return mark;
  }
  return 0;
}

void Scanner::cut_clitics(std::size_t begin, std::size_t end) {
  std::array<std::size_t, 3> cuts{};
  std::size_t count = 0;
  std::size_t stop = end;
  while (count < cuts.size()) {
    const std::size_t cut = clitic(begin, stop);
    if (cut == 0) break;
    cuts[count++] = stop = cut;
  }
  if (const std::size_t cut = count == 0 ? contraction(view(begin, stop)) : 0; cut > 0)
    cuts[count++] = stop = begin + cut;
  emit(begin, stop, PieceKind::word);
  while (count > 0) {
    const std::size_t from = cuts[--count];
    emit(from, count > 0 ? cuts[count - 1] : end, PieceKind::word);
  }
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A hand-written scanner: it walks a run of bytes without white space from left to right and cuts tokens as
// the English treebanks of Universal Dependencies do (guidelines: Bies et al., English Web Treebank, 2012;
// measured on EWT and GUM train). Each step consumes at least one byte and looks a bounded distance ahead, so
// time is linear.
#include "text/tokenize.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/vocabulary.hpp"

namespace entente {
namespace {

bool ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
bool ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool ascii_letter(char c) {
  return ascii_upper(c) || (c >= 'a' && c <= 'z');
}

constexpr std::size_t kLongestLookAhead = 64;

/// One chunk on its way to tokens.
class Scanner {
 public:
  Scanner(std::string_view text, Span chunk, Gap before, std::vector<Piece>& out)
      : text_(text.substr(0, chunk.end)), begin_(chunk.begin), end_(chunk.end), before_(before), out_(out) {}

  void run() {
    special_ = has_special();
    for (std::size_t at = begin_; at < end_;) at = step(at);
  }

 private:
  char at(std::size_t i) const { return i < end_ ? text_[i] : '\0'; }
  std::string_view view(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }

  void emit(std::size_t begin, std::size_t end, PieceKind kind) {
    out_.push_back({{static_cast<Index>(begin), static_cast<Index>(end)}, kind, before_});
    before_ = Gap::none;
  }

  /// Bytes of the word character at `i`, 0 when there is none.
  std::size_t word_char(std::size_t i) const {
    const char c = at(i);
    if (ascii_letter(c) || ascii_digit(c) || (c == '_' && i > begin_)) return 1;
    if (static_cast<unsigned char>(c) < 0x80) return 0;
    const CodePoint point = decode(text_, i);
    if (!point.valid) return 1;
    return is_letter(point.value) || is_digit(point.value) || is_joiner(point.value) ? point.size : 0;
  }
  static bool is_joiner(char32_t point) { return point == 0x200C || point == 0x200D || point == 0xB7; }

  /// Bytes of the apostrophe at `i`, 0 when there is none.
  std::size_t apostrophe(std::size_t i) const {
    if (at(i) == '\'' || at(i) == '`') return 1;
    return view(i, std::min(i + 3, end_)) == "\xE2\x80\x99" ? 3 : 0;
  }

  bool has_special() const {
    for (std::size_t i = begin_; i < end_; ++i)
      if (text_[i] == '@' || text_[i] == '/' || text_[i] == '.') return true;
    return false;
  }

  std::size_t step(std::size_t i) {
    const char c = text_[i];
    if (special_ && (ascii_letter(c) || ascii_digit(c)) && address(i)) {
      emit(i, address_end_, PieceKind::word);
      return address_end_;
    }
    if (ascii_letter(c)) return letters(i, i);
    if (ascii_digit(c)) return number(i);
    if (word_char(i) > 0) return letters(i, i);
    if ((c == '.' || c == '+') && ascii_digit(at(i + 1)) && i == begin_) return number(i);
    if ((c == '#' || c == '@') && ascii_letter(at(i + 1)) && i == begin_) return letters(i, i + 1);
    if (static_cast<unsigned char>(c) >= 0x80) return wide_mark(i);
    return mark(i);
  }

  bool address(std::size_t i);
  std::size_t trimmed_address(std::size_t i, std::size_t stop) const;
  std::size_t letters(std::size_t begin, std::size_t i);
  std::size_t joined(std::size_t begin, std::size_t segment, std::size_t i) const;
  std::size_t finish_word(std::size_t begin, std::size_t end);
  void cut_clitics(std::size_t begin, std::size_t end);
  std::size_t clitic(std::size_t begin, std::size_t end) const;
  std::size_t number(std::size_t i);
  std::size_t number_end(std::size_t i) const;
  std::size_t digit_groups(std::size_t i) const;
  std::size_t mark(std::size_t i);
  std::size_t wide_mark(std::size_t i);
  std::size_t quote_mark(std::size_t i);
  std::size_t emoticon(std::size_t i) const;
  std::size_t same(std::size_t i) const {
    std::size_t stop = i + 1;
    while (stop < end_ && text_[stop] == text_[i]) ++stop;
    return stop;
  }

  std::string_view text_;
  std::size_t begin_;
  std::size_t end_;
  Gap before_;
  std::vector<Piece>& out_;
  bool special_ = false;
  std::size_t address_end_ = 0;
};

/// The end of a web or mail address without the punctuation of the sentence around it.
std::size_t Scanner::trimmed_address(std::size_t i, std::size_t stop) const {
  const std::string_view body = view(i, stop);
  stop = i + std::min(body.find_first_of("<>\"|"), body.size());
  const bool brackets = view(i, stop).find('(') != std::string_view::npos;
  while (stop > i) {
    const char last = text_[stop - 1];
    if (last == ')' && brackets) break;
    if (std::string_view(".,;:!?)'\"]}*").find(last) == std::string_view::npos) break;
    --stop;
  }
  return stop;
}

/// Whether a web address, mail address or file name starts at `i`; sets address_end_.
bool Scanner::address(std::size_t i) {
  if (i < address_end_) return false;  // looked at already
  const std::string_view rest = view(i, end_);
  const std::string_view head = rest.substr(0, kLongestLookAhead);
  const std::size_t scheme = head.find("://");
  const bool web = (scheme != std::string_view::npos && scheme > 0 && scheme < 10) ||
                   head.substr(0, 4) == "www." || head.substr(0, 7) == "mailto:";
  std::size_t name = 0;
  while (name < rest.size() && (ascii_letter(rest[name]) || ascii_digit(rest[name]) ||
                                std::string_view("._%+-@~#").find(rest[name]) != std::string_view::npos))
    ++name;
  const std::string_view plain = rest.substr(0, name);
  address_end_ = i + name;
  if (web) {
    address_end_ = trimmed_address(i, end_);
    return address_end_ > i;
  }
  const std::size_t mail = plain.find('@');
  if (mail != std::string_view::npos && mail > 0 && mail + 1 < plain.size()) {
    address_end_ = trimmed_address(i, i + name);
    return true;
  }
  const std::size_t stop = trimmed_address(i, i + name);
  const std::size_t dot = view(i, stop).rfind('.');
  if (dot == std::string_view::npos || dot == 0 || !is_extension(view(i + dot + 1, stop))) return false;
  address_end_ = at(stop) == '/' ? trimmed_address(i, end_) : stop;
  return true;
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

/// When the mark at `i` joins two parts of one word: where the second part starts; else 0. `segment` is where
/// the part before it starts.
std::size_t Scanner::joined(std::size_t begin, std::size_t segment, std::size_t i) const {
  const std::string_view part = view(segment, i);
  if (const std::size_t size = apostrophe(i); size > 0) return word_char(i + size) > 0 ? i + size : 0;
  const bool letter_follows = word_char(i + 1) > 0;
  const bool lone_follows = letter_follows && word_char(i + 2) == 0;
  switch (at(i)) {
    case '.':
      if (part.size() > 2 || part.empty() || !ascii_letter(at(i + 1))) return 0;
      if (part.size() == 1 && (lone_follows || (at(i + 3) == '.' && ascii_upper(at(i + 1))))) return i + 1;
      return part == "Ph" ? i + 1 : 0;
    case '-':
      return letter_follows && segment == begin && is_prefix(part) ? i + 1 : 0;
    case '&':
      return letter_follows && part.size() <= 3 && ascii_letter(at(i + 1)) &&
                     (part.size() > 1 || lone_follows || ascii_upper(at(i + 1)))
                 ? i + 1
                 : 0;
    case '/':
      if (part == "w" && segment == begin) return letter_follows && at(i + 1) == 'o' ? i + 1 : 0;
      return part.size() == 1 && ascii_upper(part[0]) && lone_follows && ascii_upper(at(i + 1)) ? i + 1 : 0;
    case '@':
      return letter_follows ? i + 1 : 0;
    default:
      return 0;
  }
}

/// Emits the word [begin, end), its clitics and the full stop of an abbreviation; returns where to go on.
std::size_t Scanner::finish_word(std::size_t begin, std::size_t end) {
  if (at(end) == '.' && at(end + 1) != '.' && abbreviation(view(begin, end)) != Abbreviation::none) {
    const bool glued = word_char(end + 1) > 0 && end - begin > 1 &&
                       view(begin, end).find('.') == std::string_view::npos && !ascii_digit(at(end + 1)) &&
                       !ascii_upper(at(end + 1));
    if (!glued) {
      emit(begin, end + 1, PieceKind::abbreviation);
      return end + 1;
    }
  }
  if (at(end) == '$' && ascii_upper(at(begin)) && end - begin <= 2) {
    emit(begin, end + 1, PieceKind::other);
    return end + 1;
  }
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
    if (length == 1 && std::string_view("smd").find(first) != std::string_view::npos) return mark;
    if (length == 2 && ((first == 'r' && second == 'e') || (first == 'v' && second == 'e') ||
                        (first == 'l' && second == 'l')))
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
  if (const std::size_t cut = count == 0 ? contraction(view(begin, stop)) : 0; cut > 0) {
    cuts[count++] = begin + cut;
    stop = begin + cut;
  }
  emit(begin, stop, PieceKind::word);
  while (count > 0) {
    const std::size_t from = cuts[--count];
    emit(from, count > 0 ? cuts[count - 1] : end, PieceKind::word);
  }
}

/// The end of digits that hyphens join (telephone numbers, dates), or 0 when they are a range or none.
std::size_t Scanner::digit_groups(std::size_t i) const {
  std::size_t hyphens = 0;
  std::size_t group = 0;
  std::array<std::size_t, 2> first_two{};
  const std::size_t limit = std::min(end_, i + kLongestLookAhead);
  for (; i < limit && (ascii_digit(text_[i]) || text_[i] == '-'); ++i) {
    if (ascii_digit(text_[i])) {
      ++group;
      continue;
    }
    if (!ascii_digit(at(i + 1))) break;
    if (hyphens < 2) first_two[hyphens] = group;
    ++hyphens;
    group = 0;
  }
  if (hyphens == 0) return 0;
  if (hyphens == 1 && !((first_two[0] == 3 || first_two[0] == 5) && group == 4)) return 0;
  return i;
}

/// The end of the plain number at `i`: digits with marks inside.
std::size_t Scanner::number_end(std::size_t i) const {
  for (; i < end_; ++i) {
    const char c = text_[i];
    if (ascii_digit(c)) continue;
    if (!ascii_digit(at(i + 1))) break;
    if (c == ',' && !(ascii_digit(at(i + 2)) && ascii_digit(at(i + 3)) && !ascii_digit(at(i + 4)))) break;
    if (c != ',' && c != '.' && c != ':' && c != '/') break;
  }
  return i;
}

std::size_t Scanner::number(std::size_t i) {
  const std::size_t start = i;
  if (!ascii_digit(text_[i])) ++i;
  if (const std::size_t stop = digit_groups(i); stop > 0) {
    emit(start, stop, PieceKind::number);
    return stop;
  }
  const std::size_t digits = number_end(i);
  std::size_t stop = digits;
  while (stop < end_ && word_char(stop) > 0) stop += word_char(stop);
  const std::string_view suffix = view(digits, stop);
  if (suffix.empty()) {
    const std::size_t mark = apostrophe(digits);
    const bool decade =
        mark > 0 && text_[digits - 1] == '0' && at(digits + mark) == 's' && word_char(digits + mark + 1) == 0;
    if (decade) stop = digits + mark + 1;
  } else if (is_unit(suffix) || (suffix.size() == 1 && at(stop) == '.' && is_unit(view(digits, stop + 2)))) {
    stop = digits;
  } else if (suffix != "s" && suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") {
    return letters(start, digits);
  }
  emit(start, stop, PieceKind::number);
  return stop;
}

/// Bytes of a smiley that stands alone at `i`, 0 when there is none.
std::size_t Scanner::emoticon(std::size_t i) const {
  constexpr std::array<std::string_view, 14> kFaces = {":-)", ":-(", ";-)", ":)", ":(", ";)", ":D",
                                                       ":P",  ";P",  ":/",  "=)", "=(", ":O", "<3"};
  if (i != begin_) return 0;
  for (const std::string_view face : kFaces)
    if (view(i, std::min(end_, i + face.size())) == face && word_char(i + face.size()) == 0)
      return face.size();
  return 0;
}

/// A straight quote or apostrophe.
std::size_t Scanner::quote_mark(std::size_t i) {
  std::size_t stop = i + 1;
  if (at(stop) == text_[i] && text_[i] != '"') ++stop;  // '' and `` are one quote
  if (text_[i] == '\'' && i == begin_) {
    const std::size_t size = number_end(i + 1) - (i + 1);
    const std::string_view word = view(i + 1, std::min(end_, i + 4));
    const bool year = size == 2 && (word_char(i + 3) == 0 || at(i + 3) == 's');
    const bool short_form = word == "s" || word == "em" || word == "n" || word == "re" || word == "ve" ||
                            word == "ll" || word == "d" || word == "m" || word == "tis" || word == "til";
    if (year || short_form) {
      stop = i + 1 + (year ? (at(i + 3) == 's' ? 3 : 2) : word.size());
      emit(i, stop, year ? PieceKind::number : PieceKind::word);
      return stop;
    }
  }
  const bool opens =
      i == begin_ || (!out_.empty() && before_ == Gap::none &&
                      (out_.back().kind == PieceKind::open || out_.back().kind == PieceKind::dash));
  const bool closes = stop == end_ || !opens;
  emit(i, stop, opens && closes ? PieceKind::quote : opens ? PieceKind::open : PieceKind::close);
  return stop;
}

std::size_t Scanner::mark(std::size_t i) {
  if (const std::size_t size = emoticon(i); size > 0) {
    emit(i, i + size, PieceKind::other);
    return i + size;
  }
  const char c = text_[i];
  std::size_t stop = i + 1;
  PieceKind kind = PieceKind::other;
  switch (c) {
    case '.':
    case '!':
    case '?':
      while (stop < end_ && (text_[stop] == '.' || text_[stop] == '!' || text_[stop] == '?')) ++stop;
      kind = stop - i > 1 && view(i, stop).find_first_not_of('.') == std::string_view::npos
                 ? PieceKind::ellipsis
                 : PieceKind::terminal;
      break;
    case '[':
      if (view(i, std::min(end_, i + 5)) == "[...]") {
        emit(i, i + 5, PieceKind::other);
        return i + 5;
      }
      kind = PieceKind::open;
      break;
    case '(':
    case '{':
      kind = PieceKind::open;
      break;
    case ')':
    case ']':
    case '}':
      kind = PieceKind::close;
      break;
    case '"':
    case '\'':
    case '`':
      return quote_mark(i);
    case '-':
      stop = same(i);
      kind = PieceKind::dash;
      break;
    case '*':
      stop = same(i);
      kind = PieceKind::bullet;
      break;
    case '=':
    case '_':
    case '~':
    case '#':
    case '<':
    case '>':
    case '+':
    case '|':
      stop = same(i);
      break;
    default:
      break;
  }
  emit(i, stop, kind);
  return stop;
}

/// A mark that is not ASCII.
std::size_t Scanner::wide_mark(std::size_t i) {
  const CodePoint point = decode(text_, i);
  std::size_t stop = i + point.size;
  PieceKind kind = PieceKind::other;
  switch (point.value) {
    case 0x2018:  // ‘
    case 0x201A:
    case 0x201C:  // “
    case 0x201E:
    case 0xAB:  // «
      kind = PieceKind::open;
      break;
    case 0x2019: {  // ’
      const bool years = i == begin_ && number_end(stop) == stop + 2 && word_char(stop + 2) == 0;
      const bool short_form = i == begin_ && view(stop, end_) == "s";
      if (years || short_form) stop = years ? stop + 2 : end_;
      kind = years ? PieceKind::number : short_form ? PieceKind::word : PieceKind::close;
      break;
    }
    case 0x201D:  // ”
    case 0xBB:    // »
      kind = PieceKind::close;
      break;
    case 0x2012:
    case 0x2013:  // –
    case 0x2014:  // —
    case 0x2015:
      while (decode(text_, stop).value == point.value && stop < end_) stop += point.size;
      kind = PieceKind::dash;
      break;
    case 0x2026:  // …
      while (stop < end_ && (text_[stop] == '.' || decode(text_, stop).value == point.value))
        stop += text_[stop] == '.' ? 1 : point.size;
      kind = PieceKind::ellipsis;
      break;
    case 0x2022:  // •
    case 0x25AA:
    case 0x25CF:
    case 0x25E6:
    case 0x2023:
    case 0x2043:
      kind = PieceKind::bullet;
      break;
    case 0x3002:  // 。
    case 0x0964:  // ।
    case 0x061F:  // ؟
    case 0x06D4:
    case 0xFF01:
    case 0xFF1F:
      kind = PieceKind::terminal;
      break;
    default:
      break;
  }
  emit(i, stop, kind);
  return stop;
}

}  // namespace

void tokenize(std::string_view text, Span chunk, Gap before, std::vector<Piece>& out) {
  Scanner(text, chunk, before, out).run();
}

}  // namespace entente

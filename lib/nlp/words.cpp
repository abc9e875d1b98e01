// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Orthographic features after Ratnaparkhi (1996). Affixes are cut at bytes, not characters: they are only
// hashed.
#include "nlp/words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "nlp/hash.hpp"

namespace entente::nlp {
namespace {

constexpr std::size_t kLongestHashed =
    64;  ///< bytes of a form that count; longer ones are garbage or addresses

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::uint32_t tagged_hash(std::string_view bytes, std::uint64_t kind) {
  return fold(hash_bytes(bytes) + kind) | 1;
}

void lowercase_character(std::string_view& rest, std::string& out) {
  utf8proc_int32_t character = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(rest.data());
  const auto used = utf8proc_iterate(
      bytes, static_cast<utf8proc_ssize_t>(std::min<std::size_t>(rest.size(), 4)), &character);
  if (used <= 0) {
    out.push_back(rest.front());
    rest.remove_prefix(1);
    return;
  }
  std::array<utf8proc_uint8_t, 4> encoded;
  const auto size = utf8proc_encode_char(utf8proc_tolower(character), encoded.data());
  out.append(reinterpret_cast<const char*>(encoded.data()), static_cast<std::size_t>(size));
  rest.remove_prefix(static_cast<std::size_t>(used));
}

void strip_diacritics(std::string& text) {
  utf8proc_uint8_t* stripped = nullptr;
  const auto size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
      &stripped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK));
  if (size > 0) text.assign(reinterpret_cast<const char*>(stripped), static_cast<std::size_t>(size));
  std::free(stripped);  // allocated by utf8proc with malloc
}

// "Al-Qaida's" -> "Xx-Xx'x", "F-16" -> "X-d", "NATO" -> "XX": a run of capitals is told from one capital.
std::uint32_t shape_of(std::string_view form, std::uint64_t place) {
  std::uint64_t hash = 1 + place;
  char last = 0;
  bool repeated = false;
  for (const char c : form) {
    const char kind = is_upper(c)                            ? 'X'
                      : is_lower(c)                          ? 'x'
                      : is_digit(c)                          ? 'd'
                      : static_cast<unsigned char>(c) >= 128 ? 'u'
                                                             : c;
    if (kind == last && (kind != 'X' || repeated)) continue;
    repeated = kind == last;
    last = kind;
    hash = chain(hash, static_cast<unsigned char>(kind));
  }
  return fold(hash) | 1;
}

}  // namespace

void lowercase(std::string_view text, std::string& out) {
  out.clear();
  while (!text.empty()) {
    const char c = text.front();
    if (static_cast<unsigned char>(c) < 128) {
      out.push_back(is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c);
      text.remove_prefix(1);
    } else {
      lowercase_character(text, out);
    }
  }
}

// Words of four letters and more count: the short ones stay small in titles.
CaseStyle case_style(const std::vector<std::string_view>& forms) {
  std::size_t lower = 0;
  std::size_t title = 0;
  std::size_t upper = 0;
  for (const std::string_view form : forms) {
    if (form.size() < 4 || !(is_upper(form[0]) || is_lower(form[0]))) continue;
    if (is_lower(form[0])) {
      ++lower;
    } else {
      ++(std::any_of(form.begin(), form.end(), is_lower) ? title : upper);
    }
  }
  const std::size_t all = lower + title + upper;
  if (all >= 3 && upper * 10 >= all * 8) return CaseStyle::upper;
  if (all >= 4 && (title + upper) * 10 >= all * 8) return CaseStyle::title;
  return CaseStyle::sentence;
}

void fold_word(std::string_view form, std::string& out) {
  form = form.substr(0, kLongestHashed);
  lowercase(form, out);
  if (std::any_of(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) >= 128; }))
    strip_diacritics(out);
  for (char& c : out) c = is_digit(c) ? '0' : c;
}

std::uint32_t word_hash(std::string_view folded) {
  return tagged_hash(folded, 0);
}

Word make_word(std::string_view form, CaseStyle style, bool first, std::string& folded) {
  fold_word(form, folded);
  const std::string_view lower = folded;
  Word word;
  word.form = word_hash(lower);
  word.shape =
      shape_of(form.substr(0, kLongestHashed), static_cast<std::uint64_t>(style) * 2 + (first ? 1 : 0));
  for (std::size_t i = 0; i < word.suffixes.size(); ++i) {
    word.suffixes[i] = tagged_hash(lower.substr(lower.size() - std::min(lower.size(), i + 2)), 1 + i);
  }
  word.prefix = tagged_hash(lower.substr(0, 3), 8);
  return word;
}

}  // namespace entente::nlp

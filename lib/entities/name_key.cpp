// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Folding by Unicode decomposition (UAX #15, NFKD without marks) plus the few letters that do not decompose.
// Pure ASCII words, nearly all of English, take a path without it.
#include "entities/name_key.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace entente {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Letter {
  utf8proc_int32_t code;
  std::string_view ascii;
};
constexpr std::array<Letter, 26> kLetters = {
    {{0xC6, "AE"},  {0xD0, "D"},   {0xD8, "O"},   {0xDE, "Th"},  {0xDF, "ss"},  {0xE6, "ae"},  {0xF0, "d"},
     {0xF8, "o"},   {0xFE, "th"},  {0x110, "D"},  {0x111, "d"},  {0x131, "i"},  {0x141, "L"},  {0x142, "l"},
     {0x152, "OE"}, {0x153, "oe"}, {0x18F, "A"},  {0x259, "a"},  {0x2018, "'"}, {0x2019, "'"}, {0x2BB, "'"},
     {0x2BC, "'"},  {0x2010, "-"}, {0x2011, "-"}, {0x2013, "-"}, {0x2014, "-"}}};

void append_letter(utf8proc_int32_t code, std::string& out) {
  if (code < 0x80) {
    out.push_back(static_cast<char>(code));
    return;
  }
  const auto* const known =
      std::find_if(kLetters.begin(), kLetters.end(), [&](const Letter& l) { return l.code == code; });
  if (known != kLetters.end()) {
    out.append(known->ascii);
    return;
  }
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(code, bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

/// Decomposes, drops marks and maps to ASCII what has an ASCII form. Bytes that are not UTF-8 are kept.
std::string fold_letters(std::string_view word) {
  std::string out;
  const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(word.data());
  std::size_t at = 0;
  while (at < word.size()) {
    utf8proc_int32_t code = 0;
    const auto length = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(word.size() - at), &code);
    if (length <= 0) {
      out.push_back(word[at++]);
      continue;
    }
    at += static_cast<std::size_t>(length);
    std::array<utf8proc_int32_t, 32> parts{};
    int boundary = 0;
    const auto count =
        utf8proc_decompose_char(code, parts.data(), parts.size(),
                                static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                               UTF8PROC_STRIPMARK | UTF8PROC_STABLE),
                                &boundary);
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 32); ++i) append_letter(parts[i], out);
  }
  return out;
}

/// "U.S." and "U.S": every letter is a capital and followed by a dot.
bool is_dotted_acronym(std::string_view word) {
  if (word.size() < 3) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i % 2 == 0 ? !is_upper(word[i]) : word[i] != '.') return false;
  return true;
}

void separate(std::string& out) {
  if (!out.empty() && out.back() != ' ') out.push_back(' ');
}

/// One piece between hyphens: "U.S." -> "US", "Gen." -> "Gen", "N'Djamena" -> "NDjamena", "People's" ->
/// "People 's".
void append_piece(std::string_view piece, std::string& out) {
  if (piece.empty() || piece == "'") return;
  separate(out);
  const bool possessive = piece.size() > 2 && piece.substr(piece.size() - 2) == "'s";
  if (possessive) piece.remove_suffix(2);
  const bool acronym = is_dotted_acronym(piece);
  if (!acronym && piece.size() > 2 && piece.back() == '.') piece.remove_suffix(1);
  for (const char c : piece) {
    if ((c == ',' || c == '(' || c == ')' || c == '&') && piece.size() > 1) {  // a token of its own in texts
      separate(out);
      out.push_back(c);
      out.push_back(' ');
      continue;
    }
    const bool dropped = (c == '.' && acronym) || (c == '\'' && piece.size() > 2);
    if (!dropped) out.push_back(c);
  }
  if (possessive) out += " 's";
  while (!out.empty() && out.back() == ' ') out.pop_back();
}

void append_folded(std::string_view word, std::string& out) {
  while (!word.empty()) {
    const auto end = std::min(word.find_first_of("- "), word.size());
    append_piece(word.substr(0, end), out);
    word.remove_prefix(std::min(end + 1, word.size()));
  }
}

}  // namespace

void append_name_keys(std::string_view word, std::string& out) {
  const bool ascii =
      std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) {
    append_folded(word, out);
  } else {
    append_folded(fold_letters(word), out);
  }
}

std::string name_key(std::string_view phrase) {
  std::string out;
  while (!phrase.empty()) {
    const auto blank = std::min(phrase.find(' '), phrase.size());
    append_name_keys(phrase.substr(0, blank), out);
    phrase.remove_prefix(std::min(blank + 1, phrase.size()));
  }
  return out;
}

std::string title_case_key(std::string_view key) {
  if (key.size() < 2 || !is_upper(key.front())) return {};
  std::string out(key);
  for (std::size_t i = 1; i < key.size(); ++i) {
    if (is_upper(key[i])) {
      out[i] = static_cast<char>(key[i] - 'A' + 'a');
    } else if (key[i] != '\'') {
      return {};
    }
  }
  return out;
}

std::string sound_key(std::string_view name) {
  const std::string letters = fold_letters(name);
  std::string out;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const auto small = [&](std::size_t at) {
      const char c = at < letters.size() ? letters[at] : '\0';
      return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    };
    char c = small(i);
    if (c == 'w' && i == 0) c = 'v';
    if (!is_lower(c) || (c == 'k' && small(i + 1) == 'h')) continue;
    if (std::string_view("aeiouyhw").find(c) != std::string_view::npos) continue;
    if (c == 'q' || c == 'g' || c == 'c') c = 'k';
    if (c == 'z') c = 's';
    if (out.empty() || out.back() != c) out.push_back(c);
  }
  return out;
}

std::string slug(std::string_view name) {
  std::string out;
  for (const char c : fold_letters(name)) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_upper(c)) {
      out.push_back(static_cast<char>(c - 'A' + 'a'));
    } else if (is_lower(c) || is_digit(c)) {
      out.push_back(c);
    } else if (byte >= 0x80) {
      out += fmt::format("{:x}", byte);
    } else if (c != '\'' && c != '.' && !out.empty() && out.back() != '-') {
      out.push_back('-');
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "x" : out;
}

}  // namespace entente

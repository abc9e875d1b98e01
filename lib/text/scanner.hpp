// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "text/chunk.hpp"
#include "text/tokenize.hpp"

namespace entente {

/// One chunk on its way to tokens. Each step takes at least one byte and returns where the next one starts.
/// scan_words.cpp, scan_numbers.cpp, scan_marks.cpp and scan_addresses.cpp hold its parts.
class Scanner {
 public:
  Scanner(std::string_view text, Chunk chunk, Gap before, std::vector<Piece>& out)
      : text_(text.substr(0, chunk.span.end)),
        begin_(chunk.span.begin),
        end_(chunk.span.end),
        contents_(chunk.contents),
        before_(before),
        out_(out) {}

  void run();

 private:
  static bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
  static bool is_ascii_letter(char c) { return is_ascii_upper(c) || (c >= 'a' && c <= 'z'); }

  char at(std::size_t i) const { return i < end_ ? text_[i] : '\0'; }
  std::string_view view(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, std::min(end, end_) - begin);
  }
  bool digit(std::size_t i) const { return is_ascii_digit(at(i)); }

  std::size_t emit(std::size_t begin, std::size_t end, PieceKind kind) {
    out_.push_back({{static_cast<Index>(begin), static_cast<Index>(end)}, kind, before_});
    before_ = Gap::none;
    return end;
  }

  std::size_t step(std::size_t i);

  // Words
  std::size_t word_char(std::size_t i) const;   ///< bytes of the word character at `i`, or 0
  std::size_t apostrophe(std::size_t i) const;  ///< bytes of the apostrophe at `i`, or 0
  std::size_t hyphen(std::size_t i) const;      ///< bytes of the hyphen at `i`, or 0
  std::size_t letters(std::size_t begin, std::size_t i);
  std::size_t joined(std::size_t begin, std::size_t segment, std::size_t i) const;
  std::size_t joined_by_mark(std::size_t begin, std::size_t segment, std::size_t i) const;
  bool prefix_joins(std::size_t begin, std::size_t segment, std::size_t i) const;
  std::size_t finish_word(std::size_t begin, std::size_t end);
  bool takes_stop(std::size_t begin, std::size_t end) const;
  std::size_t clitic(std::size_t begin, std::size_t end) const;
  void cut_clitics(std::size_t begin, std::size_t end);

  // Numbers
  std::size_t number(std::size_t i);
  std::size_t number_end(std::size_t i) const;
  std::size_t digit_groups(std::size_t i) const;
  std::size_t decade_end(std::size_t digits) const;

  // Marks
  std::size_t mark(std::size_t i);
  std::size_t wide_mark(std::size_t i);
  std::size_t quote_mark(std::size_t i);
  std::size_t single_quote(std::size_t i);
  std::size_t short_form(std::size_t after) const;
  std::size_t emoticon(std::size_t i) const;
  std::size_t same(std::size_t i) const;

  // Addresses of the web, of mail, names of files
  bool address(std::size_t i);
  bool is_name_with_dots(std::size_t i, std::size_t stop) const;
  std::size_t trimmed_address(std::size_t i, std::size_t stop) const;

  std::string_view text_;
  std::size_t begin_;
  std::size_t end_;
  std::uint8_t contents_;
  Gap before_;
  std::vector<Piece>& out_;
  std::size_t address_end_ = 0;  ///< what was looked at for an address already
};

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Addresses are one token, without the punctuation of the sentence around them.
#include "text/scanner.hpp"
#include "text/vocabulary.hpp"

namespace entente {
namespace {

constexpr std::size_t kLongestScheme = 10;

bool starts_web_address(std::string_view text) {
  const std::size_t scheme = text.substr(0, kLongestScheme + 3).find("://");
  return (scheme != std::string_view::npos && scheme > 0) || text.substr(0, 4) == "www." ||
         text.substr(0, 7) == "mailto:";
}

bool is_address_char(char c) {
  return (byte_bits({&c, 1}, 0) & (kHasLetter | kHasDigit)) != 0 ||
         std::string_view("._%+-@~#").find(c) != std::string_view::npos;
}

}  // namespace

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

/// "comp.sources.unix", "report.pdf", ".doc", "example.com".
bool Scanner::is_name_with_dots(std::size_t i, std::size_t stop) const {
  std::size_t dots = 0;
  std::size_t part = i;
  bool lower = true;
  for (std::size_t k = i; k < stop; ++k) {
    lower = lower && !is_ascii_upper(text_[k]);
    if (text_[k] != '.') continue;
    if (k - part < 2) lower = false;
    ++dots;
    part = k + 1;
  }
  if (dots == 0 || part == stop) return false;
  const std::string_view last = view(part, stop);
  if (is_extension(last)) return part > i + 1 || i == begin_;
  return dots >= 2 && lower && last.size() >= 2 && is_ascii_letter(text_[i]) && is_ascii_letter(last[0]);
}

/// Whether an address starts at `i`; if so it ends at address_end_.
bool Scanner::address(std::size_t i) {
  if (i < address_end_) return false;
  if (starts_web_address(view(i, i + kLongestScheme + 3))) {
    address_end_ = trimmed_address(i, end_);
    if (address_end_ > i) return true;
  }
  std::size_t name_end = i;
  while (name_end < end_ && is_address_char(text_[name_end])) ++name_end;
  address_end_ = name_end;
  const std::size_t mail = view(i, name_end).find('@');
  const std::size_t stop = trimmed_address(i, name_end);
  if (mail != std::string_view::npos && mail > 0 && i + mail + 1 < stop) {
    address_end_ = stop;
    return true;
  }
  if (!is_name_with_dots(i, stop)) return false;
  address_end_ = at(stop) == '/' ? trimmed_address(i, end_) : stop;
  return true;
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Looks at the first lines only. A headline is short, does not end as a sentence does and is no "Label:
// value" line; among several, most words win (section names and captions are shorter), the first of equals.
#include "text/headline.hpp"

#include <algorithm>

namespace entente {
namespace {

constexpr std::size_t kLines = 8;
constexpr std::size_t kLongest = 160;

std::string_view trim(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t#*");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t#*") - begin + 1);
}

std::size_t count_words(std::string_view line) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
}

bool is_label(std::string_view line) {
  const std::size_t colon = line.find(": ");
  return (colon != std::string_view::npos && count_words(line.substr(0, colon)) == 1) ||
         line.substr(0, 3) == "By ";
}

}  // namespace

std::string headline(std::string_view text) {
  std::string_view best;
  for (std::size_t lines = 0; lines < kLines && !text.empty();) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    ++lines;
    const bool sentence = std::string_view(".;,").find(line.back()) != std::string_view::npos;
    if (line.size() > kLongest || sentence) return std::string(best);
    if (!is_label(line) && (best.empty() || count_words(line) > count_words(best))) best = line;
  }
  return text.empty() ? std::string() : std::string(best);  // nothing but short lines is a list
}

}  // namespace entente

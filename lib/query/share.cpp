// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Looks for "NUMBER percent of ..." and for named fractions. The words are data.
#include "query/share.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace entente::query {
namespace {

constexpr std::size_t kReach = 60;  // bytes after "percent" in which the thing shared is looked for

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string lower(std::string_view text) {
  std::string result;
  for (const char c : text) result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

bool is_word(std::string_view text, std::size_t at, std::size_t size) {
  const bool left = at == 0 || !is_letter(text[at - 1]);
  const bool right = at + size >= text.size() || !is_letter(text[at + size]);
  return left && right;
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    if (is_word(text, at, word.size())) return true;
  return false;
}

/// The number that ends before `end`, past spaces and hyphens.
std::optional<double> number_before(std::string_view text, std::size_t end) {
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '-')) --end;
  std::size_t begin = end;
  while (begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == '.') && end - begin < 8) --begin;
  double value = 0;
  double unit = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] == '.') {
      if (unit > 0) return std::nullopt;
      unit = 1;
      continue;
    }
    value = value * 10 + (text[i] - '0');
    unit *= 10;
  }
  if (begin == end || (unit > 0 && end - begin == 1)) return std::nullopt;
  if (unit > 0) value /= unit;
  return value >= 0 && value <= 100 ? std::optional(value / 100) : std::nullopt;
}

bool is_share(std::string_view after, const DependenceRules& rules) {
  const std::string_view near = after.substr(0, std::min(after.size(), kReach));
  if (!has_word(near, "of")) return false;
  return std::none_of(rules.not_shares.begin(), rules.not_shares.end(),
                      [&](const std::string& word) { return has_word(near, word); });
}

}  // namespace

std::optional<double> import_share(std::string_view detail, const DependenceRules& rules) {
  const std::string text = lower(detail);
  std::optional<double> best;
  const auto consider = [&](std::optional<double> share) {
    if (share) best = std::max(best.value_or(0), *share);
  };
  for (const std::string& word : rules.percent_words) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size()))
      if (is_share(std::string_view(text).substr(at + word.size()), rules)) consider(number_before(text, at));
  }
  for (const auto& [words, share] : rules.fractions) {
    const std::size_t at = text.find(words);
    if (at == std::string::npos || !is_word(text, at, words.size())) continue;
    // The words hold the "of" themselves.
    if (is_share("of " + text.substr(at + words.size()), rules)) consider(share);
  }
  return best;
}

}  // namespace entente::query

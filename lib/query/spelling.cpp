// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Optimal string alignment distance (Damerau 1964, restricted form) in a band as wide as the limit, so that
// it takes length times limit steps. Folding: Unicode compatibility decomposition and case folding by
// utf8proc, marks dropped.
#include "query/spelling.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <utf8proc.h>

#include "base/utf8.hpp"

namespace entente::query {
namespace {

bool is_dropped(char32_t point) {
  return point == '.' || point == '\'' || point == 0x2018 || point == 0x2019 || point == '`' || point == ',';
}

bool is_gap(char32_t point) {
  return is_space(point) || point == '-' || point == '_' || (point >= 0x2010 && point <= 0x2015);
}

void append_folded(std::u32string& out, char32_t point) {
  constexpr auto kOptions = static_cast<utf8proc_option_t>(
      UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  constexpr utf8proc_ssize_t kRoom = 32;
  utf8proc_int32_t parts[kRoom];
  int boundary = 0;
  const auto size =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(point), parts, kRoom, kOptions, &boundary);
  if (size < 0 || size > kRoom) {
    out += point;
    return;
  }
  for (utf8proc_ssize_t i = 0; i < size; ++i) out += static_cast<char32_t>(parts[i]);
}

std::size_t least(std::size_t a, std::size_t b, std::size_t c) {
  return std::min(std::min(a, b), c);
}

}  // namespace

std::u32string code_points(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    result += point.value;
    at += point.size;
  }
  return result;
}

std::string fold(std::string_view name) {
  std::u32string folded;
  for (const char32_t point : code_points(name)) {
    if (is_dropped(point)) continue;
    if (!is_gap(point)) {
      append_folded(folded, point);
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  constexpr std::u32string_view kArticle = U"the ";
  if (folded.size() > kArticle.size() && folded.compare(0, kArticle.size(), kArticle) == 0)
    folded.erase(0, kArticle.size());
  std::string result;
  for (const char32_t point : folded) append_utf8(result, point);
  return result;
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  const std::size_t far = limit + 1;
  std::vector<std::size_t> before_last(b.size() + 1, far), last(b.size() + 1, far), row(b.size() + 1, far);
  for (std::size_t j = 0; j <= std::min(b.size(), limit); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t first = i > limit ? i - limit : 0;
    const std::size_t end = std::min(b.size(), i + limit);
    if (first > 0) row[first - 1] = far;
    bool hope = false;
    for (std::size_t j = first; j <= end; ++j) {
      if (j == 0) {
        row[j] = i;
      } else {
        const std::size_t above = j <= i - 1 + limit ? last[j] : far;
        row[j] = least(above + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
      hope = hope || row[j] <= limit;
    }
    if (!hope) return far;
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], far);
}

std::size_t tolerated(std::size_t length) {
  return length < 3 ? 0 : length < 5 ? 1 : length < 9 ? 2 : 3;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& names) {
  const std::u32string wanted = code_points(fold(word));
  std::size_t best = std::max<std::size_t>(tolerated(wanted.size()), 1) + 1;
  std::string_view closest;
  for (const std::string_view name : names) {
    const std::size_t distance = edit_distance(wanted, code_points(fold(name)), best - 1);
    if (distance >= best) continue;
    best = distance;
    closest = name;
    if (best == 0) break;
  }
  return closest.empty() ? std::string() : fmt::format("; did you mean {}?", closest);
}

}  // namespace entente::query

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Looks at the first lines only, up to one that is long or ends as a sentence does. "Label: value" lines fill
// the field of that name; a line that is a date is the date; of the others most words make the title (section
// names and captions are shorter), the first of equals.
#include "text/front_matter.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/dates.hpp"

namespace entente {
namespace {

constexpr std::size_t kLines = 8;
constexpr std::size_t kLongest = 160;      // bytes of a headline
constexpr std::size_t kLongestDate = 40;   // bytes of a line that is a date
constexpr std::size_t kLongestLabel = 20;  // bytes of a label

struct Label {
  std::string_view name;
  std::string FrontMatter::*field;
};
constexpr std::array<Label, 13> kLabels = {{{"title", &FrontMatter::title},
                                            {"headline", &FrontMatter::title},
                                            {"date", &FrontMatter::date},
                                            {"published", &FrontMatter::date},
                                            {"publication date", &FrontMatter::date},
                                            {"date of publication", &FrontMatter::date},
                                            {"publication", &FrontMatter::outlet},
                                            {"source", &FrontMatter::outlet},
                                            {"outlet", &FrontMatter::outlet},
                                            {"publisher", &FrontMatter::outlet},
                                            {"url", &FrontMatter::url},
                                            {"link", &FrontMatter::url},
                                            {"address", &FrontMatter::url}}};

std::string_view trim(std::string_view line, std::string_view what) {
  const std::size_t begin = line.find_first_not_of(what);
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(what) - begin + 1);
}

std::size_t count_words(std::string_view line) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
}

/// The end of the label that starts the line: where its colon is, or npos.
std::size_t label_end(std::string_view line) {
  const std::size_t colon = line.find(": ");
  return colon <= kLongestLabel ? colon : std::string_view::npos;
}

/// "Eurasia Monitor Volume: 1" without the label inside.
std::string_view first_value(std::string_view value) {
  const std::size_t colon = value.find(": ");
  if (colon == std::string_view::npos) return value;
  const std::size_t word = value.find_last_of(' ', colon);
  return word == std::string_view::npos ? value : trim(value.substr(0, word), " ,;");
}

/// Fills the field that the label names; other labels ("Issue: 30") say nothing to us.
void take_label(std::string_view line, std::size_t colon, FrontMatter& matter) {
  std::string name(line.substr(0, colon));
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  const std::string_view value = trim(line.substr(colon + 1), " \t");
  for (const Label& label : kLabels)
    if (label.name == name && (matter.*label.field).empty())
      matter.*label.field = label.field == &FrontMatter::outlet ? first_value(value) : value;
}

}  // namespace

FrontMatter front_matter(std::string_view text) {
  FrontMatter matter;
  std::string_view headline;
  bool paragraph = false;
  for (std::size_t lines = 0; lines < kLines && !text.empty();) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end), " \t#*");
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    ++lines;
    const bool sentence = std::string_view(".;,").find(line.back()) != std::string_view::npos;
    paragraph = line.size() > kLongest || sentence;
    if (paragraph) break;
    if (const std::size_t colon = label_end(line); colon != std::string_view::npos)
      take_label(line, colon, matter);
    else if (line.size() <= kLongestDate && iso_date(line))
      matter.date = matter.date.empty() ? std::string(line) : matter.date;
    else if (line.substr(0, 3) != "By " && (headline.empty() || count_words(line) > count_words(headline)))
      headline = line;
  }
  if (text.empty() && !paragraph) return {};  // nothing but short lines is a list
  if (matter.title.empty()) matter.title = headline;
  return matter;
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Open Graph, Dublin Core and the habits of news sites; a table gives each its rank.
#include "text/html_metadata.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace entente {
namespace {

enum class Field : unsigned char { title, date, outlet, url };

struct Source {
  std::string_view name;  ///< of <meta name=, property= or itemprop=>, lower case
  Field field;
  int rank;
};

constexpr std::array<Source, 24> kSources = {{
    {"og:title", Field::title, 9},
    {"twitter:title", Field::title, 6},
    {"dc.title", Field::title, 7},
    {"headline", Field::title, 8},
    {"article:published_time", Field::date, 9},
    {"og:published_time", Field::date, 8},
    {"datepublished", Field::date, 8},
    {"pubdate", Field::date, 7},
    {"publishdate", Field::date, 7},
    {"publish-date", Field::date, 7},
    {"publication_date", Field::date, 7},
    {"sailthru.date", Field::date, 6},
    {"parsely-pub-date", Field::date, 6},
    {"dc.date", Field::date, 5},
    {"dc.date.issued", Field::date, 6},
    {"dcterms.created", Field::date, 5},
    {"dcterms.date", Field::date, 5},
    {"date", Field::date, 5},
    {"og:site_name", Field::outlet, 9},
    {"application-name", Field::outlet, 6},
    {"dc.publisher", Field::outlet, 7},
    {"publisher", Field::outlet, 5},
    {"og:url", Field::url, 8},
    {"twitter:url", Field::url, 5},
}};

std::string lower(std::string_view text) {
  std::string out(text.substr(0, 64));
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

/// White space at the ends cut, inside made one blank.
std::string tidy(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!is_space(point.value))
      out.append(text.substr(at, point.size));
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
    at += point.size;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_separator(char32_t point) {
  return is_space(point) || point == '|' || point == '-' || point == ':' || point == 0x2013 ||
         point == 0x2014 || point == 0xB7;
}

/// "Headline | The Herald" without the name of the outlet, when that is known.
std::string without_outlet(std::string title, const std::string& outlet) {
  if (outlet.empty() || title.size() <= outlet.size() + 3) return title;
  if (title.compare(title.size() - outlet.size(), outlet.size(), outlet) != 0) return title;
  const std::size_t mark_end = title.size() - outlet.size();
  std::size_t end = mark_end;
  while (end > 0 && is_separator(decode_before(title, end).value)) end -= decode_before(title, end).size;
  if (end == 0 || mark_end - end < 2) return title;
  title.resize(end);
  return title;
}

}  // namespace

bool Attributes::has(std::string_view name) const {
  for (const char** at = pairs_; at != nullptr && *at != nullptr; at += 2)
    if (name == *at) return true;
  return false;
}

std::string_view Attributes::get(std::string_view name) const {
  for (const char** at = pairs_; at != nullptr && *at != nullptr; at += 2)
    if (name == *at) return at[1] == nullptr ? std::string_view() : std::string_view(at[1]);
  return {};
}

void PageMetadata::Value::offer(std::string_view offered, int offered_rank) {
  if (offered_rank <= rank) return;
  std::string tidied = tidy(offered.substr(0, 4096));
  if (tidied.empty()) return;
  text = std::move(tidied);
  rank = offered_rank;
}

void PageMetadata::start(std::string_view element, const Attributes& attributes) {
  if (element == "meta") {
    meta(attributes);
  } else if (element == "link" && lower(attributes.get("rel")) == "canonical") {
    url_.offer(attributes.get("href"), 9);
  } else if (element == "time") {
    const bool published = attributes.has("pubdate") || lower(attributes.get("itemprop")) == "datepublished";
    date_.offer(attributes.get("datetime"), published ? 7 : 3);
  } else if (element == "title" && title_element_.empty()) {
    collecting_ = &title_element_;
  } else if (element == "script" && lower(attributes.get("type")) == "application/ld+json") {
    script_.clear();
    collecting_ = &script_;
  }
}

void PageMetadata::end(std::string_view element) {
  if (element == "title" && collecting_ == &title_element_) title_.offer(title_element_, 4);
  if (element == "script" && collecting_ == &script_) structured_data();
  if (element == "title" || element == "script") collecting_ = nullptr;
}

void PageMetadata::characters(std::string_view text) {
  if (collecting_ != nullptr && collecting_->size() < (1U << 20U)) collecting_->append(text);
}

void PageMetadata::meta(const Attributes& attributes) {
  for (const std::string_view attribute : {"property", "name", "itemprop"}) {
    const std::string name = lower(attributes.get(attribute));
    const auto source =
        std::find_if(kSources.begin(), kSources.end(), [&](const Source& s) { return s.name == name; });
    if (source == kSources.end()) continue;
    const std::array<Value*, 4> values = {&title_, &date_, &outlet_, &url_};
    values[static_cast<std::size_t>(source->field)]->offer(attributes.get("content"), source->rank);
  }
}

/// The publication date of schema.org data in JSON-LD.
void PageMetadata::structured_data() {
  const std::size_t key = script_.find("\"datePublished\"");
  if (key == std::string::npos) return;
  const std::size_t begin = script_.find('"', script_.find(':', key));
  if (begin == std::string::npos) return;
  date_.offer(std::string_view(script_).substr(begin + 1, script_.find('"', begin + 1) - begin - 1), 8);
}

HtmlPage PageMetadata::page() const {
  return {.title = without_outlet(title_.text, outlet_.text),
          .date = date_.text,
          .outlet = outlet_.text,
          .url = url_.text,
          .text = {}};
}

}  // namespace entente

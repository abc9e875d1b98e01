// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "pipeline/entity_matcher.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace entente {
namespace {

using Words = std::set<std::string>;

constexpr std::array<std::string_view, 6> kLongNamed = {"armed_force", "facility", "government_body",
                                                        "agreement",   "company",  "organization"};

bool is_word_character(utf8proc_int32_t point) {
  switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return point == '_';
  }
}

std::vector<utf8proc_int32_t> decomposed(std::string_view text) {
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  const auto count = utf8proc_decompose(bytes, size, nullptr, 0, options);
  if (count < 0) return {};  // not UTF-8: matches nothing
  std::vector<utf8proc_int32_t> points(static_cast<std::size_t>(count) + 1);
  utf8proc_decompose(bytes, size, points.data(), count, options);
  points.resize(static_cast<std::size_t>(count));
  return points;
}

void append(std::string& text, utf8proc_int32_t point) {
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(point, bytes);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

/// Names, longest first.
std::vector<std::string> names_of(const AnnotatedEntity& entity) {
  std::vector<std::string> names;
  const auto add = [&](std::string_view written) {
    if (auto name = comparable_name(written); !name.empty()) names.push_back(std::move(name));
  };
  add(entity.name);
  for (const auto& alias : entity.aliases) add(alias);
  const auto length = [](const std::string& name) {
    return std::count_if(name.begin(), name.end(), [](char c) { return (c & 0xC0) != 0x80; });
  };
  std::sort(names.begin(), names.end(), [&](auto& a, auto& b) {
    return std::pair(-length(a), std::string_view(a)) < std::pair(-length(b), std::string_view(b));
  });
  return names;
}

Words words_of(const std::string& name) {
  Words words;
  for (std::size_t begin = 0; begin < name.size();) {
    const auto end = std::min(name.find(' ', begin), name.size());
    words.insert(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

/// The words two names share when all of one stand in the other, else 0.
std::size_t common_words(const Words& a, const Words& b) {
  const Words& smaller = a.size() < b.size() ? a : b;
  const Words& greater = a.size() < b.size() ? b : a;
  return std::includes(greater.begin(), greater.end(), smaller.begin(), smaller.end()) ? smaller.size() : 0;
}

class Matcher {
 public:
  explicit Matcher(const AnnotatedDocument& gold) {
    for (const auto& entity : gold.entities) {
      known_.push_back({&entity, {}});
      for (const auto& name : names_of(entity)) {
        by_name_.emplace(name, &entity);
        known_.back().names.push_back(words_of(name));
      }
      if (entity.type == "country") countries_.insert(entity.id);
    }
  }

  std::string key(const AnnotatedEntity& entity) const {
    const std::string code = entity.code.empty() && entity.type == "country" ? entity.id : entity.code;
    if (countries_.contains(code)) return code;
    const auto names = names_of(entity);
    const AnnotatedEntity* match = same_name(names);
    if (match == nullptr && std::find(kLongNamed.begin(), kLongNamed.end(), entity.type) != kLongNamed.end())
      match = near_name(entity.type, names);
    if (match != nullptr && (match->type != "country" || code.empty())) return match->id;
    return "?" + (code.empty() ? comparable_name(entity.name) : code);
  }

 private:
  struct Known {
    const AnnotatedEntity* entity;
    std::vector<Words> names;
  };

  const AnnotatedEntity* same_name(const std::vector<std::string>& names) const {
    for (const auto& name : names)
      if (const auto found = by_name_.find(name); found != by_name_.end()) return found->second;
    return nullptr;
  }

  const AnnotatedEntity* near_name(const std::string& type, const std::vector<std::string>& names) const {
    std::size_t most = 1;
    const AnnotatedEntity* best = nullptr;
    for (const auto& known : known_) {
      if (known.entity->type != type) continue;
      for (const auto& words : known.names)
        for (const auto& name : names)
          if (const auto common = common_words(words, words_of(name)); common > most) {
            most = common;
            best = known.entity;
          }
    }
    return best;
  }

  std::map<std::string, const AnnotatedEntity*> by_name_;  // the first of that name
  std::set<std::string> countries_;
  std::vector<Known> known_;
};

}  // namespace

EntityKeys match_entities(const AnnotatedDocument& predicted, const AnnotatedDocument& gold) {
  const Matcher matcher(gold);
  EntityKeys keys;
  for (const auto& entity : predicted.entities) keys[entity.id] = matcher.key(entity);
  return keys;
}

std::string comparable_name(std::string_view name) {
  std::string plain;
  for (const auto point : decomposed(name)) {
    if (utf8proc_get_property(point)->combining_class != 0) continue;
    append(plain, point == 0x2019 ? '\'' : utf8proc_tolower(point));
  }
  for (std::size_t at = plain.find("'s "); at != std::string::npos; at = plain.find("'s ", at))
    plain.erase(at, 2);
  std::string words;
  bool between = false;
  for (std::size_t at = 0; at < plain.size();) {
    utf8proc_int32_t point = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(plain.data()) + at,
                                       static_cast<utf8proc_ssize_t>(plain.size() - at), &point);
    if (is_word_character(point)) {
      if (between && !words.empty()) words += ' ';
      words.append(plain, at, static_cast<std::size_t>(size));
    }
    between = !is_word_character(point);
    at += static_cast<std::size_t>(std::max<utf8proc_ssize_t>(size, 1));
  }
  return words.starts_with("the ") ? words.substr(4) : words;
}

}  // namespace entente

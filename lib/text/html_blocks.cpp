// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Chooses the region that holds the article (the longest <article>, else <main>, else all) and in it drops
// what is furniture by name or by the share of links (link density: Kohlschuetter et al., Boilerplate
// Detection using Shallow Text Features, 2010).
#include "text/html_blocks.hpp"

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr std::size_t kSmallRegion = 250;  // bytes; an <article> below this is a teaser

constexpr std::array<std::string_view, 62> kFurniture = {
    "ad",          "ads",        "advert",     "advertisement", "alert",    "banner",        "breadcrumb",
    "breadcrumbs", "btn",        "button",     "comment",       "comments", "complementary", "contentinfo",
    "cookie",      "cookies",    "copyright",  "dialog",        "disqus",   "dropdown",      "footer",
    "hidden",      "login",      "masthead",   "menu",          "modal",    "mostread",      "nav",
    "navbar",      "navigation", "newsletter", "noprint",       "pager",    "pagination",    "paywall",
    "popular",     "popup",      "print",      "promo",         "promoted", "recommended",   "related",
    "search",      "share",      "sharing",    "sidebar",       "signup",   "skip",          "social",
    "sponsor",     "sponsored",  "subscribe",  "subscription",  "tags",     "taboola",       "teaser",
    "toolbar",     "trending",   "tweet",      "widget",        "widgets",  "outbrain"};

/// How much of a region may be the article: text outside of furniture and links.
template <class Belongs>
std::size_t weight(const std::vector<Block>& blocks, Belongs belongs) {
  std::size_t sum = 0;
  for (const Block& block : blocks)
    if (!block.furniture && belongs(block))
      sum += block.text.size() - std::min(block.linked, block.text.size());
  return sum;
}

std::size_t longest_article(const std::vector<Block>& blocks) {
  std::vector<std::size_t> sizes(1);
  for (const Block& block : blocks) {
    if (block.article >= sizes.size()) sizes.resize(block.article + 1);
    if (block.article > 0 && !block.furniture) sizes[block.article] += block.text.size();
  }
  const auto longest = std::max_element(sizes.begin(), sizes.end());
  return *longest >= kSmallRegion ? static_cast<std::size_t>(longest - sizes.begin()) : 0;
}

/// Mostly links: a menu, not prose.
bool is_menu(const Block& block) {
  return block.linked * 10 > block.text.size() * 6 && block.text.size() < 300;
}

class Joiner {
 public:
  void add(const Block& block) {
    if (block.text.empty()) return;
    const bool lines = (block.kind == BlockKind::item || block.kind == BlockKind::row) && block.kind == last_;
    if (!out_.empty()) out_ += lines ? "\n" : "\n\n";
    if (block.kind == BlockKind::item) out_ += "• ";
    out_ += block.text;
    last_ = block.kind;
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  BlockKind last_ = BlockKind::paragraph;
};

}  // namespace

bool names_furniture(std::string_view attribute) {
  std::string word;
  for (std::size_t i = 0; i <= attribute.size(); ++i) {
    const char c = i < attribute.size() ? attribute[i] : ' ';
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      word += static_cast<char>(c | 0x20);
      continue;
    }
    if (std::find(kFurniture.begin(), kFurniture.end(), word) != kFurniture.end()) return true;
    word.clear();
  }
  return false;
}

std::string main_text(const std::vector<Block>& blocks) {
  const std::size_t article = longest_article(blocks);
  const bool has_main =
      article == 0 && weight(blocks, [](const Block& block) { return block.main; }) >= kSmallRegion;
  Joiner chosen;
  for (const Block& block : blocks) {
    const bool inside = article > 0 ? block.article == article : !has_main || block.main;
    if (inside && !block.furniture && (block.kind == BlockKind::heading || !is_menu(block)))
      chosen.add(block);
  }
  std::string text = chosen.take();
  if (!text.empty()) return text;
  Joiner all;
  for (const Block& block : blocks) all.add(block);
  return all.take();
}

}  // namespace entente

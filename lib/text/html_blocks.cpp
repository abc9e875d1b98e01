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

constexpr std::array<std::string_view, 6> kDenials = {"has", "no", "not", "with", "without", "hide"};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// The part of a page that holds the article.
struct Region {
  std::size_t article = 0;
  bool main = false;

  bool holds(const Block& block) const {
    return !block.furniture && (article > 0 ? block.article == article : !main || block.main);
  }
};

/// The longest <article> when it is longer than a teaser, else <main>, else all.
Region find_region(const std::vector<Block>& blocks) {
  std::vector<std::size_t> articles(1);
  std::size_t main = 0;
  for (const Block& block : blocks) {
    if (block.furniture) continue;
    if (block.article >= articles.size()) articles.resize(block.article + 1);
    if (block.article > 0) articles[block.article] += block.text.size();
    if (block.main) main += block.text.size();
  }
  const auto longest = std::max_element(articles.begin(), articles.end());
  if (*longest >= kSmallRegion)
    return {.article = static_cast<std::size_t>(longest - articles.begin()), .main = false};
  return {.article = 0, .main = main >= kSmallRegion};
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
  bool denied = false;  // "has-sidebar" is not the sidebar
  for (std::size_t i = 0; i <= attribute.size(); ++i) {
    const char c = i < attribute.size() ? attribute[i] : ' ';
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      word += static_cast<char>(c | 0x20);
      continue;
    }
    if (!denied && contains(kFurniture, word)) return true;
    denied = c != ' ' && (denied || contains(kDenials, word));
    word.clear();
  }
  return false;
}

std::string main_text(const std::vector<Block>& blocks) {
  const Region region = find_region(blocks);
  std::size_t kept = 0;
  std::size_t all = 0;
  for (const Block& block : blocks) {
    if (!region.holds(block) || is_menu(block)) continue;
    all += block.text.size();
    if (!block.named) kept += block.text.size();
  }
  const bool trust_names = kept * 3 > all;  // names that throw most of a page away mean something else
  Joiner chosen;
  for (const Block& block : blocks) {
    if (!region.holds(block) || (trust_names && block.named)) continue;
    if (block.kind == BlockKind::heading || !is_menu(block)) chosen.add(block);
  }
  std::string text = chosen.take();
  if (!text.empty()) return text;
  Joiner everything;
  for (const Block& block : blocks) everything.add(block);
  return everything.take();
}

}  // namespace entente

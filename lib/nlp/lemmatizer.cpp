// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The rule of the longest known suffix wins, the whole form counting as the longest. A rule of a suffix is
// the most frequent one among the word types that end in it (types, not tokens: "was" says nothing of other
// words in -s), and is only kept when it differs from that of the next shorter suffix. Forms whose rule would
// be wrong are exceptions.
#include "nlp/lemmatizer.hpp"

#include <algorithm>
#include <map>

#include "nlp/hash.hpp"
#include "nlp/words.hpp"

namespace entente::nlp {
namespace {

constexpr std::size_t kLongestSuffix = 8;
constexpr std::size_t kLongestForm = 40;  ///< bytes; longer words are their own lemma

std::uint64_t tag_value(TagPair tag) {
  return static_cast<std::uint64_t>(tag.upos) << 8 | static_cast<std::uint64_t>(tag.xpos);
}
std::uint64_t form_key(std::string_view form, TagPair tag) {
  return mix(hash_bytes(form) + tag_value(tag));
}
std::uint64_t suffix_key(std::string_view suffix, TagPair tag) {
  return mix(hash_bytes(suffix, suffix.size() + 77) + tag_value(tag));
}

bool at_character(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

std::string_view suffix_of(std::string_view form, std::size_t size) {
  return form.substr(form.size() - size);
}

// A form in small letters does not tell whether capitals are to be kept; names keep them.
LemmaRule rule_between(std::string_view form, std::string_view lemma, bool is_name) {
  std::string lower;
  lowercase(form, lower);
  const auto common = [lemma](std::string_view from) {
    std::size_t size = 0;
    while (size < std::min(from.size(), lemma.size()) && from[size] == lemma[size]) ++size;
    while (size > 0 && (!at_character(from, size) || !at_character(lemma, size))) --size;
    return size;
  };
  LemmaRule rule;
  rule.lower = is_name ? common(lower) > common(form) : common(lower) >= common(form);
  const std::string_view from = rule.lower ? std::string_view(lower) : form;
  rule.strip = static_cast<std::uint8_t>(from.size() - common(from));
  rule.append = lemma.substr(common(from));
  return rule;
}

}  // namespace

void Lemmatizer::append_lemma(std::string_view form, TagPair tag, std::string& lower,
                              std::string& out) const {
  const bool name = tag.upos == Upos::PROPN || tag.upos == Upos::X || tag.upos == Upos::SYM;
  lowercase(form.substr(0, kLongestForm), lower);
  auto found = by_key_.end();
  if (form.size() <= kLongestForm) {
    found = by_key_.find(form_key(form, tag));
    for (std::size_t size = std::min(lower.size(), kLongestSuffix) + 1;
         found == by_key_.end() && size-- > 0;) {
      found = by_key_.find(suffix_key(suffix_of(lower, size), tag));
    }
  }
  if (found == by_key_.end()) {
    if (!name) lowercase(form, lower);
    out.append(name ? form : lower);
    return;
  }
  const LemmaRule& rule = rules_[found->second];
  const std::string_view from = rule.lower ? std::string_view(lower) : form;
  if (rule.strip > from.size() || !at_character(from, from.size() - rule.strip)) {
    out.append(from);
    return;
  }
  out.append(from.substr(0, from.size() - rule.strip)).append(rule.append);
}

void Lemmatizer::write(BinaryWriter& out) const {
  out.number(static_cast<std::uint32_t>(rules_.size()));
  for (const LemmaRule& rule : rules_) {
    out.number(static_cast<std::uint8_t>(rule.lower));
    out.number(rule.strip);
    out.text(rule.append);
  }
  std::vector<std::pair<std::uint64_t, std::uint16_t>> sorted(by_key_.begin(), by_key_.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::uint64_t> keys;
  std::vector<std::uint16_t> values;
  for (const auto& [key, value] : sorted) {
    keys.push_back(key);
    values.push_back(value);
  }
  out.list(keys);
  out.list(values);
}

Lemmatizer Lemmatizer::read(BinaryReader& in) {
  Lemmatizer result;
  const auto count = in.number<std::uint32_t>();
  for (std::uint32_t i = 0; i < count && !in.failed(); ++i) {
    LemmaRule rule;
    rule.lower = in.number<std::uint8_t>() != 0;
    rule.strip = in.number<std::uint8_t>();
    rule.append = in.text();
    result.rules_.push_back(std::move(rule));
  }
  const auto keys = in.list<std::uint64_t>();
  const auto values = in.list<std::uint16_t>();
  if (keys.size() != values.size()) in.fail();
  for (const std::uint16_t value : values) {
    if (value >= result.rules_.size()) in.fail();
  }
  if (in.failed()) return {};
  result.by_key_.reserve(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) result.by_key_.emplace(keys[i], values[i]);
  return result;
}

void LemmaTrainer::add(std::string_view form, TagPair tag, std::string_view lemma) {
  if (form.size() > kLongestForm || lemma == "_" || lemma.size() > kLongestForm) return;
  std::string key(form);
  key.append(1, '\t').append(std::to_string(tag_value(tag))).append(1, '\t').append(lemma);
  const auto [found, added] = index_.emplace(std::move(key), seen_.size());
  if (added) seen_.push_back({std::string(form), tag, std::string(lemma), 0});
  ++seen_[found->second].count;
}

Lemmatizer LemmaTrainer::finish() const {
  std::map<std::pair<std::string, std::uint64_t>, const Seen*>
      best;  // the most frequent lemma of a form and tag
  for (const Seen& seen : seen_) {
    const Seen*& slot = best[{seen.form, tag_value(seen.tag)}];
    if (slot == nullptr || slot->count < seen.count) slot = &seen;
  }
  Lemmatizer result;
  std::map<LemmaRule, std::uint16_t> numbers;
  std::map<std::uint64_t, std::map<std::uint16_t, std::uint32_t>> votes;  // suffix_key -> rule -> word types
  const auto number_of = [&](const Seen& seen) {
    const LemmaRule rule = rule_between(seen.form, seen.lemma, seen.tag.upos == Upos::PROPN);
    const auto [found, added] = numbers.emplace(rule, static_cast<std::uint16_t>(result.rules_.size()));
    if (added) result.rules_.push_back(rule);
    return found->second;
  };
  std::string lower;
  for (const auto& [key, seen] : best) {
    lowercase(seen->form, lower);
    const std::uint16_t number = number_of(*seen);
    for (std::size_t size = 0; size <= std::min(lower.size(), kLongestSuffix); ++size) {
      if (size >= result.rules_[number].strip) ++votes[suffix_key(suffix_of(lower, size), seen->tag)][number];
    }
  }
  for (const auto& [key, counts] : votes) {
    const auto top =
        std::max_element(counts.begin(), counts.end(), [](auto& a, auto& b) { return a.second < b.second; });
    if (top->second >= 2) result.by_key_.emplace(key, top->first);
  }
  std::string lemma;
  for (const auto& [key, seen] : best) {
    lemma.clear();
    result.append_lemma(seen->form, seen->tag, lower, lemma);
    if (lemma != seen->lemma)
      result.by_key_.insert_or_assign(form_key(seen->form, seen->tag), number_of(*seen));
  }
  return result;
}

}  // namespace entente::nlp

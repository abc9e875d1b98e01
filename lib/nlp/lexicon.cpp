// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A hash table over hashes of words. Endings are taken off by the rules of WordNet's morphological processor
// (morphy(7WN)) and by undoubling.
#include "nlp/lexicon.hpp"

#include <algorithm>
#include <array>

#include "nlp/words.hpp"

namespace entente::nlp {
namespace {

std::uint32_t pack(WordClasses classes) {
  return classes.noun | classes.verb << 8 | classes.other << 16 |
         static_cast<std::uint32_t>(classes.names) << 24;
}

WordClasses unpack(std::uint32_t value) {
  return {static_cast<std::uint8_t>(value), static_cast<std::uint8_t>(value >> 8),
          static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 24)};
}

void unite(WordClasses& into, WordClasses from) {
  if (into.noun == 0) into.noun = from.noun;
  if (into.verb == 0) into.verb = from.verb;
  into.other |= from.other;
  into.names |= from.names;
}

struct Ending {
  std::string_view off;
  std::string_view on;
};

constexpr std::array<Ending, 6> kNounEndings = {
    {{"ies", "y"}, {"ses", "s"}, {"xes", "x"}, {"hes", "h"}, {"men", "man"}, {"s", ""}}};
constexpr std::array<Ending, 9> kVerbEndings = {{{"ied", "y"},
                                                 {"ies", "y"},
                                                 {"ed", ""},
                                                 {"ed", "e"},
                                                 {"ing", ""},
                                                 {"ing", "e"},
                                                 {"es", "e"},
                                                 {"es", ""},
                                                 {"s", ""}}};

// "stopped" -> "stop", when `stem` is "stopp".
bool is_doubled(std::string_view stem) {
  return stem.size() > 3 && stem.back() == stem[stem.size() - 2];
}

}  // namespace

Lexicon::Lexicon(std::vector<Entry> entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.key < b.key; });
  for (std::size_t i = 0; i < entries.size();) {
    WordClasses united;
    const std::uint32_t key = entries[i].key;
    for (; i < entries.size() && entries[i].key == key; ++i) unite(united, entries[i].classes);
    keys_.push_back(key);
    values_.push_back(pack(united));
  }
  index();
}

void Lexicon::index() {
  std::size_t size = 16;
  while (size < keys_.size() * 2) size *= 2;
  slots_.assign(size, 0);
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    std::size_t at = keys_[i] & (size - 1);
    while (slots_[at] != 0) at = (at + 1) & (size - 1);
    slots_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

WordClasses Lexicon::exact(std::string_view lower) const {
  if (slots_.empty()) return {};
  const std::uint32_t key = word_hash(lower);
  for (std::size_t at = key & (slots_.size() - 1); slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (keys_[slots_[at] - 1] == key) return unpack(values_[slots_[at] - 1]);
  }
  return {};
}

WordClasses Lexicon::find(std::string_view lower, std::string& scratch) const {
  WordClasses result = exact(lower);
  if (lower.size() < 4) return result;
  const auto base_of = [&](const Ending& ending) {
    scratch.assign(lower.substr(0, lower.size() - ending.off.size())).append(ending.on);
    return exact(scratch);
  };
  for (std::size_t i = 0; i < kNounEndings.size() && result.noun == 0; ++i) {
    if (lower.ends_with(kNounEndings[i].off)) result.noun = base_of(kNounEndings[i]).noun;
  }
  for (std::size_t i = 0; i < kVerbEndings.size() && result.verb == 0; ++i) {
    if (!lower.ends_with(kVerbEndings[i].off)) continue;
    result.verb = base_of(kVerbEndings[i]).verb;
    if (result.verb == 0 && kVerbEndings[i].on.empty() && is_doubled(scratch)) {
      scratch.pop_back();
      result.verb = exact(scratch).verb;
    }
  }
  return result;
}

void Lexicon::write(BinaryWriter& out) const {
  out.list(keys_);
  out.list(values_);
}

Lexicon Lexicon::read(BinaryReader& in) {
  Lexicon result;
  result.keys_ = in.list<std::uint32_t>();
  result.values_ = in.list<std::uint32_t>();
  const auto impossible = [](std::uint32_t value) {
    const WordClasses classes = unpack(value);
    return classes.noun >= kNounClasses || classes.verb >= kVerbClasses || classes.other >= kOtherClasses ||
           classes.names >= kNameClasses;
  };
  if (result.keys_.size() != result.values_.size() ||
      std::any_of(result.values_.begin(), result.values_.end(), impossible))
    in.fail();
  if (in.failed()) return {};
  result.index();
  return result;
}

}  // namespace entente::nlp

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Look-ups; gazetteer_builder.cpp fills the tables.
#include "entities/gazetteer.hpp"

#include <algorithm>
#include <cstdlib>

#include "entities/name_key.hpp"

namespace entente {
namespace {

int year_of(const std::string& date) {
  return date.empty() ? 0 : std::atoi(date.c_str());
}

}  // namespace

int Term::distance(int year) const {
  const int begin = year_of(from);
  const int end = year_of(to);
  if (begin != 0 && year < begin) return begin - year;
  if (end != 0 && year > end) return year - end;
  if (begin == 0 && end == 0) return 5;  // nothing known: as good as a near miss
  return 0;
}

bool Term::covers(int year) const {
  return distance(year) == 0;
}

Index Gazetteer::find(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  return found == by_id_.end() ? kNone : found->second;
}

std::span<const Sense> Gazetteer::senses(Index value) const {
  return {senses_.data() + sense_begin_[value], senses_.data() + sense_begin_[value + 1]};
}

Index Gazetteer::symbol(std::string_view key) const {
  const Index symbol = symbols_.find(key);
  return symbol == kNone ? kNone : canonical_[symbol];
}

std::span<const Sense> Gazetteer::lookup(std::string_view phrase) const {
  Index node = PhraseTrie::kRoot;
  const std::string keys = name_key(phrase);
  std::string_view rest = keys;
  while (!rest.empty() && node != kNone) {
    const auto end = std::min(rest.find(' '), rest.size());
    const Index next = symbol(rest.substr(0, end));
    node = next == kNone ? kNone : trie_.step(node, next);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (node == kNone || node == PhraseTrie::kRoot || trie_.value(node) == kNone) return {};
  return senses(trie_.value(node));
}

Index Gazetteer::state_at(Index state, int year) const {
  if (year == 0) return state;
  for (int steps = 0; steps < 4; ++steps) {
    const auto older =
        std::find_if(successions_.begin(), successions_.end(), [&](const Succession& succession) {
          return succession.successor == state && year < succession.year;
        });
    if (older == successions_.end()) return state;
    const int from = entries_[older->predecessor].valid_from;
    const bool another =
        std::any_of(successions_.begin(), successions_.end(), [&](const Succession& succession) {
          return succession.successor == older->predecessor && year < succession.year;
        });
    if (from > year && !another) return state;  // Russia before the Soviet Union
    state = older->predecessor;
  }
  return state;
}

std::vector<Index> Gazetteer::neighbours(Index state) const {
  std::vector<Index> found;
  for (const auto& [one, other] : borders_) {
    if (one == state) found.push_back(other);
    if (other == state) found.push_back(one);
  }
  return found;
}

std::span<const Term> Gazetteer::terms_of(Index person) const {
  const auto first = std::lower_bound(terms_.begin(), terms_.end(), person,
                                      [](const Term& term, Index value) { return term.person < value; });
  auto last = first;
  while (last != terms_.end() && last->person == person) ++last;
  return {first, last};
}

const std::vector<Index>& Gazetteer::sounding_like(std::string_view given, std::string_view family) const {
  static const std::vector<Index> kNobody;
  const std::string key = sound_key(family);
  if (key.size() < 2) return kNobody;
  const auto found = by_sound_.find(sound_key(given) + ' ' + key);
  return found == by_sound_.end() ? kNobody : found->second;
}

const std::vector<Index>& Gazetteer::terms_in(Index of) const {
  static const std::vector<Index> kNothing;
  const auto found = terms_in_.find(of);
  return found == terms_in_.end() ? kNothing : found->second;
}

}  // namespace entente

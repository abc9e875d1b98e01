// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Slow, obvious twins of the graph and of what is derived from it: they go through all assertions again for
// every question.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "entente/facts.hpp"

namespace entente::testing {

/// An assertion with its document and the ids of its ends.
struct Said {
  const Document* document;
  const Assertion* assertion;
  std::string subject, object;

  std::string sentence() const {
    return document->text.substr(assertion->sentence.begin, assertion->sentence.size());
  }
};

using TieKey = std::tuple<std::string, RelationType, std::string>;

inline std::map<TieKey, std::vector<Said>> slow_ties(const std::vector<Extraction>& extractions) {
  std::map<TieKey, std::vector<Said>> ties;
  for (const Extraction& extraction : extractions) {
    for (const Assertion& a : extraction.assertions) {
      Said said{&extraction.document, &a, extraction.entities[a.subject].id,
                extraction.entities[a.object].id};
      if (said.subject == said.object) continue;
      std::string first = said.subject;
      std::string second = said.object;
      if (info(a.type).symmetric && second < first) std::swap(first, second);
      ties[{first, a.type, second}].push_back(said);
    }
  }
  return ties;
}

inline double slow_factuality(Factuality value) {
  switch (value) {
    case Factuality::fact:
      return 1;
    case Factuality::planned:
      return 0.5;
    case Factuality::possible:
      return 0.25;
    case Factuality::negated:
      return 0;
  }
  return 0;
}

/// Words and pairs of neighbours.
inline std::set<std::string> slow_shingles(const std::string& sentence) {
  std::vector<std::string> words(1);
  for (const char c : sentence)
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      words.back() += static_cast<char>(std::tolower(c));
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  if (words.back().empty()) words.pop_back();
  std::set<std::string> result(words.begin(), words.end());
  for (std::size_t i = 1; i < words.size(); ++i) result.insert(words[i - 1] + " " + words[i]);
  return result;
}

inline bool slow_near_copies(const std::string& a, const std::string& b) {
  const auto one = slow_shingles(a);
  const auto other = slow_shingles(b);
  std::set<std::string> all = one;
  all.insert(other.begin(), other.end());
  const std::size_t shared = one.size() + other.size() - all.size();
  return shared > 0 && shared * 10 >= all.size() * 7;
}

/// Whether two pieces are one witness.
inline bool same_witness(const Said& a, const Said& b) {
  return a.document->id == b.document->id || slow_near_copies(a.sentence(), b.sentence()) ||
         (!a.document->outlet.empty() && a.document->outlet == b.document->outlet);
}

/// Groups of witnesses: merges until nothing changes.
template <class Same>
std::vector<std::size_t> slow_groups(const std::vector<Said>& list, const Same& same) {
  std::vector<std::size_t> group(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) group[i] = i;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < list.size(); ++i)
      for (std::size_t k = 0; k < list.size(); ++k)
        if (group[i] < group[k] && same(list[i], list[k])) {
          group[k] = group[i];
          changed = true;
        }
  }
  return group;
}

/// 1 - product of (1 - best value of the group).
inline double slow_noisy_or(const std::vector<std::size_t>& groups, const std::vector<double>& values) {
  std::map<std::size_t, double> best;
  for (std::size_t i = 0; i < groups.size(); ++i) best[groups[i]] = std::max(best[groups[i]], values[i]);
  double doubt = 1;
  for (const auto& [group, value] : best) doubt *= 1 - value;
  return 1 - doubt;
}

inline double slow_score(const std::vector<Said>& list) {
  std::vector<double> values;
  for (const Said& said : list)
    values.push_back(said.assertion->score * slow_factuality(said.assertion->factuality));
  return slow_noisy_or(slow_groups(list, same_witness), values);
}

inline std::size_t slow_outlets(const std::vector<Said>& list) {
  const auto groups = slow_groups(list, same_witness);
  return std::set<std::size_t>(groups.begin(), groups.end()).size();
}

}  // namespace entente::testing

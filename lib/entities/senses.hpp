// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Picks what an ambiguous name of the gazetteer means here: "Congolese", "Georgia", "Moscow", "Washington".
#pragma once

#include <unordered_map>
#include <vector>

#include "entities/reading.hpp"

namespace entente {

/// How often each entry of the gazetteer is named beyond doubt in a document.
struct Votes {
  std::unordered_map<Index, int> entries;
  std::unordered_map<Index, int> territories;  ///< of each country
  std::unordered_map<Index, int> towns;  ///< of each country: its capital and other places, beyond doubt

  int of(Index entry) const {
    const auto found = entries.find(entry);
    return found == entries.end() ? 0 : found->second;
  }
  int towns_of(Index country) const {
    const auto found = towns.find(country);
    return found == towns.end() ? 0 : found->second;
  }
};

Votes count_votes(const Reading& reading, const std::vector<Draft>& names);

/// Fills `entry`, `type` and the kind of every draft that has a sense which is no person's.
void choose_senses(const Reading& reading, const Votes& votes, std::vector<Draft>& names);

/// Whether a capital or seat at these tokens stands for its government rather than for the town (ONTOLOGY,
/// lifting).
bool stands_for_government(const Reading& reading, const Draft& draft);

/// Whether any sense of the draft is a person's.
bool has_person_sense(const Reading& reading, const Draft& draft);

}  // namespace entente

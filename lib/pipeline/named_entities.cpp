// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Marks what is named or used, then moves it together and renumbers.
#include "pipeline/named_entities.hpp"

#include <utility>

namespace entente {
namespace {

bool names(const Mention& mention) {
  return mention.entity != kNone && mention.reason == Reason::stated;
}

}  // namespace

std::vector<Entity> named_entities(Mentions&& mentions, std::vector<Assertion>& assertions) {
  std::vector<Index> place(mentions.entities.size(), kNone);  // kNone: left out; else its new number
  for (const Mention& mention : mentions.mentions)
    if (names(mention)) place[mention.entity] = 0;
  for (const Assertion& assertion : assertions) place[assertion.subject] = place[assertion.object] = 0;
  std::vector<Entity> kept;
  for (Index i = 0; i < place.size(); ++i) {
    if (place[i] == kNone) continue;
    place[i] = static_cast<Index>(kept.size());
    kept.push_back(std::move(mentions.entities[i]));
  }
  for (Assertion& assertion : assertions) {
    assertion.subject = place[assertion.subject];
    assertion.object = place[assertion.object];
  }
  return kept;
}

}  // namespace entente

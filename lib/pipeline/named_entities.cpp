// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Marks what is named or used, then moves it together and renumbers.
#include "pipeline/named_entities.hpp"

#include <utility>

namespace entente {
namespace {

/// "Turks" are people; they name Turkey only where they act, and then an assertion says so.
bool names(const Mention& mention, const Parse& parse) {
  const Xpos tag = parse.xpos[mention.head];
  const bool people = mention.kind == MentionKind::demonym && (tag == Xpos::NNS || tag == Xpos::NNPS);
  return mention.entity != kNone && mention.reason == Reason::stated && !people;
}

}  // namespace

std::vector<Entity> named_entities(Mentions&& mentions, const Parse& parse, std::vector<Assertion>& assertions) {
  std::vector<Index> place(mentions.entities.size(), kNone);  // kNone: left out; else its new number
  for (const Mention& mention : mentions.mentions)
    if (names(mention, parse)) place[mention.entity] = 0;
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

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Marks what is named or used, then moves it together and renumbers.
#include "pipeline/named_entities.hpp"

#include <utility>

namespace entente {
namespace {

/// Not what was inferred, and not "Turks": people, who name Turkey only where they act, and then an assertion
/// says so. "The British" are the country's name all the same.
bool names(const Mention& mention, const Document& document) {
  if (mention.entity == kNone || mention.reason != Reason::stated) return false;
  return mention.kind != MentionKind::demonym || document.text[mention.span.end - 1] != 's';
}

}  // namespace

std::vector<Entity> named_entities(const Document& document, Mentions&& mentions,
                                   std::vector<Assertion>& assertions) {
  std::vector<Index> place(mentions.entities.size(), kNone);  // kNone: left out; else its new number
  for (const Mention& mention : mentions.mentions)
    if (names(mention, document)) place[mention.entity] = 0;
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

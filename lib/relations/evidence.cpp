// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "relations/evidence.hpp"

#include <optional>

namespace entente::relations {
namespace {

std::optional<TriggerKind> kind_of(Upos tag) {
  switch (tag) {
    case Upos::VERB:
      return TriggerKind::verb;
    case Upos::NOUN:
    case Upos::PROPN:
      return TriggerKind::noun;
    case Upos::ADJ:
      return TriggerKind::adjective;
    default:
      return std::nullopt;
  }
}

const Frame* frame_at(const SentenceView& view, RelationType type, Index token) {
  const auto kind = kind_of(view.upos(token));
  const auto* triggers = kind ? view.frames().triggers(*kind, view.word(token)) : nullptr;
  if (triggers == nullptr) return nullptr;
  for (const Frames::Trigger& trigger : *triggers) {
    const Frame& frame = view.frames().frame(trigger.frame);
    if (frame.type == type && trigger.particle.empty()) return &frame;
  }
  return nullptr;
}

}  // namespace

Evidence nearest_evidence(const SentenceView& view, RelationType type, Index near) {
  Evidence best;
  const auto distance = [near](Index token) { return token > near ? token - near : near - token; };
  for (Index token = view.sentence().first; token < view.sentence().last; ++token) {
    if (best.frame != nullptr && distance(token) >= distance(best.trigger)) continue;
    if (const Frame* frame = frame_at(view, type, token)) best = {frame, token};
  }
  return best;
}

}  // namespace entente::relations

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

// Calls `use` with each frame that a word triggers by itself.
template <class Use>
void for_each_frame(const SentenceView& view, Index token, const Use& use) {
  const auto kind = kind_of(view.upos(token));
  const auto* triggers = kind ? view.frames().triggers(*kind, view.word(token)) : nullptr;
  if (triggers == nullptr) return;
  for (const Frames::Trigger& trigger : *triggers) {
    if (trigger.particle.empty()) use(view.frames().frame(trigger.frame));
  }
}

}  // namespace

std::vector<std::uint32_t> types_triggered(const SentenceView& view) {
  std::vector<std::uint32_t> result;
  for (Index token = view.sentence().first; token < view.sentence().last; ++token) {
    std::uint32_t& types = result.emplace_back(0);
    for_each_frame(view, token,
                   [&](const Frame& frame) { types |= 1U << static_cast<unsigned>(frame.type); });
  }
  return result;
}

Evidence nearest_evidence(const SentenceView& view, RelationType type, Index near) {
  Evidence best;
  const auto distance = [near](Index token) { return token > near ? token - near : near - token; };
  for (Index token = view.sentence().first; token < view.sentence().last; ++token) {
    if (best.frame != nullptr && distance(token) >= distance(best.trigger)) continue;
    for_each_frame(view, token, [&](const Frame& frame) {
      if (frame.type == type && best.trigger != token) best = {&frame, token};
    });
  }
  return best;
}

}  // namespace entente::relations

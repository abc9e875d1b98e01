// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "relations/evidence.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

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

/// "pull out", "pull its troops out": the particle stands behind the verb, not far.
bool has_particle(const SentenceView& view, Index verb, std::string_view particle) {
  constexpr Index kFar = 6;
  for (Index token = verb + 1; token < view.sentence().last && token <= verb + kFar; ++token)
    if (view.word(token) == particle) return true;
  return false;
}

/// Whether a word of the sentence fulfils the condition that a path ends with.
bool has_end(const SentenceView& view, const Path& path) {
  const Step& step = path.steps.back();
  if (!step.word_class && step.lemma.empty()) return true;
  for (Index token = view.sentence().first; token < view.sentence().last; ++token)
    if ((step.word_class && view.in_class(token, *step.word_class)) ||
        (!step.lemma.empty() && view.word(token) == step.lemma))
      return true;
  return false;
}

/// Whether the sentence has words for what the frame needs, wherever they stand: "import" says `arms` only
/// beside a weapon.
bool has_needs(const SentenceView& view, const Frame& frame) {
  return std::all_of(frame.needs.begin(), frame.needs.end(), [&](const std::vector<Path>& need) {
    return std::any_of(need.begin(), need.end(), [&](const Path& path) { return has_end(view, path); });
  });
}

// Calls `use` with each frame that a word triggers by itself.
template <class Use>
void for_each_frame(const SentenceView& view, Index token, const Use& use) {
  const auto kind = kind_of(view.upos(token));
  const auto* triggers = kind ? view.frames().triggers(*kind, view.word(token)) : nullptr;
  if (triggers == nullptr) return;
  for (const Frames::Trigger& trigger : *triggers) {
    const Frame& frame = view.frames().frame(trigger.frame);
    if (!trigger.particle.empty() && !has_particle(view, token, trigger.particle)) continue;
    if (has_needs(view, frame)) use(frame);
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

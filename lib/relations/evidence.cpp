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

bool is_number(std::string_view word) {
  return !word.empty() && word.size() <= 2 && word.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "4-2", in one token or in three.
bool is_score(const SentenceView& view, Index token) {
  const std::string_view word = view.word(token);
  for (const std::string_view dash : {std::string_view("-"), std::string_view("–")}) {
    const std::size_t at = word.find(dash);
    if (at == std::string_view::npos) continue;
    if (at > 0) return is_number(word.substr(0, at)) && is_number(word.substr(at + dash.size()));
    return word == dash && token > view.sentence().first && token + 1 < view.sentence().last &&
           is_number(view.word(token - 1)) && is_number(view.word(token + 1));
  }
  return false;
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

bool is_sport(const SentenceView& view) {
  const ClassId result = view.frames().words().id("sport_result"),
                ballot = view.frames().words().id("ballot");
  bool score = false, sport = false;
  for (Index token = view.sentence().first; token < view.sentence().last; ++token) {
    if (view.in_class(token, ballot)) return false;  // "voted 13-2"
    sport = sport || view.in_class(token, result);
    score = score || is_score(view, token);
  }
  return score && sport;
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

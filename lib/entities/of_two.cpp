// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// "Kenya and Somalia quarrel. The former ..., the latter ..., both ...": of the two that the last sentence
// names, in their order. Where it names one, or three, nothing is said.
#include <algorithm>

#include "entities/references.hpp"

namespace entente {
namespace {

enum class Word : std::uint8_t { none, former, latter, both };

/// "both" stands alone, "the former" has no noun behind it.
Word word_of(const Reading& reading, Index token) {
  if (reading.shape(token) == Shape::mark) return Word::none;
  const std::string word = reading.lower(token);
  const bool pair = word == "both" || word == "neither";
  if (!pair && word != "former" && word != "latter") return Word::none;
  const Index next = token + 1;
  const bool noun_follows = next < reading.sentence(token).last && reading.shape(next) != Shape::mark &&
                            (reading.upos(next) == Upos::NOUN || reading.upos(next) == Upos::PROPN ||
                             reading.upos(next) == Upos::ADJ || reading.upos(next) == Upos::DET ||
                             reading.upos(next) == Upos::NUM || reading.upos(next) == Upos::PRON);
  if (noun_follows || (pair && next < reading.size() && reading.lower(next) == "of")) return Word::none;
  if (pair) {
    const Upos after = next < reading.size() ? reading.upos(next) : Upos::X;
    if (after == Upos::VERB || after == Upos::AUX) return Word::both;
    const Dep label = reading.label(token);
    const bool argument =
        label == Dep::nsubj || label == Dep::nsubj_pass || label == Dep::obj || label == Dep::obl;
    return argument ? Word::both : Word::none;
  }
  if (token == reading.sentence(token).first || reading.lower(token - 1) != "the") return Word::none;
  return word == "former" ? Word::former : Word::latter;
}

/// The single actors of a sentence that come before `token`, each once, in order; nobody twice.
std::vector<const Referent*> named_in(const Discourse& discourse, Index token, Index sentences) {
  auto found = discourse.candidates(token, sentences, [](const Referent& r) {
    return r.actors.size() == 1 && !r.plural && r.kind != MentionKind::pronoun &&
           r.kind != MentionKind::description;
  });
  std::vector<const Referent*> named;
  for (const Candidate& candidate : found) named.push_back(candidate.referent);
  std::sort(named.begin(), named.end(),
            [](const Referent* a, const Referent* b) { return a->token < b->token; });
  return named;
}

}  // namespace

std::optional<Reference> resolve_of_two(const Reading& reading, const Discourse& discourse, Index token) {
  const Word word = word_of(reading, token);
  if (word == Word::none) return std::nullopt;
  std::vector<const Referent*> named = named_in(discourse, token, 0);
  if (named.empty() || word == Word::both) named = named_in(discourse, token, 1);
  if (named.size() > 2 && word != Word::both) named = named_in(discourse, token, 1);
  if (named.size() != 2) return std::nullopt;
  if (word == Word::both)
    return Reference{
        kNone, {named[0]->actors.front(), named[1]->actors.front()}, token, token + 1, Reason::group};
  const Referent& one = word == Word::former ? *named[0] : *named[1];
  return Reference{one.entity, one.actors, token - 1, token + 1, Reason::order};
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// One walk over the text from left to right: names and officials enter the discourse as they come, and what
// refers back is resolved against it and enters it too.
#include "entities/coref.hpp"

#include <utility>

#include "entities/discourse.hpp"
#include "entities/names.hpp"
#include "entities/references.hpp"

namespace entente {
namespace {

Draft draft_of(const Reading& reading, Reference reference, Index token, MentionKind kind) {
  Draft draft = make_draft(reading, reference.first, reference.last);
  draft.mention.head = token;
  draft.mention.kind = kind;
  draft.mention.entity = reference.entity;
  draft.mention.actors = std::move(reference.actors);
  draft.mention.reason = reference.reason;
  return draft;
}

class Walk {
 public:
  Walk(const Reading& reading, std::vector<Draft>& names, const std::vector<Draft>& officials,
       EntityTable& entities)
      : reading_(reading),
        names_(names),
        officials_(officials),
        entities_(entities),
        cover_(cover_of(reading, names)),
        finder_(reading, names, cover_),
        discourse_(reading, entities, reading.topic == kNone ? kNone : entities.known(reading.topic)),
        name_at_(reading.size(), kNone),
        official_at_(reading.size(), kNone) {
    for (Index i = 0; i < names.size(); ++i) name_at_[names[i].mention.head] = i;
    for (Index i = 0; i < officials.size(); ++i) official_at_[officials[i].mention.head] = i;
  }

  std::vector<Draft> resolve() {
    for (Index token = 0; token < reading_.size(); ++token) {
      if (name_at_[token] != kNone) {
        Draft& name = names_[name_at_[token]];
        complete(name);
        discourse_.add(name);
      } else if (official_at_[token] != kNone) {
        discourse_.add(officials_[official_at_[token]]);
      } else if (cover_[token] == kNone) {
        refer(token);
      }
    }
    return std::move(found_);
  }

 private:
  void refer(Index token) {
    std::optional<Reference> reference;
    MentionKind kind = MentionKind::pronoun;
    if (auto of_two = resolve_of_two(reading_, discourse_, token)) {
      const bool alone = of_two->first == token && of_two->actors.size() > 1;
      kind = alone ? MentionKind::pronoun : MentionKind::description;
      reference = std::move(of_two);
    } else if (reading_.upos(token) == Upos::NOUN) {
      reference = resolve_neighbour(reading_, discourse_, entities_, token);
      if (!reference) reference = resolve_description(reading_, discourse_, entities_, finder_, token);
      kind = MentionKind::description;
    } else if (reading_.upos(token) == Upos::PRON || reading_.upos(token) == Upos::DET) {
      reference = resolve_pronoun(reading_, discourse_, entities_, token);
    }
    if (!reference) return;
    found_.push_back(draft_of(reading_, std::move(*reference), token, kind));
    discourse_.add(found_.back());
  }

  /// "the Foreign Ministry", "Foreign Minister X": of the country that the words before them or the text
  /// speak of.
  void complete(Draft& name) {
    const bool body = name.type == EntityType::government_body || name.type == EntityType::armed_force;
    const bool officer = name.type == EntityType::person && !name.office.empty() && is_office_of_state(name);
    if (!name.mention.actors.empty() || (!body && !officer)) return;
    if (body) {
      const ActingPhrase phrase = finder_.of_noun(name.mention.head);
      name.mention.actors = phrase.actors;
    }
    if (name.mention.actors.empty()) {
      const Index country = discourse_.focus_country(name.mention.head, officer ? 0 : 2);
      if (country != kNone) name.mention.actors = {country};
    }
  }
  bool is_office_of_state(const Draft& name) const {
    const std::string_view word_class = office_class(reading_, name.name_first - 1);
    return word_class == "state" || word_class == "military";
  }

  const Reading& reading_;
  std::vector<Draft>& names_;
  const std::vector<Draft>& officials_;
  EntityTable& entities_;
  std::vector<Index> cover_;
  ActorFinder finder_;
  Discourse discourse_;
  std::vector<Index> name_at_;
  std::vector<Index> official_at_;
  std::vector<Draft> found_;
};

}  // namespace

std::vector<Draft> resolve_references(const Reading& reading, std::vector<Draft>& names,
                                      const std::vector<Draft>& officials, EntityTable& entities) {
  return Walk(reading, names, officials, entities).resolve();
}

}  // namespace entente

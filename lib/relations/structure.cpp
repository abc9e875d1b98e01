// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "relations/structure.hpp"

#include "relations/details.hpp"

namespace entente::relations {
namespace {

class Structure {
 public:
  Structure(SentenceView& view, const std::vector<TimeExpression>& times, std::vector<Assertion>& found)
      : view_(view), times_(times), found_(found) {}

  void run() {
    const auto& mentions = view_.reading().mentions.mentions;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      const Mention& mention = mentions[i];
      if (mention.first < view_.sentence().first) continue;
      if (mention.first >= view_.sentence().last) break;
      if (mention.entity == kNone || mention.kind == MentionKind::pronoun ||
          mention.kind == MentionKind::official || mention.kind == MentionKind::description ||
          mention.kind == MentionKind::omitted)
        continue;
      const EntityType type = entity(mention.entity).type;
      if (type == EntityType::person) leader(mention);
      if (type == EntityType::armed_force || type == EntityType::government_body)
        for (const Index actor : mention.actors) add(mention, RelationType::part_of, actor, mention, "part");
      if (i + 1 < mentions.size()) located(mention, mentions[i + 1]);
    }
  }

 private:
  const Entity& entity(Index index) const { return view_.reading().mentions.entities[index]; }
  bool in(Index token, std::string_view name) const {
    return view_.in_class(token, view_.frames().words().id(name));
  }

  void leader(const Mention& mention) {
    // The office stands in the title, or in an apposition.
    Index office = kNone;
    for (Index token = mention.first; token < mention.last; ++token) {
      if (in(token, "minor_office")) return;
      if (in(token, "office")) office = token;
    }
    bool ended = false;
    for (const Index c : view_.children(mention.head))
      if (view_.label(c) == Dep::appos || view_.label(c) == Dep::compound || view_.label(c) == Dep::flat) {
        if (in(c, "minor_office")) return;
        if (office == kNone && in(c, "office")) office = c;
      } else if (in(c, "former")) {
        ended = true;
      }
    for (const Index actor : mention.actors) {
      Assertion* made = add(mention, RelationType::leads, actor, mention, "leader");
      if (made == nullptr) continue;
      made->time = time_of(view_, times_, mention.head);  // when the text sees them in office
      if (ended) made->phase = Phase::end;
      if (office != kNone)
        made->detail = std::string(view_.reading().tokens.word(view_.reading().document.text, office));
    }
  }

  void located(const Mention& inner, const Mention& outer) {
    if (outer.entity == kNone || !has(info(RelationType::located_in).subjects, entity(inner.entity).type) ||
        !has(info(RelationType::located_in).objects, entity(outer.entity).type) || inner.last > outer.first ||
        outer.last > view_.sentence().last)
      return;
    const Index gap = outer.first - inner.last;
    if (gap == 0 || gap > 2 || outer.kind == MentionKind::demonym) return;
    const std::string_view joint = view_.word(inner.last);
    const bool within = joint == "in" || joint == "on" || joint == "at";
    // "Oberhof, Germany" - but not "in Moscow, Russia said" or a list: the country must be where the place
    // lies.
    const bool placed = joint == "," && gap == 1 && inner.location != kNone && inner.location == outer.entity;
    if (gap == 2 && view_.word(inner.last + 1) != "the") return;
    if ((within &&
         (inner.location == kNone || inner.location == outer.entity || inner.location == outer.location)) ||
        placed)
      add(inner, RelationType::located_in, outer.entity, outer, "located");
  }

  Assertion* add(const Mention& subject, RelationType type, Index object, const Mention& evidence,
                 const char* rule) {
    if (object == subject.entity || !has(info(type).objects, entity(object).type) ||
        !has(info(type).subjects, entity(subject.entity).type))
      return nullptr;
    Assertion made;
    made.subject = subject.entity;
    made.type = type;
    made.object = object;
    made.sentence = view_.sentence().span;
    made.trigger = subject.span;
    made.subject_span = subject.span;
    made.object_span = evidence.span;
    made.score = 0.7;
    made.rule = std::string("structure.") + rule;
    found_.push_back(std::move(made));
    return &found_.back();
  }

  SentenceView& view_;
  const std::vector<TimeExpression>& times_;
  std::vector<Assertion>& found_;
};

}  // namespace

void find_structure(SentenceView& view, const std::vector<TimeExpression>& times,
                    std::vector<Assertion>& found) {
  Structure(view, times, found).run();
}

}  // namespace entente::relations

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "relations/arguments.hpp"

#include <algorithm>

namespace entente::relations {
namespace {

class Resolver {
 public:
  Resolver(SentenceView& view, const Slot& slot) : view_(view), slot_(slot) {}

  void token(Index at, bool soft, int depth) {
    for (const Index member : view_.conjuncts(at)) one(member, soft, depth);
    if (!found_.empty()) listed(found_.back().mention);
  }

  std::vector<Argument> take() { return std::move(found_); }

 private:
  const std::vector<Mention>& mentions() const { return view_.reading().mentions.mentions; }
  EntityType type(Index entity) const { return view_.reading().mentions.entities[entity].type; }

  bool add(Index entity, Index mention, bool located) {
    if (entity == kNone || !has(slot_.types, type(entity))) return false;
    if (std::none_of(found_.begin(), found_.end(), [&](const Argument& a) { return a.entity == entity; }))
      found_.push_back({entity, mention, located});
    return true;
  }

  bool add(const Mention& mention) {
    const auto index = static_cast<Index>(&mention - mentions().data());
    const bool own = mention.entity != kNone && has(slot_.types, type(mention.entity));
    if (slot_.area) {
      if (own && has(kAreas, type(mention.entity))) return add(mention.entity, index, false);
      if (add(mention.location, index, true)) return true;
    }
    if (own && !has(kActors, type(mention.entity))) return add(mention.entity, index, false);
    bool any = false;
    for (const Index actor : mention.actors) any = add(actor, index, false) || any;
    if (any || (own && add(mention.entity, index, false))) return true;
    return !slot_.subject && add(mention.location, index, true);
  }

  void one(Index at, bool soft, int depth) {
    const Mention* mention = view_.mention(at);
    if (mention != nullptr && add(*mention)) return;
    const auto& words = view_.frames().words();
    const bool groups = words.contains(words.id("transparent"), view_.word(at));
    if ((!soft && !groups) || depth > 2 || !is_nominal(at)) return;
    for (const char* role : groups ? kGroupRoles : kSoftRoles) {
      const RoleId wanted = view_.frames().role(role);
      const std::size_t before = found_.size();
      // A copy: deeper look-ups may fill the view's cache.
      const std::vector<RoleFiller> fillers = view_.roles(at);
      for (const RoleFiller& filler : fillers)
        if (filler.role == wanted && filler.token != at) token(filler.token, soft && !groups, depth + 1);
      if (found_.size() > before) return;
    }
  }

  bool is_nominal(Index at) const { return view_.upos(at) != Upos::VERB && view_.upos(at) != Upos::AUX; }

  /// Members of a list that the parser has torn: mentions after the last one found, with nothing but commas
  /// and a final "and" between them.
  void listed(Index last) {
    Index at = mentions()[last].last;
    std::vector<const Mention*> pending;
    bool closed = false;
    const Index end = view_.sentence().last;
    while (!closed && at < end) {
      const std::string_view separator = view_.word(at);
      if (separator != "," && separator != "and" && separator != "or" && separator != "&") return;
      closed = separator != ",";
      ++at;
      if (at < end && separator == "," && (view_.word(at) == "and" || view_.word(at) == "or")) {
        closed = true;
        ++at;
      }
      if (at < end && view_.word(at) == "the") ++at;
      const Mention* next = starting_at(at);
      if (next == nullptr) return;
      pending.push_back(next);
      at = next->last;
    }
    // A pair is the parser's business; three and more are told by their form.
    if (!closed || pending.size() < 2) return;
    for (const Mention* mention : pending) add(*mention);
  }

  const Mention* starting_at(Index at) const {
    for (Index token = at; token < std::min(at + 8, view_.sentence().last); ++token)
      if (const Mention* found = view_.mention(token);
          found != nullptr && found->first == at && found->head == token)
        return found;
    return nullptr;
  }

  static constexpr std::initializer_list<const char*> kSoftRoles = {"is", "poss", "mod", "of", "by", "from"};
  static constexpr std::initializer_list<const char*> kGroupRoles = {"of", "from", "mod", "poss"};
  SentenceView& view_;
  const Slot& slot_;
  std::vector<Argument> found_;
};

}  // namespace

std::vector<Argument> resolve(SentenceView& view, Index token, const Slot& slot, bool soft) {
  Resolver resolver(view, slot);
  resolver.token(token, soft, 0);
  return resolver.take();
}

Slot subject_slot(RelationType type) {
  return {info(type).subjects, false, true};
}

Slot object_slot(RelationType type) {
  const bool area = type == RelationType::deploys_to || type == RelationType::has_base_in ||
                    type == RelationType::attacks || type == RelationType::located_in;
  return {info(type).objects, area, false};
}

}  // namespace entente::relations

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What a reader has in mind at a point of the text: who was mentioned, in what role, how long ago. Used to
// resolve pronouns and descriptions.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "entities/entity_table.hpp"
#include "entities/reading.hpp"

namespace entente {

/// Something mentioned.
struct Referent {
  Index token = 0;  ///< its head
  Index first = 0;  ///< its tokens
  Index last = 0;
  Index entity = kNone;                   ///< what is named
  std::vector<Index> actors;              ///< for whom it acts
  EntityType type = EntityType::country;  ///< of the entity, else of the first actor
  MentionKind kind = MentionKind::name;
  double weight = 0;  ///< by grammatical role
  bool plural = false;
  bool person = false;  ///< a human being, named or not
  bool subject = false;
};

/// A referent with its salience at some point.
struct Candidate {
  const Referent* referent = nullptr;
  double score = 0;
};

class Discourse {
 public:
  /// `topic`: the entity that the whole text is about, or kNone.
  Discourse(const Reading& reading, const EntityTable& entities, Index topic)
      : reading_(reading), entities_(entities), topic_(topic) {}

  /// Adds a mention; mentions come in the order of their heads.
  void add(const Draft& draft);
  /// Candidates that `fits` accepts among the mentions before `token`, of its own and the `sentences` before
  /// it; the best first, one for each group of actors (or entity, where there are no actors).
  std::vector<Candidate> candidates(Index token, Index sentences,
                                    const std::function<bool(const Referent&)>& fits) const;
  /// The referent whose head is `token`, or nullptr.
  const Referent* at(Index token) const;
  /// The widest mention in the sentence of `token` whose last token is the one before `last`, or nullptr.
  const Referent* ending_at(Index last, Index token) const;
  /// The group that begins with a referent ("Britain and Australia" for "Britain"), or nullptr.
  const Referent* group_from(const Referent& referent) const;
  /// How often an actor has been mentioned so far.
  int count(Index actor) const { return actor < counts_.size() ? counts_[actor] : 0; }
  /// The country that the text around `token` (its sentence and `sentences` before) is about; kNone when it
  /// is not one beyond doubt. A text about one country speaks of that one, unless the sentence names another.
  Index focus_country(Index token, Index sentences) const;
  /// What the whole text is about; kNone when it is not of that type.
  Index topic(EntityType type) const {
    return topic_ != kNone && entities_[topic_].type == type ? topic_ : kNone;
  }
  bool is_country(Index entity) const { return entities_[entity].type == EntityType::country; }

 private:
  void add_group(const Referent& member);
  bool joined(Index last, Index first, bool& strong) const;
  const Reading& reading_;
  const EntityTable& entities_;
  Index topic_;
  std::vector<Referent> referents_;
  std::vector<int> counts_;  ///< by actor
};

/// The subject of the clause that governs `token`, kNone when it has none; `levels` clauses further up.
Index clause_subject(const Reading& reading, Index token, int levels);

}  // namespace entente

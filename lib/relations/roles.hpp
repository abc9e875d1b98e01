// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The predicate-argument view of a sentence: who stands in which role to a predicate, with passives, relative
// and reduced clauses, control, coordination, apposition and light verbs undone, so that frames need not
// spell them out.
//
// A SentenceView belongs to one thread and is of use while the document's Tokens, Parse and Mentions live.
#pragma once

#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "entente/facts.hpp"
#include "relations/frames.hpp"

namespace entente::relations {

/// Everything the stages before have found out about a document.
struct Reading {
  const Document& document;
  const Tokens& tokens;
  const Parse& parse;
  const Mentions& mentions;
};

struct RoleFiller {
  RoleId role;
  Index token;
};

/// How a governing verb bears on a noun it carries ("impose sanctions", "lift sanctions").
enum class Support : std::uint8_t { none, plain, start, end };

class SentenceView {
 public:
  SentenceView(const Reading& reading, const Frames& frames);

  /// Moves to another sentence. Cost: linear in its tokens.
  void enter(const Sentence& sentence);

  /// All role fillers of a predicate, its own first, then those it takes over from a governor. Computed once
  /// a sentence; valid until enter().
  const std::vector<RoleFiller>& roles(Index predicate);

  /// Direct dependents of a token, in order.
  std::vector<Index> children(Index token) const;
  /// The token and its coordinated ones ("Russia, China and Iran"), in order.
  std::vector<Index> conjuncts(Index token) const;
  /// The mention that a token is the head of, else the smallest that holds it; nullptr if none. A demonym
  /// inside a larger mention is found by its own token.
  const Mention* mention(Index token) const;

  bool is_passive(Index verb) const;
  Support support(Index noun) const;  ///< by the verb that carries it
  Index governor(Index noun) const;   ///< the verb or noun that carries it as object, subject or complement
  Index head(Index token) const { return reading_.parse.heads[token]; }
  Dep label(Index token) const { return reading_.parse.labels[token]; }
  Upos upos(Index token) const { return reading_.parse.upos[token]; }
  Xpos xpos(Index token) const { return reading_.parse.xpos[token]; }
  std::string_view lemma(Index token) const { return reading_.parse.lemma(token); }
  /// The lemma in lower case, as words.txt and the frames have it.
  std::string_view word(Index token) const;
  bool in_class(Index token, ClassId word_class) const {
    return frames_.words().contains(word_class, word(token));
  }
  const Sentence& sentence() const { return sentence_; }
  const Reading& reading() const { return reading_; }
  const Frames& frames() const { return frames_; }
  /// The dependent with that label, or kNone.
  Index child(Index token, Dep label) const;
  /// Index of the first mention that is not before the sentence.
  Index first_mention() const { return static_cast<Index>(next_mention_); }
  /// What a relative pronoun stands for; other tokens stand for themselves.
  Index antecedent(Index token) const;
  /// First and last token of the subtree of a token, inclusive.
  std::pair<Index, Index> extent(Index token) const;

 private:
  using Fillers = std::vector<RoleFiller>;
  void add(Fillers& fillers, RoleId role, Index token) const;
  void add_own(Fillers& fillers, Index predicate) const;
  void add_dependent(Fillers& fillers, Index predicate, Index dependent) const;
  void add_verb_inherited(Fillers& fillers, Index verb, int depth) const;
  void add_noun_inherited(Fillers& fillers, Index noun) const;
  void add_premodifiers(Fillers& fillers, Index noun) const;
  void add_obliques(Fillers& fillers, Index verb) const;
  void add_subject(Fillers& fillers, Index verb, int depth) const;
  RoleId preposition(Index noun) const;
  Fillers compute_roles(Index predicate) const;

  const Reading& reading_;
  const Frames& frames_;
  ClassId support_, support_start_, support_end_, not_controlled_;
  Sentence sentence_;
  std::vector<Index> first_child_, next_sibling_;  ///< by token - sentence_.first
  std::vector<Index> mention_at_;   ///< mention whose head is the token, by token - sentence_.first
  std::vector<Index> cover_at_;     ///< smallest mention that holds the token
  std::vector<std::string> words_;  ///< lower-cased lemmas
  std::vector<Fillers> roles_;      ///< by token - sentence_.first; empty: not yet computed
  std::size_t next_mention_ = 0;
};

}  // namespace entente::relations

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Whom a noun acts for: "Russian border guards", "the government of X", "Moscow's ambassador", "officials
// from the United States, UK, UN and EU" (ONTOLOGY, "Lifting to the actor").
#pragma once

#include <string_view>
#include <vector>

#include "entities/reading.hpp"

namespace entente {

/// Actors of a noun phrase and the tokens [first, last) that say so.
struct ActingPhrase {
  std::vector<Index> actors;  ///< entities
  Index first = 0;
  Index last = 0;
};

class ActorFinder {
 public:
  /// `names` are linked (entity and actors filled in); `cover` is cover_of(names). Both must outlive the
  /// finder.
  ActorFinder(const Reading& reading, const std::vector<Draft>& names, const std::vector<Index>& cover)
      : reading_(reading), names_(names), cover_(cover) {}

  /// The actors that the words around an acting noun name; none when they name none or forbid it ("rebel
  /// leader").
  ActingPhrase of_noun(Index noun) const { return of_noun(noun, 0); }
  /// The class of a noun in data/entities/acting_nouns.txt or, for titles, offices.txt; empty when it acts
  /// for nobody.
  std::string_view acting_class(Index token) const;

 private:
  ActingPhrase of_noun(Index noun, int depth) const;
  ActingPhrase before(Index noun) const;
  ActingPhrase after(Index noun, int depth) const;
  bool continues_phrase(Index token, Index noun) const;
  bool is_hedged(Index first, Index last) const;
  Index linked_before(Index token, bool& strong) const;
  void add_coordinated(Index token, ActingPhrase& phrase) const;
  void add_listed(ActingPhrase& phrase) const;
  bool is_people(const Draft& name) const;
  void add_actors(const Draft& name, std::vector<Index>& actors) const;

  const Reading& reading_;
  const std::vector<Draft>& names_;
  const std::vector<Index>& cover_;
};

}  // namespace entente

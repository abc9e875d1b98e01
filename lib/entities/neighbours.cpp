// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Land borders and the places of the capitals tell who is meant by "its eastern neighbour": all states that
// border the possessor, less those that do not lie in the direction; one has to be left, or one that the text
// has mentioned.
#include <algorithm>
#include <cmath>
#include <string>

#include "entities/references.hpp"

namespace entente {
namespace {

struct Direction {
  double east = 0;
  double north = 0;
  bool any() const { return east != 0 || north != 0; }
};

/// "eastern", "north-western"; nothing for another word.
Direction direction_of(const std::string& word) {
  const auto says = [&](std::string_view part) { return word.find(part) != std::string::npos; };
  if (word.size() < 7 || word.substr(word.size() - 3) != "ern") return {};
  return {says("east") ? 1.0 : says("west") ? -1.0 : 0.0, says("north") ? 1.0 : says("south") ? -1.0 : 0.0};
}

/// Whether the capital of `other` lies that way from the capital of `state`: within some 60 degrees of it.
bool lies(const GazetteerEntry& state, const GazetteerEntry& other, const Direction& direction) {
  constexpr double kRadians = 3.14159265358979 / 180;
  const bool known =
      (state.latitude != 0 || state.longitude != 0) && (other.latitude != 0 || other.longitude != 0);
  if (!known) return false;
  const double north = other.latitude - state.latitude;
  const double east = (other.longitude - state.longitude) * std::cos(state.latitude * kRadians);
  const double length = std::hypot(east, north) * std::hypot(direction.east, direction.north);
  return length > 0 && (east * direction.east + north * direction.north) / length > 0.5;
}

/// The state that owns the neighbour ("its", "Portugal's"), and the direction that an adjective gives.
Index possessor_of(const Reading& reading, const Discourse& discourse, Index noun, Index& first,
                   Direction& direction) {
  Index owner = kNone;
  for (const Index child : reading.children(noun)) {
    if (child > noun) continue;
    if (reading.label(child) == Dep::amod) direction = direction_of(reading.lower(child));
    if (reading.label(child) != Dep::nmod_poss) continue;
    const Referent* referent = discourse.at(child);
    if (referent == nullptr || referent->actors.size() != 1) return kNone;
    owner = referent->actors.front();
    first = std::min(child, referent->first);
  }
  return owner;
}

}  // namespace

std::optional<Reference> resolve_neighbour(const Reading& reading, const Discourse& discourse,
                                           EntityTable& entities, Index token) {
  const std::string noun = reading.lower(token);
  if (noun != "neighbour" && noun != "neighbor") return std::nullopt;
  Index first = token;
  Direction direction;
  const Index owner = possessor_of(reading, discourse, token, first, direction);
  const Index state = owner == kNone ? kNone : entities.entry_of(owner);
  if (state == kNone) return std::nullopt;
  const Gazetteer& gazetteer = reading.gazetteer;
  std::vector<Index> fitting;
  for (const Index other : gazetteer.neighbours(state))
    if (!direction.any() || lies(gazetteer.entry(state), gazetteer.entry(other), direction))
      fitting.push_back(other);
  if (fitting.size() > 1 && direction.any()) {
    const auto unnamed = [&](Index other) {
      const auto found = discourse.candidates(token, 3, [&](const Referent& r) {
        return r.actors.size() == 1 && entities.entry_of(r.actors.front()) == other;
      });
      return found.empty();
    };
    fitting.erase(std::remove_if(fitting.begin(), fitting.end(), unnamed), fitting.end());
  }
  if (fitting.size() != 1) return std::nullopt;
  const Index neighbour = entities.known(fitting.front());
  return Reference{neighbour, {neighbour}, first, token + 1, Reason::geography};
}

}  // namespace entente

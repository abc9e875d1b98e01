// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "query/places.hpp"

#include <algorithm>

#include "query/spelling.hpp"

namespace entente::query {

Places::Places(const Graph& graph) : graph_(graph) {
  for (Index i = 0; i < graph.entity_count(); ++i) {
    const Entity& entity = graph.entity(i);
    if (!is_place(entity.type)) continue;
    by_name_.try_emplace(fold(entity.name), i);
    for (const std::string& alias : entity.aliases) by_name_.try_emplace(fold(alias), i);
  }
}

Index Places::find(std::string_view name) {
  if (name.empty()) return kNone;
  const auto [answer, added] = answers_.try_emplace(name, kNone);
  if (added)
    if (const auto known = by_name_.find(fold(name)); known != by_name_.end()) answer->second = known->second;
  return answer->second;
}

std::vector<Index> Places::of(const Tie& tie, const Evidence& evidence) {
  std::vector<Index> result;
  const auto add = [&](Index place) {
    if (place != kNone && std::find(result.begin(), result.end(), place) == result.end())
      result.push_back(place);
  };
  if (is_place(graph_.entity(tie.object).type)) add(tie.object);
  add(find(evidence.facility));
  add(find(evidence.place));
  return result;
}

}  // namespace entente::query

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Who depend on one another all the same, by whatever way, are the strongly connected components (Tarjan
// 1972).
#include "query/dependence_graph.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <boost/graph/strong_components.hpp>

namespace entente {

query::DependenceGraph query::dependence_graph(const Graph& graph, const std::vector<Dependence>& dependences,
                                               Direction direction) {
  std::map<std::pair<Index, Index>, double> doubt;
  for (const Dependence& d : dependences) {
    auto ends = std::make_pair(d.dependent, d.provider);
    if (direction == Direction::to_dependent) std::swap(ends.first, ends.second);
    const auto [known, added] = doubt.try_emplace(ends, 1.0);
    known->second *= 1 - d.strength;
  }
  DependenceGraph result(graph.entity_count());
  for (const auto& [ends, value] : doubt) {
    const double strength = 1 - value;
    if (strength > 0) add_edge(ends.first, ends.second, Length{-std::log(strength)}, result);
  }
  return result;
}

std::vector<std::vector<Index>> mutual_dependence(const Graph& graph, const DependenceRules& rules,
                                                  const DependenceOptions& options) {
  const auto steps = query::dependence_graph(graph, dependences(graph, rules, options));
  std::vector<std::size_t> component(num_vertices(steps));
  const auto index = get(boost::vertex_index, steps);
  const std::size_t count =
      boost::strong_components(steps, boost::make_iterator_property_map(component.begin(), index));
  std::vector<std::vector<Index>> groups(count);
  for (Index i = 0; i < component.size(); ++i) groups[component[i]].push_back(i);
  groups.erase(
      std::remove_if(groups.begin(), groups.end(), [](const auto& group) { return group.size() < 2; }),
      groups.end());
  std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a.front() < b.front();
  });
  return groups;
}

}  // namespace entente

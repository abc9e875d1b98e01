// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Communities of the pairs of partners, weighted by the sum of the scores of their ties.
#include <algorithm>
#include <map>
#include <numeric>

#include "query/communities.hpp"
#include "query/selection.hpp"

namespace entente {
namespace {

GraphFilter binding(GraphFilter filter) {
  if (filter.types.empty() && filter.groups.empty())
    filter.groups = {RelationGroup::agreement, RelationGroup::deployment, RelationGroup::dependency,
                     RelationGroup::cooperation};
  return filter;
}

query::WeightedPairs partners(const Graph& graph, const graph::Filter& filter) {
  std::map<std::pair<Index, Index>, double> weights;
  for (Index i = 0; i < graph.tie_count(); ++i) {
    const Tie& tie = graph.tie(i);
    const double score = filter.allows(tie.type) ? query::selected_score(graph, i, filter) : 0;
    if (score > 0) weights[std::minmax(tie.subject, tie.object)] += score;
  }
  query::WeightedPairs result;
  result.size = graph.entity_count();
  for (const auto& [ends, weight] : weights) result.pairs.push_back({ends.first, ends.second, weight});
  return result;
}

}  // namespace

BlocReport blocs(const Graph& graph, const BlocOptions& options) {
  const query::WeightedPairs pairs = partners(graph, graph::Filter(binding(options.filter)));
  const std::vector<Index> labels = query::find_communities(pairs, options.resolution);
  BlocReport report;
  report.modularity = query::modularity(pairs, labels, options.resolution);
  std::vector<Bloc> found(labels.size());
  std::vector<double> bound(labels.size());  // of each entity to its bloc
  for (const auto& [first, second, weight] : pairs.pairs) {
    if (labels[first] == labels[second]) {
      found[labels[first]].inside += weight;
      bound[first] += weight;
      bound[second] += weight;
    } else {
      found[labels[first]].outside += weight;
      found[labels[second]].outside += weight;
    }
  }
  for (Index i = 0; i < labels.size(); ++i) found[labels[i]].members.push_back(i);
  for (Bloc& bloc : found) {
    std::stable_sort(bloc.members.begin(), bloc.members.end(),
                     [&](Index a, Index b) { return bound[a] > bound[b]; });
    if (bloc.members.size() > 1) report.blocs.push_back(std::move(bloc));
  }
  std::stable_sort(report.blocs.begin(), report.blocs.end(),
                   [](const Bloc& a, const Bloc& b) { return a.members.size() > b.members.size(); });
  return report;
}

}  // namespace entente

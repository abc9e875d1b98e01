// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Read access to the frozen graph; look-ups are binary searches, thanks to its order.
#include <algorithm>
#include <tuple>

#include <boost/range/iterator_range.hpp>

#include "graph/graph_data.hpp"
#include "graph/summary.hpp"

namespace entente {
namespace {

std::optional<Index> tie_between(const Graph& graph, Index subject, RelationType type, Index object) {
  const auto wanted = std::make_tuple(subject, type, object);
  Index low = 0;
  Index high = graph.tie_count();
  while (low < high) {
    const Index middle = low + (high - low) / 2;
    const Tie& tie = graph.tie(middle);
    if (std::make_tuple(tie.subject, tie.type, tie.object) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == graph.tie_count()) return std::nullopt;
  const Tie& tie = graph.tie(low);
  if (std::make_tuple(tie.subject, tie.type, tie.object) != wanted) return std::nullopt;
  return low;
}

}  // namespace

Graph::Graph(std::unique_ptr<const Data> data) : data_(std::move(data)) {}
Graph::Graph() : data_(std::make_unique<const Data>()) {}
Graph::~Graph() = default;
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;

Index Graph::entity_count() const {
  return static_cast<Index>(num_vertices(data_->boost));
}
Index Graph::tie_count() const {
  return static_cast<Index>(data_->edges.size());
}
std::size_t Graph::evidence_count() const {
  return data_->evidence.size();
}

const Entity& Graph::entity(Index entity) const {
  return data_->boost[entity];
}
const Tie& Graph::tie(Index tie) const {
  return data_->boost[data_->edges[tie]];
}

std::span<const Evidence> Graph::evidence(Index tie) const {
  const Tie& of = this->tie(tie);
  return std::span(data_->evidence).subspan(of.first_evidence, of.assertions);
}

const Evidence& Graph::best_evidence(Index tie) const {
  const auto all = evidence(tie);
  return all[graph::best_of(all)];
}

std::vector<Index> Graph::ties_out(Index entity) const {
  std::vector<Index> result;
  for (const auto edge : boost::make_iterator_range(out_edges(entity, data_->boost)))
    result.push_back(data_->boost[edge].index);
  return result;
}

std::vector<Index> Graph::ties_in(Index entity) const {
  std::vector<Index> result;
  for (const auto edge : boost::make_iterator_range(in_edges(entity, data_->boost)))
    result.push_back(data_->boost[edge].index);
  return result;
}

std::string Graph::tie_id(Index tie) const {
  const Tie& of = this->tie(tie);
  return entity(of.subject).id + ':' + std::string(name(of.type)) + ':' + entity(of.object).id;
}

std::optional<Index> Graph::find_entity(std::string_view id) const {
  Index low = 0;
  Index high = entity_count();
  while (low < high) {
    const Index middle = low + (high - low) / 2;
    if (entity(middle).id < id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == entity_count() || entity(low).id != id) return std::nullopt;
  return low;
}

std::optional<Index> Graph::find_tie(std::string_view id) const {
  // Ids of entities hold colons too (`igo:nato:supports:UKR`): the type is where both sides are known.
  for (std::size_t colon = id.find(':'); colon != std::string_view::npos; colon = id.find(':', colon + 1)) {
    const std::size_t end = id.find(':', colon + 1);
    if (end == std::string_view::npos) break;
    const auto type = relation_type(id.substr(colon + 1, end - colon - 1));
    if (!type) continue;
    const auto subject = find_entity(id.substr(0, colon));
    const auto object = find_entity(id.substr(end + 1));
    if (!subject || !object) continue;
    if (const auto tie = tie_between(*this, *subject, *type, *object)) return tie;
    if (info(*type).symmetric)
      if (const auto tie = tie_between(*this, *object, *type, *subject)) return tie;
  }
  return std::nullopt;
}

const BoostGraph& boost_graph(const Graph& graph) {
  return graph.data().boost;
}

}  // namespace entente

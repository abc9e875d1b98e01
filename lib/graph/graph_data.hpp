// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The frozen graph. Invariants:
//  1. vertices are in order of Entity::id, which is unique;
//  2. edges[i] has the bundle with index i; edges are in order of (subject, type, object);
//  3. evidence of edge i is [first_evidence, first_evidence + assertions), in order of day and before(); the
//  ranges follow one
//     another without gaps;
//  4. every string_view of evidence points into `strings`.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <vector>

#include "entente/bgl.hpp"
#include "graph/period.hpp"
#include "graph/steps.hpp"
#include "graph/string_pool.hpp"

namespace entente {

namespace graph {
/// Made when the first question needs it.
struct LazySteps {
  mutable std::once_flag once;
  mutable std::unique_ptr<const StepGraph> steps;
};
}  // namespace graph

struct Graph::Data {
  graph::StringPool strings;
  BoostGraph boost;
  std::vector<BoostGraph::edge_descriptor> edges;
  std::vector<Evidence> evidence;
  std::array<graph::LazySteps, 3> steps;  ///< by graph::Along
  graph::Day latest =
      graph::kAlwaysAfter;  ///< last day of the latest report, else event; kAlwaysAfter when undated
};

}  // namespace entente

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

#include <vector>

#include "entente/bgl.hpp"
#include "graph/string_pool.hpp"

namespace entente {

struct Graph::Data {
  graph::StringPool strings;
  BoostGraph boost;
  std::vector<BoostGraph::edge_descriptor> edges;
  std::vector<Evidence> evidence;
};

}  // namespace entente

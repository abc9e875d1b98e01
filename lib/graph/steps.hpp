// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Whom one gets to from whom, and by which tie: the best of each pair, packed for search.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "entente/graph.hpp"

namespace entente::graph {

struct Step {
  double score = 0;
  double length = 0;  ///< -log(score)
  Index tie = kNone;
};

/// Neighbours are in order of their number.
using StepGraph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Step, boost::no_property, Index>;

/// Which way ties are taken. Symmetric ones lead both ways.
enum class Along : std::uint8_t { both, forward, backward };

/// Of all ties between two the one for which `score` gives most (of several the first); none where it gives
/// 0.
StepGraph make_steps(const Graph& graph, Along along, const std::function<double(Index)>& score);

/// The same by the ties' own scores, made once and kept by the graph. Thread-safe.
const StepGraph& all_steps(const Graph& graph, Along along);

/// The step between two. REQUIRES: there is one.
const Step& step_between(const StepGraph& steps, Index from, Index to);

}  // namespace entente::graph

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "entente/graph.hpp"

namespace entente::graph {

/// Writes the graph of a state of a store to a file, which appears whole or not at all. False when it cannot
/// be written.
bool save_snapshot(const Graph& graph, std::string_view revision, const std::string& file);

/// The graph of that state; nothing when the file is not there, is of another state or version, or is
/// damaged.
std::optional<Graph> load_snapshot(std::string_view revision, const std::string& file);

}  // namespace entente::graph

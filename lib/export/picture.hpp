// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A still picture of a graph, laid out and drawn by Graphviz.
#pragma once

#include <string>
#include <string_view>

#include "entente/export.hpp"

namespace entente::exporters {

/// The graph in Graphviz's language, as a picture: colours by group of relation types, a legend, and of more
/// ties than can be told apart the best supported. Adds nodes, edges and replaced characters to `report`.
std::string picture_dot(const Graph& graph, ExportReport& report);

/// What Graphviz makes of `dot`: "svg" or "png". Throws IoError when there is no Graphviz, or when it fails.
void draw(const std::string& dot, std::string_view kind, const Sink& sink);

}  // namespace entente::exporters

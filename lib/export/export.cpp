// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The one table of formats: help, completion and manual are made from it. A new format is a writer and a row.
#include "entente/export.hpp"

#include <array>

#include <fmt/format.h>

#include "export/formats.hpp"
#include "query/spelling.hpp"

namespace entente {
namespace {

constexpr std::array<ExportFormat, 7> kFormats = {{
    {"graphml", ".graphml", "for Gephi, Cytoscape, Neo4j, NetworkX, igraph", exporters::write_graphml},
    {"json", ".json", "everything, with all sentences behind every tie", exporters::write_json},
    {"csv", ".csv", "table of ties, each with its best sentence", exporters::write_csv},
    {"html", ".html", "page for a browser: graph, map, sentences, dependence", exporters::write_html},
    {"svg", ".svg", "drawing with a legend, made by Graphviz", exporters::write_svg},
    {"png", ".png", "the same as pixels", exporters::write_png},
    {"dot", ".dot", "drawing by Graphviz", exporters::write_dot},
}};

}  // namespace

std::span<const ExportFormat> export_formats() {
  return kFormats;
}

ExportReport export_graph(const Graph& graph, std::string_view format, const Sink& sink,
                          const ExportOptions& options) {
  std::vector<std::string_view> names;
  for (const ExportFormat& row : kFormats) {
    if (row.name == format) return row.write(graph, options, sink);
    names.push_back(row.name);
  }
  throw QueryError(fmt::format("unknown format \"{}\"{}; there are {}", format,
                               query::did_you_mean(format, names), fmt::join(names, ", ")));
}

}  // namespace entente

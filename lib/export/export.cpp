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

constexpr std::array kFormats = {
    ExportFormat{"graphml", ".graphml", "for Gephi, Cytoscape, yEd, Neo4j, NetworkX, igraph (see --profile)",
                 exporters::write_graphml},
    ExportFormat{"html", ".html", "page for a browser: graph, map, sentences, dependence", exporters::write_html},
    ExportFormat{"svg", ".svg", "drawing with a legend, made by Graphviz", exporters::write_svg},
    ExportFormat{"png", ".png", "the same as pixels", exporters::write_png},
    ExportFormat{"gexf", ".gexf", "for Gephi, with its timeline", exporters::write_gexf},
    ExportFormat{"dot", ".dot", "drawing by Graphviz", exporters::write_dot},
    ExportFormat{"json", ".json", "everything, with all sentences behind every tie", exporters::write_json},
    ExportFormat{"node-link", ".json", "for NetworkX (node_link_graph) and D3", exporters::write_node_link},
    ExportFormat{"cytoscape", ".cyjs", "for Cytoscape.js and Cytoscape", exporters::write_cytoscape},
    ExportFormat{"jgf", ".json", "JSON Graph Format 2", exporters::write_json_graph},
    ExportFormat{"csv", ".csv", "table of ties, each with its best sentence", exporters::write_csv},
    ExportFormat{"evidence", ".csv", "table of evidence, a row for each sentence behind a tie",
                 exporters::write_evidence_csv},
    ExportFormat{"jsonl", ".jsonl", "the same as JSON Lines, which entente import reads",
                 exporters::write_evidence_json},
    ExportFormat{"links", ".csv", "table of links for i2 Analyst's Notebook", exporters::write_links},
    ExportFormat{"ftm", ".jsonl", "FollowTheMoney entities for Aleph and OpenSanctions",
                 exporters::write_follow_the_money},
    ExportFormat{"nt", ".nt", "RDF as N-Triples, evidence in PROV", exporters::write_ntriples},
    ExportFormat{"neo4j", "/", "CSV for neo4j-admin, with the command", nullptr, exporters::write_neo4j},
    ExportFormat{"obsidian", "/", "vault of notes, one an entity, evidence quoted", nullptr,
                 exporters::write_obsidian},
};

}  // namespace

std::span<const ExportFormat> export_formats() {
  return kFormats;
}

const ExportFormat& export_format(std::string_view name) {
  std::vector<std::string_view> names;
  for (const ExportFormat& row : kFormats) {
    if (row.name == name) return row;
    names.push_back(row.name);
  }
  throw QueryError(fmt::format("unknown format \"{}\"{}; there are {}", name,
                               query::did_you_mean(name, names), fmt::join(names, ", ")));
}

ExportReport export_graph(const Graph& graph, std::string_view format, const Sink& sink,
                          const ExportOptions& options) {
  const ExportFormat& row = export_format(format);
  if (row.write == nullptr) throw QueryError(fmt::format("{} is a folder of files, not one file", format));
  return row.write(graph, options, sink);
}

}  // namespace entente

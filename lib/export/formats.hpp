// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entente/export.hpp"

namespace entente::exporters {

ExportReport write_graphml(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_gexf(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_node_link(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_cytoscape(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_json_graph(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_json(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_csv(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_html(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_svg(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_png(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_evidence_csv(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_evidence_json(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_links(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_follow_the_money(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_ntriples(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_neo4j(const Graph& graph, const ExportOptions& options, const FolderSink& sink);
ExportReport write_obsidian(const Graph& graph, const ExportOptions& options, const FolderSink& sink);
ExportReport write_dot(const Graph& graph, const ExportOptions& options, const Sink& sink);

}  // namespace entente::exporters

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entente/export.hpp"

namespace entente::exporters {

ExportReport write_graphml(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_json(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_csv(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_html(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_svg(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_png(const Graph& graph, const ExportOptions& options, const Sink& sink);
ExportReport write_dot(const Graph& graph, const ExportOptions& options, const Sink& sink);

}  // namespace entente::exporters

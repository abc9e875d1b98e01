// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Graphs and extractions as files that other programs read:
//
//   std::ofstream file("world.graphml", std::ios::binary);
//   entente::export_graph(graph, "graphml", [&](std::string_view bytes) { file.write(bytes.data(),
//   bytes.size()); });
//
// Writers stream: memory does not grow with the graph. The same graph gives the same bytes, without times or
// versions. Whatever names contain, the file is well-formed and does nothing when it is opened. Errors:
// exceptions of the sink are passed on. Thread-safety: pure functions.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "entente/facts.hpp"
#include "entente/graph.hpp"

namespace entente {

/// Receives a file piece by piece, in pieces of some 64 KiB.
using Sink = std::function<void(std::string_view)>;

struct ExportOptions {
  /// GraphML without the XML attribute `label` of edges, which Gephi and Neo4j read but the schema does not
  /// know.
  bool strict = false;
  /// The data folder (default_data_directory()). html takes from it where capitals lie and what is read as
  /// dependence; without it the page has neither map nor ranking. Throws IoError, DataError when it is broken.
  std::string data{};
};

struct ExportReport {
  std::size_t nodes = 0;
  std::size_t edges = 0;
  std::size_t bytes = 0;
  std::size_t replaced = 0;  ///< characters the format cannot hold, dropped or replaced by U+FFFD
};

struct ExportFormat {
  std::string_view name;         ///< "graphml"
  std::string_view extension;    ///< ".graphml"
  std::string_view description;  ///< half a line
  ExportReport (*write)(const Graph&, const ExportOptions&, const Sink&);
};

/// All formats, in the order in which they are listed to people.
std::span<const ExportFormat> export_formats();

/// Throws QueryError when there is no such format, with "did you mean" and the names there are.
ExportReport export_graph(const Graph& graph, std::string_view format, const Sink& sink,
                          const ExportOptions& options = {});

/// One line of JSON without line feed: what `entente extract` prints (the gold format of the ontology, with
/// spans, scores and rules). Absent attributes are left out.
std::string to_json(const Extraction& extraction);

}  // namespace entente

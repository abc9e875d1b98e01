// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Graphs and extractions as files that other programs read:
//
//   std::ofstream file("world.graphml", std::ios::binary);
//   entente::export_graph(graph, "graphml", [&](std::string_view bytes) { file.write(bytes.data(),
//   bytes.size()); });
//
// Writers stream: memory does not grow with the edges. The same graph gives the same bytes, without times or
// versions. Whatever names contain, the file is well-formed and does nothing when it is opened. Errors:
// exceptions of the sink are passed on. Thread-safety: pure functions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "entente/facts.hpp"
#include "entente/graph.hpp"

namespace entente {

/// Receives a file piece by piece, in pieces of some 64 KiB.
using Sink = std::function<void(std::string_view)>;

/// For which program a GraphML file is; the words of kExportProfileNames.
enum class ExportProfile : std::uint8_t {
  all,        ///< what Gephi, Cytoscape, Neo4j, NetworkX, igraph and Boost read alike
  gephi,      ///< nothing twice; "INF" kept apart, which Gephi would turn into "Infinity"
  cytoscape,  ///< `name` and `interaction`, nothing twice
  yed,        ///< shapes, arrows and labels of yFiles, nodes side by side
  neo4j,      ///< for APOC's import.graphml: labels and types as it reads them, lists as lists
  strict      ///< by the letter of the schema, without the XML attribute `label` of edges
};
inline constexpr std::array<std::string_view, 6> kExportProfileNames = {"all", "gephi", "cytoscape",
                                                                        "yed", "neo4j", "strict"};

/// Codes under which other data know an entity, from the gazetteer of a data folder.
class EntityCodes {
 public:
  /// Throws IoError, or DataError with file and line.
  static EntityCodes load(const std::string& data_directory);
  /// `code` is `iso2`, `iso3`, `num` (ISO 3166-1), `cow` (Correlates of War), `gw` (Gleditsch and Ward),
  /// `qid` (Wikidata) or another key of the gazetteer's codes; empty when there is none. Valid while this
  /// lives.
  std::string_view find(std::string_view entity, std::string_view code) const;

 private:
  std::map<std::string, std::string, std::less<>> codes_;  // id to `iso2=RU;iso3=RUS;...`
};

struct ExportOptions {
  ExportProfile profile = ExportProfile::all;
  /// CSV for a spreadsheet: with the byte order mark by which it knows UTF-8.
  bool excel = false;
  /// Node-link JSON as D3 and networkx before 3.4 read it: edges are called `links`.
  bool links = false;
  /// Codes to give with entities; nullptr: none. It outlives the export.
  const EntityCodes* codes = nullptr;
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

/// Receives the files of a format that is a folder, one after the other.
struct FolderSink {
  /// A file begins; `/` in its name is a folder.
  std::function<void(std::string_view name)> open;
  Sink write;  ///< its bytes
};

/// A row of the table of formats: a single file has `write`, a folder has `write_folder`.
struct ExportFormat {
  std::string_view name;         ///< "graphml"
  std::string_view extension;    ///< ".graphml"; "/" for a folder
  std::string_view description;  ///< half a line
  ExportReport (*write)(const Graph&, const ExportOptions&, const Sink&);
  ExportReport (*write_folder)(const Graph&, const ExportOptions&, const FolderSink&) = nullptr;
};

/// All formats, in the order in which they are listed to people.
std::span<const ExportFormat> export_formats();
/// Throws QueryError when there is no such format, with "did you mean" and the names there are.
const ExportFormat& export_format(std::string_view name);

/// Throws QueryError when there is no such format, or it is a folder.
ExportReport export_graph(const Graph& graph, std::string_view format, const Sink& sink,
                          const ExportOptions& options = {});

/// One line of JSON without line feed: what `entente extract` prints (the gold format of the ontology, with
/// spans, scores and rules). Absent attributes are left out.
std::string to_json(const Extraction& extraction);

/// The events of an extraction as tab-separated records after POLECAT (PLOVER types, ISO 3166 codes, sectors),
/// each line with its line feed; states are left out. plover_header() is the line of column names.
std::string to_plover(const Extraction& extraction);
std::string plover_header();

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The profiles of GraphML: which columns, and how they have to be called.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/attributes.hpp"

namespace entente::exporters {

/// Where the value of a column comes from.
enum class Source : std::uint8_t {
  labels,       ///< node: `:Country`
  label,        ///< node: its name; edge: `DEPLOYS_TO`
  weight,       ///< edge: independent outlets
  graphics,     ///< how yEd draws it
  description,  ///< node: other names; edge: its best sentence
  address,      ///< node: its page at Wikidata
  attribute     ///< `attribute` of kNodeAttributes or kEdgeAttributes
};

struct Column {
  Source source = Source::attribute;
  std::size_t attribute = 0;
  AttributeKind kind = AttributeKind::text;
  bool json = false;          ///< a list as JSON
  bool guarded = false;       ///< written by append_xml_for_gephi()
  std::string declaration{};  ///< `<key ...>`
  std::string opening{};      ///< `<data ...>`
};

/// `codes`: with those of EntityCodes.
std::vector<Column> node_columns(ExportProfile profile, bool codes);
std::vector<Column> edge_columns(ExportProfile profile);

/// Whether edges have the XML attribute `label`: Gephi's kind of an edge, APOC's type of a relationship. The
/// schema does not know it.
constexpr bool has_edge_label(ExportProfile profile) {
  return profile == ExportProfile::all || profile == ExportProfile::gephi || profile == ExportProfile::neo4j;
}

/// Positions in kNodeAttributes.
inline constexpr std::size_t kAliases = 3;
inline constexpr std::size_t kQid = 8;
static_assert(kNodeAttributes[kAliases].name == "aliases" && kNodeAttributes[kQid].name == "qid");

/// `["a","b"]`
std::string json_list(std::span<const std::string_view> parts);

}  // namespace entente::exporters

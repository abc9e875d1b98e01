// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Besides the attributes that all formats share there are columns that a program looks for by name: a row of
// kSpecials each, with the profiles that have it.
#include "export/graphml_columns.hpp"

#include <fmt/format.h>

#include "export/json_writer.hpp"

namespace entente::exporters {
namespace {

using enum ExportProfile;

using Profiles = unsigned;
template <class... Each>
constexpr Profiles in(Each... profiles) {
  return (0U | ... | (1U << static_cast<unsigned>(profiles)));
}

struct Special {
  std::string_view id;
  std::string_view target;
  std::string_view name;
  Source source;
  Profiles profiles;
};

// Before the attributes, in this order; what needs the key to be called so stands behind it.
constexpr std::array<Special, 11> kSpecials = {{
    {"n_graphics", "node", "", Source::graphics, in(yed)},
    {"labels", "node", "labels", Source::labels, in(all, neo4j, strict)},               // APOC: by key id
    {"n_label", "node", "label", Source::label, in(all, gephi, strict)},                // Gephi
    {"n_name", "node", "name", Source::label, in(all, cytoscape, yed, neo4j, strict)},  // Cytoscape, igraph
    {"n_description", "node", "description", Source::description, in(yed)},             // yEd
    {"n_url", "node", "url", Source::address, in(yed)},                                 // yEd
    {"e_graphics", "edge", "", Source::graphics, in(yed)},
    {"label", "edge", "label", Source::label, in(all, gephi, neo4j, strict)},  // APOC: by key id, the first
    {"e_interaction", "edge", "interaction", Source::label, in(all, cytoscape, strict)},  // Cytoscape
    {"e_weight", "edge", "weight", Source::weight, in(all, gephi, cytoscape, yed, neo4j, strict)},
    {"e_description", "edge", "description", Source::description, in(yed)},
}};

std::string_view type_of(AttributeKind kind) {
  switch (kind) {
    case AttributeKind::integer:
      return "int";
    case AttributeKind::number:
      return "double";
    case AttributeKind::text:
    case AttributeKind::list:
    case AttributeKind::truth:
      break;
  }
  return "string";
}

Column special(const Special& row) {
  Column column{.source = row.source};
  if (row.source == Source::graphics) {
    column.declaration = fmt::format(" <key id=\"{}\" for=\"{}\" yfiles.type=\"{}graphics\"/>\n", row.id,
                                     row.target, row.target);
  } else {
    column.declaration =
        fmt::format(" <key id=\"{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"/>\n", row.id, row.target,
                    row.name, row.source == Source::weight ? "double" : "string");
  }
  column.opening = fmt::format("<data key=\"{}\">", row.id);
  return column;
}

Column plain(std::string_view target, const Attribute& attribute, std::size_t number, ExportProfile profile) {
  Column column{.attribute = number, .kind = attribute.kind};
  column.json = profile == neo4j && attribute.kind == AttributeKind::list;
  column.guarded = profile == gephi;
  const std::string id = fmt::format("{}_{}", target[0], attribute.name);
  column.declaration =
      fmt::format(" <key id=\"{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"{}/>\n", id, target,
                  attribute.name, type_of(attribute.kind), column.json ? " attr.list=\"string\"" : "");
  column.opening = fmt::format("<data key=\"{}\">", id);
  return column;
}

template <std::size_t Count>
std::vector<Column> columns(std::string_view target, const std::array<Attribute, Count>& attributes,
                            std::size_t used, ExportProfile profile) {
  std::vector<Column> result;
  for (const Special& row : kSpecials)
    if (row.target == target && (row.profiles & in(profile)) != 0) result.push_back(special(row));
  for (std::size_t i = 0; i < used; ++i) result.push_back(plain(target, attributes[i], i, profile));
  return result;
}

}  // namespace

std::vector<Column> node_columns(ExportProfile profile, bool codes) {
  return columns("node", kNodeAttributes, codes ? kNodeAttributes.size() : kAliases + 1, profile);
}

std::vector<Column> edge_columns(ExportProfile profile) {
  return columns("edge", kEdgeAttributes, kEdgeAttributes.size(), profile);
}

std::string json_list(std::span<const std::string_view> parts) {
  std::string result = "[";
  for (const std::string_view part : parts) {
    if (result.size() > 1) result += ',';
    JsonWriter(result).value(part);
  }
  return result += ']';
}

}  // namespace entente::exporters

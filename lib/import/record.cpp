// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "import/record.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "entente/error.hpp"
#include "query/spelling.hpp"

namespace entente::importers {
namespace {

/// Lower case, without the type behind a colon that Neo4j's files have: `name:string`, `qid:ID`.
std::string plain_name(std::string_view column) {
  std::string name = lower_case(column);
  const std::size_t colon = name.find(':', 1);
  if (colon != std::string::npos) name.resize(colon);
  return name;
}

/// The first of a list that was joined by `; `.
std::string_view first_of(std::string_view list) {
  return list.substr(0, list.find("; "));
}

std::string snake_case(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper && !result.empty() && result.back() != '_') result += '_';
    result += upper ? static_cast<char>(c - 'A' + 'a') : (c == ' ' || c == '-' ? '_' : c);
  }
  return result;
}

void add_aliases(Entity& entity, std::string_view aliases) {
  while (!aliases.empty()) {
    const std::string_view alias = aliases.substr(0, aliases.find(';'));
    aliases.remove_prefix(std::min(alias.size() + 1, aliases.size()));
    const auto begin = std::min(alias.find_first_not_of(' '), alias.size());
    if (begin < alias.size()) entity.aliases.emplace_back(alias.substr(begin));
  }
  std::sort(entity.aliases.begin(), entity.aliases.end());
  entity.aliases.erase(std::unique(entity.aliases.begin(), entity.aliases.end()), entity.aliases.end());
}

/// The entity at an end of an edge, which may tell its name and type besides its id, or its name alone.
Index end_of(Gather& gather, std::string_view id, std::string_view name, std::string_view type,
             const ImportOptions& options) {
  const auto told = read_type(type);
  const EntityType its_type = told.value_or(options.entity_type);
  const std::string made = id.empty() ? id_for(its_type, name) : std::string();
  const Index index = gather.entities().find_or_add(id.empty() ? made : id, its_type);
  Entity& entity = gather.entities()[index];
  if (told) entity.type = *told;
  if (!name.empty() && entity.name == entity.id) entity.name = name;
  if (entity.type == EntityType::country && entity.code.empty() && entity.id.size() == 3)
    entity.code = entity.id;
  return index;
}

/// Of an edge that sums evidence up: from its first to its last date.
std::string time_of(const EdgeRecord& edge) {
  using enum EdgeField;
  if (!edge[time].empty() || !edge[reported].empty()) return edge[time];
  if (edge[first] == edge[last]) return edge[first];
  if (edge[first].empty() || edge[last].empty()) return edge[first] + edge[last];
  return edge[first] + "/" + edge[last];
}

}  // namespace

const std::array<FieldNames, kNodeFieldCount> kNodeFields = {{
    {"entity", {"id", ":id"}},
    {"name", {"label", "shared name"}},
    {"type", {"labels", ":label", "kind"}},
    {"code", {"iso3"}},
    {"aliases", {"alias"}},
}};

const std::array<FieldNames, kEdgeFieldCount> kEdgeFields = {{
    {"subject", {"source", ":start_id", "from"}},
    {"subject_name"},
    {"subject_type"},
    {"subject_mention"},
    {"object", {"target", ":end_id", "to"}},
    {"object_name"},
    {"object_type"},
    {"object_mention"},
    {"relation", {"interaction", ":type", "kind", "label"}},
    {"phase"},
    {"factuality"},
    {"domain", {"domains"}},
    {"time"},
    {"first"},
    {"last"},
    {"place", {"places"}},
    {"facility", {"facilities"}},
    {"detail"},
    {"via"},
    {"source", {"cited"}},
    {"rule"},
    {"score", {"extraction_score", "confidence"}},
    {"sentence", {"quote"}},
    {"words", {"trigger"}},
    {"document"},
    {"title"},
    {"reported", {"date"}},
    {"outlet"},
    {"url"},
}};

std::vector<Index> fields_of(std::span<const std::string> columns, std::span<const FieldNames> fields,
                             const ImportOptions& options) {
  std::vector<Index> result(columns.size(), kNone);
  const auto take = [&](std::string_view name, std::size_t field, bool exact) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (result[i] != kNone || (exact ? columns[i] != name : plain_name(columns[i]) != name)) continue;
      result[i] = static_cast<Index>(field);
      return true;
    }
    return false;
  };
  std::vector<bool> found(fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto mapped = options.fields.find(fields[i].ours);
    if (mapped != options.fields.end()) found[i] = take(mapped->second, i, true);
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!found[i]) found[i] = take(fields[i].ours, i, false);
    for (const std::string_view name : fields[i].others)
      if (!found[i] && !name.empty()) found[i] = take(name, i, false);
  }
  return result;
}

std::optional<EntityType> read_type(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(":;"), text.size());
    if (const auto type = entity_type(snake_case(text.substr(0, end)))) return type;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::nullopt;
}

void add_node(Gather& gather, std::string_view reference, const NodeRecord& node,
              const ImportOptions& options) {
  const Index index = gather.entities().find_or_add(reference, options.entity_type);
  Entity& entity = gather.entities()[index];
  if (!node[NodeField::id].empty()) entity.id = node[NodeField::id];
  entity.name = node[NodeField::name].empty() ? entity.id : node[NodeField::name];
  if (const auto type = read_type(node[NodeField::type])) entity.type = *type;
  entity.code = node[NodeField::code];
  add_aliases(entity, node[NodeField::aliases]);
}

std::optional<std::string> add_edge(Gather& gather, const EdgeRecord& edge, Rule checks,
                                    const ImportOptions& options, const Statement& spans) {
  using enum EdgeField;
  if (edge[subject].empty() && edge[subject_name].empty()) return "it has no subject";
  if (edge[object].empty() && edge[object_name].empty()) return "it has no object";
  for (const auto& [field, type] :
       {std::pair{"subject", &edge[subject_type]}, {"object", &edge[object_type]}})
    if (checks == Rule::evidence && !type->empty() && !read_type(*type))
      return fmt::format("its {} is of no type of ours: \"{}\"", field, *type);
  const Index from = end_of(gather, edge[subject], edge[subject_name], edge[subject_type], options);
  const Index to = end_of(gather, edge[object], edge[object_name], edge[object_type], options);
  const std::string when = time_of(edge);
  Statement said = spans;
  said.relation = edge[relation];
  said.phase = edge[phase];
  said.factuality = edge[factuality];
  said.domain = first_of(edge[domain]);
  said.time = when;
  said.place = first_of(edge[place]);
  said.facility = first_of(edge[facility]);
  said.detail = edge[detail];
  said.via = edge[via];
  said.source = edge[source];
  said.rule = edge[rule];
  said.score = edge[score];
  said.sentence = edge[sentence];
  said.trigger = edge[words];
  said.subject_mention = edge[subject_mention];
  said.object_mention = edge[object_mention];
  return gather.add(said, from, to, {edge[document], edge[title], edge[reported], edge[outlet], edge[url]},
                    checks);
}

void check_fields(const ImportOptions& options) {
  std::vector<std::string_view> names;
  for (const FieldNames& row : kNodeFields) names.push_back(row.ours);
  for (const FieldNames& row : kEdgeFields) names.push_back(row.ours);
  for (const auto& [ours, theirs] : options.fields)
    if (std::find(names.begin(), names.end(), ours) == names.end())
      throw QueryError(fmt::format("there is no attribute \"{}\"{}; there are {}", ours,
                                   query::did_you_mean(ours, names), fmt::join(names, ", ")));
}

}  // namespace entente::importers

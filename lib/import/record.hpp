// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Nodes and edges as texts by field, and how files call the fields.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "import/gather.hpp"

namespace entente::importers {

enum class NodeField : std::uint8_t { id, name, type, code, aliases };
inline constexpr std::size_t kNodeFieldCount = 5;

enum class EdgeField : std::uint8_t {
  subject,
  subject_name,
  subject_type,
  subject_mention,
  object,
  object_name,
  object_type,
  object_mention,
  relation,
  phase,
  factuality,
  domain,
  time,
  first,
  last,
  place,
  facility,
  detail,
  via,
  source,
  rule,
  score,
  sentence,
  words,
  document,
  title,
  reported,
  outlet,
  url
};
inline constexpr std::size_t kEdgeFieldCount = 29;

/// How a field is called: by us first, then elsewhere; in lower case, without types (`name:string`).
struct FieldNames {
  std::string_view ours;
  std::array<std::string_view, 4> others{};
};
extern const std::array<FieldNames, kNodeFieldCount> kNodeFields;
extern const std::array<FieldNames, kEdgeFieldCount> kEdgeFields;

/// For each column the number of its field, or kNone: a field takes the first of its names that there is.
std::vector<Index> fields_of(std::span<const std::string> columns, std::span<const FieldNames> fields,
                             const ImportOptions& options);

/// Texts by field. Memory is used again.
template <class Field, std::size_t Count>
struct Record {
  std::array<std::string, Count> values;

  std::string& operator[](Field field) { return values[static_cast<std::size_t>(field)]; }
  const std::string& operator[](Field field) const { return values[static_cast<std::size_t>(field)]; }
  void clear() {
    for (std::string& value : values) value.clear();
  }
};
using NodeRecord = Record<NodeField, kNodeFieldCount>;
using EdgeRecord = Record<EdgeField, kEdgeFieldCount>;

/// `country`, `Country`, `:ArmedGroup`, `Entity;Country`: the first part that is a type.
std::optional<EntityType> read_type(std::string_view text);

/// The node that the file calls `reference`.
void add_node(Gather& gather, std::string_view reference, const NodeRecord& node,
              const ImportOptions& options);

/// The reason when it is refused.
std::optional<std::string> add_edge(Gather& gather, const EdgeRecord& edge, Rule rule,
                                    const ImportOptions& options, const Statement& spans = {});

/// Throws QueryError for a field that is not ours.
void check_fields(const ImportOptions& options);

}  // namespace entente::importers

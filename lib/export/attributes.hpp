// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What is told of a node and of an edge: one table for all formats of graphs. A new attribute is a row here
// and a value in attributes.cpp.
//
// Names are ASCII, lower case, unique per target, and none that a program takes for something else (`id`,
// `key`, `source`, `target`, `size`, `color`, `x`, `y`, `z`, `r`, `g`, `b`, `selected`, `SUID`).
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/export.hpp"

namespace entente::exporters {

enum class AttributeKind : std::uint8_t { text, list, truth, integer, number };

struct Attribute {
  std::string_view name;
  AttributeKind kind = AttributeKind::text;
};

inline constexpr std::array<Attribute, 9> kNodeAttributes = {{
    {"entity"},  // the id, which a format may have to escape
    {"type"},
    {"code"},
    {"aliases", AttributeKind::list},
    {"iso2"},
    {"num"},
    {"cow"},
    {"gw"},
    {"qid"},
}};

inline constexpr std::array<Attribute, 22> kEdgeAttributes = {{
    {"relation"},
    {"group"},
    {"symmetric", AttributeKind::truth},
    {"phase"},
    {"factuality"},
    {"domains", AttributeKind::list},
    {"assertions", AttributeKind::integer},
    {"documents", AttributeKind::integer},
    {"outlets", AttributeKind::integer},
    {"first"},
    {"last"},
    {"score", AttributeKind::number},
    {"sentence"},
    {"document"},
    {"reported"},
    {"outlet"},
    {"detail"},
    {"url"},
    {"via"},
    {"cited"},
    {"places", AttributeKind::list},
    {"facilities", AttributeKind::list},
}};

/// The member of the kind of its attribute holds the value.
struct Value {
  std::string_view text{};
  std::span<const std::string_view> list{};
  bool truth = false;
  Index integer = 0;
  double number = 0;

  /// A text or list of nothing: to be left out.
  bool absent(AttributeKind kind) const {
    return (kind == AttributeKind::text && text.empty()) || (kind == AttributeKind::list && list.empty());
  }
};

/// Values of one node after the other.
class NodeValues {
 public:
  explicit NodeValues(const EntityCodes* codes) : codes_(codes) {}
  /// Valid until the next call, and while `entity` lives.
  const std::array<Value, kNodeAttributes.size()>& of(const Entity& entity);

 private:
  const EntityCodes* codes_;
  std::vector<std::string_view> aliases_;
  std::array<Value, kNodeAttributes.size()> values_;
};

/// Values of one edge after the other.
class EdgeValues {
 public:
  /// REQUIRES: `graph` outlives this object.
  explicit EdgeValues(const Graph& graph) : graph_(graph) {}
  /// Valid until the next call.
  const std::array<Value, kEdgeAttributes.size()>& of(const Tie& tie);

 private:
  const Graph& graph_;
  std::vector<std::string_view> domains_, places_, facilities_;
  std::array<Value, kEdgeAttributes.size()> values_;
};

/// How a program shows it: the name, else the id.
inline std::string_view label_of(const Entity& entity) {
  return entity.name.empty() ? entity.id : entity.name;
}

/// Ids of edges that no other edge and no entity has. They are those of Graph::tie_id(), which are unique
/// unless the id of an entity holds `:` and the name of a relation type.
class EdgeIds {
 public:
  /// REQUIRES: `graph` outlives this object.
  explicit EdgeIds(const Graph& graph);
  std::string of(const Tie& tie) const;

 private:
  const Graph& graph_;
  bool unclear_ = false;  // some entity's id holds what reads as a relation type
};

std::string upper_case(std::string_view text);  ///< of ASCII
std::string camel_case(std::string_view text);  ///< `armed_group`: `ArmedGroup`
std::string join(std::span<const std::string_view> parts, std::string_view separator = "; ");

}  // namespace entente::exporters

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Graphs in the JSON of other programs, an edge a tie, a node or edge a line: node-link (networkx, D3),
// Cytoscape.js, and the JSON Graph Format, version 2 (jsongraphformat.info).
#include "export/attributes.hpp"
#include "export/formats.hpp"
#include "export/json_writer.hpp"

namespace entente::exporters {
namespace {

template <std::size_t Count>
void write_values(JsonWriter& json, const std::array<Attribute, Count>& attributes,
                  const std::array<Value, Count>& values) {
  for (std::size_t i = 0; i < Count; ++i) {
    const Value& value = values[i];
    switch (attributes[i].kind) {
      case AttributeKind::text:
        json.member(attributes[i].name, value.text);
        break;
      case AttributeKind::list:
        json.members(attributes[i].name, value.list);
        break;
      case AttributeKind::truth:
        json.member(attributes[i].name, value.truth);
        break;
      case AttributeKind::integer:
        json.member(attributes[i].name, value.integer);
        break;
      case AttributeKind::number:
        json.member(attributes[i].name, value.number);
        break;
    }
  }
}

/// What the three have in common.
class Writer {
 public:
  Writer(const Graph& graph, const ExportOptions& options, const Sink& sink)
      : graph_(graph), output_(sink), node_values_(options.codes), edge_values_(graph), edge_ids_(graph) {}

  Writer& operator<<(std::string_view text) {
    output_ << text;
    return *this;
  }

  /// Calls `write(json, entity)` for every entity, a line each.
  template <class Write>
  void nodes(const Write& write) {
    for (Index i = 0; i < graph_.entity_count(); ++i)
      line(report_.nodes, [&](JsonWriter& json) { write(json, graph_.entity(i)); });
  }
  template <class Write>
  void edges(const Write& write) {
    for (Index i = 0; i < graph_.tie_count(); ++i)
      line(report_.edges, [&](JsonWriter& json) { write(json, graph_.tie(i)); });
  }

  void values(JsonWriter& json, const Entity& entity) {
    write_values(json, kNodeAttributes, node_values_.of(entity));
  }
  void values(JsonWriter& json, const Tie& tie) { write_values(json, kEdgeAttributes, edge_values_.of(tie)); }

  void id(JsonWriter& json, const Tie& tie) { json.required("id", edge_ids_.of(tie)); }
  void ends(JsonWriter& json, const Tie& tie) {
    json.required("source", graph_.entity(tie.subject).id);
    json.required("target", graph_.entity(tie.object).id);
  }

  /// A text of its own, as the key of a member.
  std::string quoted(std::string_view text) {
    std::string out;
    JsonWriter json(out);
    json.value(text);
    return out;
  }

  ExportReport finish() {
    output_.flush();
    report_.bytes = output_.bytes();
    return report_;
  }

 private:
  template <class Write>
  void line(std::size_t& count, const Write& write) {
    output_ << (count == 0 ? "\n" : ",\n");
    JsonWriter json(output_.buffer());
    write(json);
    report_.replaced += json.replaced();
    output_.flush_when_full();
    ++count;
  }

  const Graph& graph_;
  Output output_;
  NodeValues node_values_;
  EdgeValues edge_values_;
  EdgeIds edge_ids_;
  ExportReport report_;
};

}  // namespace

ExportReport write_node_link(const Graph& graph, const ExportOptions& options, const Sink& sink) {
  Writer out(graph, options, sink);
  out << "{\"directed\":true,\"multigraph\":true,\"graph\":{},\"nodes\":[";
  out.nodes([&](JsonWriter& json, const Entity& entity) {
    json.begin_object();
    json.required("id", entity.id);
    json.required("name", label_of(entity));
    out.values(json, entity);
    json.end_object();
  });
  out << "\n],\"" << (options.links ? "links" : "edges") << "\":[";
  out.edges([&](JsonWriter& json, const Tie& tie) {
    json.begin_object();
    out.ends(json, tie);
    json.member("key", name(tie.type));
    json.member("weight", tie.outlets);
    out.values(json, tie);
    json.end_object();
  });
  out << "\n]}\n";
  return out.finish();
}

ExportReport write_cytoscape(const Graph& graph, const ExportOptions& options, const Sink& sink) {
  Writer out(graph, options, sink);
  out << "{\"format_version\":\"1.0\",\"directed\":true,\"multigraph\":true,\"data\":{},\"elements\":{"
         "\"nodes\":[";
  out.nodes([&](JsonWriter& json, const Entity& entity) {
    json.begin_object();
    json.begin_member("data");
    json.required("id", entity.id);
    json.required("value", entity.id);  // the node of networkx' cytoscape_graph()
    json.required("name", label_of(entity));
    out.values(json, entity);
    json.end_object();
    json.end_object();
  });
  out << "\n],\"edges\":[";
  out.edges([&](JsonWriter& json, const Tie& tie) {
    json.begin_object();
    json.begin_member("data");
    out.id(json, tie);
    out.ends(json, tie);
    json.member("key", name(tie.type));  // of networkx, too
    json.member("interaction", name(tie.type));
    json.member("weight", tie.outlets);
    out.values(json, tie);
    json.end_object();
    json.end_object();
  });
  out << "\n]}}\n";
  return out.finish();
}

ExportReport write_json_graph(const Graph& graph, const ExportOptions& options, const Sink& sink) {
  Writer out(graph, options, sink);
  out << "{\"graph\":{\"directed\":true,\"nodes\":{";
  out.nodes([&](JsonWriter& json, const Entity& entity) {
    json.raw(out.quoted(entity.id) + ":");
    json.begin_object();
    json.required("label", label_of(entity));
    json.begin_member("metadata");
    out.values(json, entity);
    json.end_object();
    json.end_object();
  });
  out << "\n},\"edges\":[";
  out.edges([&](JsonWriter& json, const Tie& tie) {
    json.begin_object();
    out.id(json, tie);
    out.ends(json, tie);
    json.member("relation", name(tie.type));
    json.member("directed", !info(tie.type).symmetric);
    json.begin_member("metadata");
    out.values(json, tie);
    json.end_object();
    json.end_object();
  });
  out << "\n]}}\n";
  return out.finish();
}

}  // namespace entente::exporters

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// GraphML (graphml.graphdrawing.org). In every profile: keys before the graph, nodes before edges, no
// booleans, no empty values, weights of at least 1. An edge is a tie; weight is the number of independent
// outlets behind it. A profile is a choice of columns (graphml_columns.cpp); an element is its columns one
// after the other.
#include "export/graphml_columns.hpp"

#include "export/escape.hpp"
#include "export/formats.hpp"
#include "export/output.hpp"

namespace entente::exporters {
namespace {

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
constexpr std::string_view kYFiles = " xmlns:y=\"http://www.yworks.com/xml/graphml\"";
constexpr std::string_view kSchema =
    " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
    "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";

class GraphmlWriter {
 public:
  GraphmlWriter(const Graph& graph, const ExportOptions& options, const Sink& sink)
      : graph_(graph),
        profile_(options.profile),
        output_(sink),
        out_(output_.buffer()),
        node_values_(options.codes),
        edge_values_(graph),
        edge_ids_(graph),
        node_columns_(node_columns(profile_, options.codes != nullptr)),
        edge_columns_(edge_columns(profile_)) {
    for (std::size_t i = 0; i < kRelationTypeCount; ++i)
      labels_[i] = upper_case(name(static_cast<RelationType>(i)));
  }

  ExportReport write() {
    output_ << kHead << (profile_ == ExportProfile::yed ? kYFiles : std::string_view()) << kSchema;
    for (const Column& column : node_columns_) output_ << column.declaration;
    for (const Column& column : edge_columns_) output_ << column.declaration;
    output_ << " <graph id=\"G\" edgedefault=\"directed\">\n";
    for (Index i = 0; i < graph_.entity_count(); ++i) node(i);
    for (Index i = 0; i < graph_.tie_count(); ++i) edge(graph_.tie(i));
    output_ << " </graph>\n</graphml>\n";
    output_.flush();
    report_.bytes = output_.bytes();
    return report_;
  }

 private:
  void node(Index index) {
    const Entity& entity = graph_.entity(index);
    const auto& values = node_values_.of(entity);
    const std::string label = ":" + camel_case(name(entity.type));
    output_ << "  <node id=\"";
    append_nmtoken(out_, entity.id);
    if (profile_ == ExportProfile::neo4j) output_ << "\" labels=\"" << label;
    output_ << "\">";
    for (const Column& column : node_columns_) {
      switch (column.source) {
        case Source::labels:
          data(column, label);
          break;
        case Source::label:
          data(column, label_of(entity));
          break;
        case Source::graphics:
          shape(column, entity, index);
          break;
        case Source::description:
          data(column, join(values[kAliases].list));
          break;
        case Source::address:
          if (!values[kQid].text.empty())
            data(column, std::string("https://www.wikidata.org/wiki/").append(values[kQid].text));
          break;
        case Source::weight:
          break;
        case Source::attribute:
          attribute(column, values[column.attribute]);
          break;
      }
    }
    output_ << "</node>\n";
    output_.flush_when_full();
    ++report_.nodes;
  }

  void edge(const Tie& tie) {
    const auto& values = edge_values_.of(tie);
    const std::string_view label = labels_[static_cast<std::size_t>(tie.type)];
    output_ << "  <edge id=\"";
    append_nmtoken(out_, edge_ids_.of(tie));
    output_ << "\" source=\"";
    append_nmtoken(out_, graph_.entity(tie.subject).id);
    output_ << "\" target=\"";
    append_nmtoken(out_, graph_.entity(tie.object).id);
    if (has_edge_label(profile_)) output_ << "\" label=\"" << label;
    output_ << "\">";
    for (const Column& column : edge_columns_) {
      switch (column.source) {
        case Source::labels:
        case Source::address:
          break;
        case Source::label:
          data(column, label);
          break;
        case Source::weight:
          number(column, static_cast<double>(tie.outlets));
          break;
        case Source::graphics:
          line(column, tie);
          break;
        case Source::description:
          data(column, graph_.best_evidence(tie.index).sentence);
          break;
        case Source::attribute:
          attribute(column, values[column.attribute]);
          break;
      }
    }
    output_ << "</edge>\n";
    output_.flush_when_full();
    ++report_.edges;
  }

  void attribute(const Column& column, const Value& value) {
    switch (column.kind) {
      case AttributeKind::text:
        data(column, value.text);
        break;
      case AttributeKind::list:
        if (!value.list.empty()) data(column, column.json ? json_list(value.list) : join(value.list));
        break;
      case AttributeKind::truth:
        data(column, value.truth ? "yes" : "no");
        break;
      case AttributeKind::integer:
        number(column, value.integer);
        break;
      case AttributeKind::number:
        number(column, value.number);
        break;
    }
  }

  void data(const Column& column, std::string_view value) {
    if (value.empty()) return;
    const std::size_t start = out_.size();
    out_ += column.opening;
    const std::size_t content = out_.size();
    report_.replaced += column.guarded ? append_xml_for_gephi(out_, value) : append_xml(out_, value);
    if (out_.size() == content) {
      out_.resize(start);  // nothing of it can be written
    } else {
      out_ += "</data>";
    }
  }

  template <class Number>
  void number(const Column& column, Number value) {
    out_ += column.opening;
    append_number(out_, value);
    out_ += "</data>";
  }

  /// Side by side, for yEd piles nodes without a place up.
  void shape(const Column& column, const Entity& entity, Index index) {
    constexpr Index kInARow = 32;
    out_ += column.opening;
    output_ << "<y:ShapeNode><y:Geometry height=\"30\" width=\"150\" x=\"";
    append_number(out_, index % kInARow * 200);
    output_ << "\" y=\"";
    append_number(out_, index / kInARow * 80);
    output_ << "\"/><y:NodeLabel>";
    report_.replaced += append_xml(out_, label_of(entity));
    output_ << "</y:NodeLabel><y:Shape type=\""
            << (entity.type == EntityType::country ? "roundrectangle" : "rectangle")
            << "\"/></y:ShapeNode></data>";
  }

  void line(const Column& column, const Tie& tie) {
    out_ += column.opening;
    output_ << "<y:PolyLineEdge><y:Arrows source=\"none\" target=\""
            << (info(tie.type).symmetric ? "none" : "standard") << "\"/><y:EdgeLabel>" << name(tie.type)
            << "</y:EdgeLabel></y:PolyLineEdge></data>";
  }

  const Graph& graph_;
  const ExportProfile profile_;
  Output output_;
  std::string& out_;
  NodeValues node_values_;
  EdgeValues edge_values_;
  EdgeIds edge_ids_;
  const std::vector<Column> node_columns_;
  const std::vector<Column> edge_columns_;
  std::array<std::string, kRelationTypeCount> labels_;
  ExportReport report_;
};

}  // namespace

ExportReport write_graphml(const Graph& graph, const ExportOptions& options, const Sink& sink) {
  return GraphmlWriter(graph, options, sink).write();
}

}  // namespace entente::exporters

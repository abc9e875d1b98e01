// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// CSV for `neo4j-admin database import`, with the command beside it: a column of names in the first line of
// each file, one column of ids, `;` between the parts of a list, quotes doubled, line feeds within quotes.
// Values are as they are (no apostrophes before formulas): the files are not for spreadsheets.
#include "export/attributes.hpp"
#include "export/csv_row.hpp"
#include "export/formats.hpp"

namespace entente::exporters {
namespace {

constexpr std::string_view kCommand =
    "#!/bin/sh\n"
    "# Makes a new database of these files (Neo4j 5), while it is stopped. Its name is the argument, else "
    "neo4j.\n"
    "cd \"$(dirname \"$0\")\" || exit 1\n"
    "exec neo4j-admin database import full --nodes=nodes.csv --relationships=edges.csv --id-type=string \\\n"
    "  --array-delimiter=\";\" --multiline-fields=true --overwrite-destination \"${1:-neo4j}\"\n";

std::string_view type_of(AttributeKind kind) {
  switch (kind) {
    case AttributeKind::text:
      return "string";
    case AttributeKind::list:
      return "string[]";
    case AttributeKind::truth:
      return "boolean";
    case AttributeKind::integer:
      return "int";
    case AttributeKind::number:
      return "double";
  }
  return {};
}

class Neo4jWriter {
 public:
  Neo4jWriter(const Graph& graph, const ExportOptions& options, const FolderSink& sink)
      : graph_(graph),
        sink_(sink),
        output_(sink.write),
        node_values_(options.codes),
        edge_values_(graph),
        edge_ids_(graph) {}

  ExportReport write() {
    sink_.open("nodes.csv");
    output_ << "id:ID,name:string";
    declare(std::span(kNodeAttributes).subspan(1));  // without the id
    output_ << ",:LABEL\n";
    for (Index i = 0; i < graph_.entity_count(); ++i) node(graph_.entity(i));
    output_.flush();
    sink_.open("edges.csv");
    output_ << ":START_ID,:END_ID,:TYPE,id:string,weight:int";
    declare(kEdgeAttributes);
    output_ << "\n";
    for (Index i = 0; i < graph_.tie_count(); ++i) edge(graph_.tie(i));
    output_.flush();
    sink_.open("import.sh");
    output_ << kCommand;
    output_.flush();
    report_.bytes = output_.bytes();
    return report_;
  }

 private:
  void declare(std::span<const Attribute> attributes) {
    for (const Attribute& attribute : attributes)
      output_ << "," << attribute.name << ":" << type_of(attribute.kind);
  }

  void node(const Entity& entity) {
    CsvRow row(output_.buffer(), report_.replaced);
    row.value(entity.id).value(label_of(entity));
    const auto& values = node_values_.of(entity);
    for (std::size_t i = 1; i < values.size(); ++i) value(row, kNodeAttributes[i].kind, values[i]);
    row.value("Entity;" + camel_case(name(entity.type)));
    end_line(report_.nodes);
  }

  void edge(const Tie& tie) {
    CsvRow row(output_.buffer(), report_.replaced);
    row.value(graph_.entity(tie.subject).id).value(graph_.entity(tie.object).id);
    row.value(upper_case(name(tie.type))).value(edge_ids_.of(tie)).number(tie.outlets);
    const auto& values = edge_values_.of(tie);
    for (std::size_t i = 0; i < values.size(); ++i) value(row, kEdgeAttributes[i].kind, values[i]);
    end_line(report_.edges);
  }

  void value(CsvRow& row, AttributeKind kind, const Value& value) {
    switch (kind) {
      case AttributeKind::text:
        row.value(value.text);
        break;
      case AttributeKind::list:
        row.value(list(value.list));
        break;
      case AttributeKind::truth:
        row.value(value.truth ? "true" : "false");
        break;
      case AttributeKind::integer:
        row.number(value.integer);
        break;
      case AttributeKind::number:
        row.number(value.number);
        break;
    }
  }

  /// A semicolon within a part would end it.
  std::string list(std::span<const std::string_view> parts) {
    std::string result;
    for (const std::string_view part : parts) {
      if (!result.empty()) result += ';';
      for (const char c : part) {
        result += c == ';' ? ',' : c;
        report_.replaced += c == ';' ? 1 : 0;
      }
    }
    return result;
  }

  void end_line(std::size_t& count) {
    output_ << "\n";
    output_.flush_when_full();
    ++count;
  }

  const Graph& graph_;
  const FolderSink& sink_;
  Output output_;
  NodeValues node_values_;
  EdgeValues edge_values_;
  EdgeIds edge_ids_;
  ExportReport report_;
};

}  // namespace

ExportReport write_neo4j(const Graph& graph, const ExportOptions& options, const FolderSink& sink) {
  return Neo4jWriter(graph, options, sink).write();
}

}  // namespace entente::exporters

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The whole graph as one JSON document, schema "entente-graph/1": nodes, then edges with all their evidence.
// A node or edge is one line, so that two exports can be compared line by line.
#include "export/formats.hpp"
#include "export/json_writer.hpp"

namespace entente::exporters {
namespace {

void write_node(JsonWriter& json, const Entity& entity) {
  json.begin_object();
  json.required("id", entity.id);
  json.member("type", name(entity.type));
  json.member("name", entity.name);
  json.member("code", entity.code);
  json.members("aliases", entity.aliases);
  json.end_object();
}

void write_evidence(JsonWriter& json, const Evidence& e) {
  json.begin_object();
  json.member("document", e.document);
  json.member("title", e.title);
  json.member("outlet", e.outlet);
  json.member("url", e.url);
  json.member("reported", e.reported);
  json.member("sentence", e.sentence);
  json.member("words", e.trigger);
  json.member("phase", name(e.phase));
  json.member("factuality", name(e.factuality));
  json.member("domain", name(e.domain));
  json.member("time", e.time);
  json.member("place", e.place);
  json.member("facility", e.facility);
  json.member("detail", e.detail);
  json.member("via", e.via);
  json.member("source", e.source);
  json.member("score", e.score);
  json.member("rule", e.rule);
  json.member("span", e.sentence_span);
  json.member("trigger", e.trigger_span);
  json.member("subject", e.subject_span);
  json.member("object", e.object_span);
  json.end_object();
}

void write_edge(JsonWriter& json, const Graph& graph, const Tie& tie) {
  json.begin_object();
  json.required("id", graph.tie_id(tie.index));
  json.required("source", graph.entity(tie.subject).id);
  json.required("target", graph.entity(tie.object).id);
  json.member("relation", name(tie.type));
  json.member("group", name(info(tie.type).group));
  json.member("symmetric", info(tie.type).symmetric);
  json.member("phase", name(tie.phase));
  json.member("factuality", name(tie.factuality));
  if (tie.domains != 0) {
    json.begin_array("domains");
    for (std::size_t i = 1; i < kDomainNames.size(); ++i)
      if (tie.has_domain(static_cast<Domain>(i))) json.value(kDomainNames[i]);
    json.end_array();
  }
  json.member("assertions", tie.assertions);
  json.member("documents", tie.documents);
  json.member("outlets", tie.outlets);
  json.member("first", tie.first);
  json.member("last", tie.last);
  json.member("score", tie.score);
  json.begin_array("evidence");
  for (const Evidence& evidence : graph.evidence(tie.index)) write_evidence(json, evidence);
  json.end_array();
  json.end_object();
}

/// Writes `count` objects, a line each, as the elements of an array.
template <class Write>
std::size_t write_lines(Output& output, std::size_t count, const Write& write) {
  std::size_t replaced = 0;
  for (std::size_t i = 0; i < count; ++i) {
    output << (i == 0 ? "\n" : ",\n");
    JsonWriter json(output.buffer());
    write(json, static_cast<Index>(i));
    replaced += json.replaced();
    output.flush_when_full();
  }
  return replaced;
}

}  // namespace

ExportReport write_json(const Graph& graph, const ExportOptions&, const Sink& sink) {
  Output output(sink);
  ExportReport report{graph.entity_count(), graph.tie_count(), 0, 0};
  output << "{\"schema\":\"entente-graph/1\",\"nodes\":[";
  report.replaced += write_lines(output, report.nodes,
                                 [&](JsonWriter& json, Index i) { write_node(json, graph.entity(i)); });
  output << "\n],\"edges\":[";
  report.replaced += write_lines(output, report.edges,
                                 [&](JsonWriter& json, Index i) { write_edge(json, graph, graph.tie(i)); });
  output << "\n]}\n";
  output.flush();
  report.bytes = output.bytes();
  return report;
}

}  // namespace entente::exporters

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A row for each piece of evidence, in the order of ties: as CSV for people and statistics, as JSON Lines for
// programs. Offsets are bytes of the document's text.
#include "export/csv_row.hpp"
#include "export/formats.hpp"
#include "export/json_writer.hpp"

namespace entente::exporters {
namespace {

constexpr std::string_view kHeader =
    "subject,subject_name,relation,object,object_name,phase,factuality,domain,time,place,facility,detail,via,"
    "source,sentence,words,document,title,outlet,url,reported,score,rule,begin,end\n";

void write_row(CsvRow row, const Graph& graph, const Tie& tie, const Evidence& e) {
  const Entity& subject = graph.entity(tie.subject);
  const Entity& object = graph.entity(tie.object);
  row << subject.id << subject.name << name(tie.type) << object.id << object.name;
  row << name(e.phase) << name(e.factuality) << name(e.domain) << e.time;
  row << e.place << e.facility << e.detail << e.via << e.source << e.sentence << e.trigger;
  row << e.document << e.title << e.outlet << e.url << e.reported;
  row.number(e.score) << e.rule;
  row.number(e.sentence_span.begin).number(e.sentence_span.end);
}

void write_end(JsonWriter& json, std::string_view which, const Entity& entity) {
  json.begin_member(which);
  json.required("id", entity.id);
  json.member("name", entity.name);
  json.member("type", name(entity.type));
  json.end_object();
}

void write_line(JsonWriter& json, const Graph& graph, const Tie& tie, const Evidence& e) {
  json.begin_object();
  write_end(json, "subject", graph.entity(tie.subject));
  json.member("relation", name(tie.type));
  write_end(json, "object", graph.entity(tie.object));
  json.member("phase", name(e.phase));
  json.member("factuality", name(e.factuality));
  json.member("domain", name(e.domain));
  json.member("time", e.time);
  json.member("place", e.place);
  json.member("facility", e.facility);
  json.member("detail", e.detail);
  json.member("via", e.via);
  json.member("source", e.source);
  json.member("sentence", e.sentence);
  json.member("words", e.trigger);
  json.member("document", e.document);
  json.member("title", e.title);
  json.member("outlet", e.outlet);
  json.member("url", e.url);
  json.member("reported", e.reported);
  json.member("score", e.score);
  json.member("rule", e.rule);
  json.member("span", e.sentence_span);
  json.member("trigger", e.trigger_span);
  json.member("subject_span", e.subject_span);
  json.member("object_span", e.object_span);
  json.end_object();
}

/// Calls `write` for each piece of evidence, and ends its line.
template <class Write>
ExportReport write_lines(const Graph& graph, Output& output, const Write& write) {
  ExportReport report{0, graph.tie_count(), 0, 0};
  for (Index i = 0; i < graph.tie_count(); ++i) {
    for (const Evidence& evidence : graph.evidence(i)) {
      write(graph.tie(i), evidence, report.replaced);
      output << "\n";
      output.flush_when_full();
    }
  }
  output.flush();
  report.bytes = output.bytes();
  return report;
}

}  // namespace

ExportReport write_evidence_csv(const Graph& graph, const ExportOptions& options, const Sink& sink) {
  Output output(sink);
  if (options.excel) output << kByteOrderMark;
  output << kHeader;
  return write_lines(graph, output, [&](const Tie& tie, const Evidence& evidence, std::size_t& replaced) {
    write_row(CsvRow(output.buffer(), replaced), graph, tie, evidence);
  });
}

ExportReport write_evidence_json(const Graph& graph, const ExportOptions&, const Sink& sink) {
  Output output(sink);
  return write_lines(graph, output, [&](const Tie& tie, const Evidence& evidence, std::size_t& replaced) {
    JsonWriter json(output.buffer());
    write_line(json, graph, tie, evidence);
    replaced += json.replaced();
  });
}

}  // namespace entente::exporters

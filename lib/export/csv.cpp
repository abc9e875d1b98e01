// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Ties as a table (RFC 4180 with line feeds, UTF-8 without byte order mark), each with its best sentence.
#include "export/csv_row.hpp"
#include "export/formats.hpp"
#include "export/output.hpp"

namespace entente::exporters {
namespace {

constexpr std::string_view kHeader =
    "subject,subject_name,relation,object,object_name,phase,factuality,domains,assertions,documents,outlets,"
    "first,last,"
    "score,sentence,document,reported,outlet,url\n";

void write_row(CsvRow row, const Graph& graph, const Tie& tie) {
  const Entity& subject = graph.entity(tie.subject);
  const Entity& object = graph.entity(tie.object);
  row << subject.id << subject.name << name(tie.type) << object.id << object.name;
  row << name(tie.phase) << name(tie.factuality) << join_domains(tie, "; ");
  row.number(tie.assertions).number(tie.documents).number(tie.outlets);
  row << tie.first << tie.last;
  row.number(tie.score);
  const Evidence& best = graph.best_evidence(tie.index);
  row << best.sentence << best.document << best.reported << best.outlet << best.url;
}

}  // namespace

ExportReport write_csv(const Graph& graph, const ExportOptions& options, const Sink& sink) {
  Output output(sink);
  ExportReport report{0, graph.tie_count(), 0, 0};
  if (options.excel) output << kByteOrderMark;
  output << kHeader;
  for (Index i = 0; i < graph.tie_count(); ++i) {
    write_row(CsvRow(output.buffer(), report.replaced), graph, graph.tie(i));
    output << "\n";
    output.flush_when_full();
  }
  output.flush();
  report.bytes = output.bytes();
  return report;
}

}  // namespace entente::exporters

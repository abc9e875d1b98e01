// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A flat table of links for i2 Analyst's Notebook and others that import by columns: both ends with type,
// identity and label; the link with type, direction, dates as days, strength, source and grade. Strength says
// how it is known: Confirmed by two independent outlets, Unconfirmed by one, Tentative when it is not told as
// a fact. The grade is the analyst's to give: F6, not to be judged (Admiralty).
#include "export/attributes.hpp"
#include "export/csv_row.hpp"
#include "export/formats.hpp"
#include "export/spells.hpp"

namespace entente::exporters {
namespace {

constexpr std::string_view kHeader =
    "from_type,from_id,from_label,to_type,to_id,to_label,link_id,link_type,link_label,direction,start,end,"
    "strength,grade,sources,factuality,phase,domains,detail,source_reference,source_date,source_outlet,"
    "source_url,quote\n";

std::string_view strength_of(const Tie& tie) {
  if (tie.factuality != Factuality::fact) return "Tentative";
  return tie.outlets > 1 ? "Confirmed" : "Unconfirmed";
}

/// First and last day, empty where it is open or not known.
std::pair<std::string, std::string> days_of(const Graph& graph, const Tie& tie) {
  const auto spells = spells_of(tie, graph.evidence(tie.index));
  if (spells.empty()) return {};
  const auto text = [](graph::Day day) {
    return day == graph::kAlwaysBefore || day == graph::kAlwaysAfter ? std::string() : iso_date(day);
  };
  return {text(spells.front().begin), text(spells.back().end)};
}

void write_row(CsvRow row, const Graph& graph, const Tie& tie, const std::string& id) {
  for (const Index end : {tie.subject, tie.object}) {
    const Entity& entity = graph.entity(end);
    row << name(entity.type) << entity.id << label_of(entity);
  }
  std::string label(name(tie.type));
  for (char& c : label)
    if (c == '_') c = ' ';
  const auto [start, end] = days_of(graph, tie);
  row << id << name(info(tie.type).group) << label << (info(tie.type).symmetric ? "none" : "forward");
  row << start << end << strength_of(tie) << "F6";
  row.number(tie.outlets);
  row << name(tie.factuality) << name(tie.phase) << join_domains(tie, "; ");
  const Evidence& best = graph.best_evidence(tie.index);
  row << best.detail << best.document << best.reported << best.outlet << best.url << best.sentence;
}

}  // namespace

ExportReport write_links(const Graph& graph, const ExportOptions& options, const Sink& sink) {
  Output output(sink);
  const EdgeIds ids(graph);
  ExportReport report{0, graph.tie_count(), 0, 0};
  if (options.excel) output << kByteOrderMark;
  output << kHeader;
  for (Index i = 0; i < graph.tie_count(); ++i) {
    const Tie& tie = graph.tie(i);
    write_row(CsvRow(output.buffer(), report.replaced), graph, tie, ids.of(tie));
    output << "\n";
    output.flush_when_full();
  }
  output.flush();
  report.bytes = output.bytes();
  return report;
}

}  // namespace entente::exporters

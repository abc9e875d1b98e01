// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Graphviz DOT (graphviz.org/doc/info/lang.html). Entities without ties are left out. Beyond some 150 edges
// the default layout takes minutes, so the file asks for the force-directed one.
#include "export/attributes.hpp"
#include "export/escape.hpp"
#include "export/formats.hpp"
#include "export/output.hpp"

namespace entente::exporters {
namespace {

constexpr Index kMostForDot = 150;

}  // namespace

ExportReport write_dot(const Graph& graph, const ExportOptions&, const Sink& sink) {
  Output output(sink);
  ExportReport report;
  const auto quote = [&](std::string_view text) { report.replaced += append_dot(output.buffer(), text); };
  output << "digraph entente {\n";
  if (graph.tie_count() > kMostForDot) output << "  layout=sfdp;\n  overlap=prism;\n";
  for (Index i = 0; i < graph.entity_count(); ++i) {
    if (graph.ties_out(i).empty() && graph.ties_in(i).empty()) continue;
    output << "  ";
    quote(graph.entity(i).id);
    output << " [label=";
    report.replaced += append_dot_label(output.buffer(), label_of(graph.entity(i)));
    output << "];\n";
    output.flush_when_full();
    ++report.nodes;
  }
  for (Index i = 0; i < graph.tie_count(); ++i) {
    const Tie& tie = graph.tie(i);
    output << "  ";
    quote(graph.entity(tie.subject).id);
    output << " -> ";
    quote(graph.entity(tie.object).id);
    output << " [label=";
    quote(name(tie.type));
    output << (info(tie.type).symmetric ? ", dir=none];\n" : "];\n");
    output.flush_when_full();
    ++report.edges;
  }
  output << "}\n";
  output.flush();
  report.bytes = output.bytes();
  return report;
}

}  // namespace entente::exporters

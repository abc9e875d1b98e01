// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// GEXF 1.3 (gexf.net) for Gephi: `kind` keeps parallel relations apart, spells drive the timeline. Days are
// inclusive at both ends; what is not dated has no spell and always shows. Lists are joined texts, for
// readers disagree on GEXF's own lists; all edges are directed, for NetworkX reads no file of both kinds;
// there are no colours (`viz`), which the schema refuses.
#include "export/attributes.hpp"
#include "export/escape.hpp"
#include "export/formats.hpp"
#include "export/output.hpp"
#include "export/spells.hpp"

namespace entente::exporters {
namespace {

std::string_view type_of(AttributeKind kind) {
  switch (kind) {
    case AttributeKind::integer:
      return "integer";
    case AttributeKind::number:
      return "double";
    case AttributeKind::text:
    case AttributeKind::list:
    case AttributeKind::truth:
      break;
  }
  return "string";
}

class GexfWriter {
 public:
  GexfWriter(const Graph& graph, const ExportOptions& options, const Sink& sink)
      : graph_(graph),
        output_(sink),
        out_(output_.buffer()),
        node_values_(options.codes),
        edge_values_(graph),
        edge_ids_(graph) {}

  ExportReport write() {
    output_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
               " <graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\" "
               "timerepresentation=\"interval\" timezone=\"UTC\">\n";
    declare("node", kNodeAttributes);
    declare("edge", kEdgeAttributes);
    output_ << "  <nodes>\n";
    for (Index i = 0; i < graph_.entity_count(); ++i) node(graph_.entity(i));
    output_ << "  </nodes>\n  <edges>\n";
    for (Index i = 0; i < graph_.tie_count(); ++i) edge(graph_.tie(i));
    output_ << "  </edges>\n </graph>\n</gexf>\n";
    output_.flush();
    report_.bytes = output_.bytes();
    return report_;
  }

 private:
  template <std::size_t Count>
  void declare(std::string_view target, const std::array<Attribute, Count>& attributes) {
    output_ << "  <attributes class=\"" << target << "\" mode=\"static\">\n";
    for (const Attribute& attribute : attributes)
      output_ << "   <attribute id=\"" << attribute.name << "\" title=\"" << attribute.name << "\" type=\""
              << type_of(attribute.kind) << "\"/>\n";
    output_ << "  </attributes>\n";
  }

  void node(const Entity& entity) {
    output_ << "   <node id=\"";
    append_nmtoken(out_, entity.id);
    output_ << "\" label=\"";
    report_.replaced += append_xml(out_, label_of(entity));
    output_ << "\">";
    values(kNodeAttributes, node_values_.of(entity));
    output_ << "</node>\n";
    output_.flush_when_full();
    ++report_.nodes;
  }

  void edge(const Tie& tie) {
    output_ << "   <edge id=\"";
    append_nmtoken(out_, edge_ids_.of(tie));
    output_ << "\" source=\"";
    append_nmtoken(out_, graph_.entity(tie.subject).id);
    output_ << "\" target=\"";
    append_nmtoken(out_, graph_.entity(tie.object).id);
    output_ << "\" kind=\"" << upper_case(name(tie.type)) << "\" label=\"";
    for (const char c : name(tie.type)) out_ += c == '_' ? ' ' : c;
    output_ << "\" weight=\"";
    append_number(out_, static_cast<double>(tie.outlets));
    output_ << "\">";
    values(kEdgeAttributes, edge_values_.of(tie));
    spells(tie);
    output_ << "</edge>\n";
    output_.flush_when_full();
    ++report_.edges;
  }

  template <std::size_t Count>
  void values(const std::array<Attribute, Count>& attributes, const std::array<Value, Count>& values) {
    output_ << "<attvalues>";
    for (std::size_t i = 0; i < Count; ++i) {
      if (values[i].absent(attributes[i].kind)) continue;
      const std::size_t start = out_.size();
      output_ << "<attvalue for=\"" << attributes[i].name << "\" value=\"";
      const std::size_t content = out_.size();
      value(attributes[i].kind, values[i]);
      if (out_.size() == content) {
        out_.resize(start);  // nothing of it can be written
      } else {
        output_ << "\"/>";
      }
    }
    output_ << "</attvalues>";
  }

  void value(AttributeKind kind, const Value& value) {
    switch (kind) {
      case AttributeKind::text:
        text(value.text);
        break;
      case AttributeKind::list:
        text(join(value.list));
        break;
      case AttributeKind::truth:
        output_ << (value.truth ? "yes" : "no");
        break;
      case AttributeKind::integer:
        append_number(out_, value.integer);
        break;
      case AttributeKind::number:
        append_number(out_, value.number);
        break;
    }
  }

  void text(std::string_view value) { report_.replaced += append_xml_for_gephi(out_, value); }

  void spells(const Tie& tie) {
    const auto spells = spells_of(tie, graph_.evidence(tie.index));
    if (spells.empty()) return;
    output_ << "<spells>";
    for (const Spell& spell : spells) {
      output_ << "<spell";
      if (spell.begin != graph::kAlwaysBefore) output_ << " start=\"" << iso_date(spell.begin) << "\"";
      if (spell.end != graph::kAlwaysAfter) output_ << " end=\"" << iso_date(spell.end) << "\"";
      output_ << "/>";
    }
    output_ << "</spells>";
  }

  const Graph& graph_;
  Output output_;
  std::string& out_;
  NodeValues node_values_;
  EdgeValues edge_values_;
  EdgeIds edge_ids_;
  ExportReport report_;
};

}  // namespace

ExportReport write_gexf(const Graph& graph, const ExportOptions& options, const Sink& sink) {
  return GexfWriter(graph, options, sink).write();
}

}  // namespace entente::exporters

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Graphviz takes entities such as `&lt;` in labels for characters, so that texts are escaped as XML first,
// which also leaves out what an SVG cannot hold, and then as DOT. The legend is the graph's own label: every
// layout puts it under the drawing.
#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numeric>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "export/escape.hpp"
#include "export/output.hpp"
#include "export/picture.hpp"

namespace entente::exporters {
namespace {

constexpr std::size_t kMostTies = 300;      // more cannot be told apart on one sheet
constexpr std::size_t kMostNamed = 60;      // ties whose type is written beside them
constexpr std::size_t kMostForNeato = 100;  // beyond, the multilevel layout is far quicker
constexpr std::size_t kLongestName = 40;    // bytes, as are the following
constexpr std::size_t kLongestHint = 300;

/// By RelationGroup; told apart by people who see red and green alike.
constexpr std::array<std::string_view, 6> kColours = {"#0072b2", "#b77400", "#a03a92",
                                                      "#00805d", "#c8102e", "#7d8590"};
/// By Factuality.
constexpr std::array<std::string_view, 4> kStyles = {"solid", "dashed", "dashed", "dotted"};

std::string_view colour(RelationGroup group) {
  return kColours[static_cast<std::size_t>(group)];
}

std::string_view shape(EntityType type) {
  if (has(bits(EntityType::igo, EntityType::organization, EntityType::company, EntityType::agreement,
               EntityType::government_body, EntityType::facility),
          type))
    return "box";
  if (type == EntityType::person) return "box, style=\"filled,rounded\"";
  if (has(bits(EntityType::armed_group, EntityType::armed_force), type)) return "hexagon";
  return "ellipse";
}

/// Whether it begins with `&name;` or `&#number;`.
bool is_entity(std::string_view text) {
  const auto end = text.find_first_of(";& \n", 1);
  return text.front() == '&' && end != std::string_view::npos && text[end] == ';';
}

class Picture {
 public:
  Picture(const Graph& graph, ExportReport& report) : graph_(graph), report_(report) {}

  std::string write() {
    const auto ties = best_ties();
    const bool few = ties.size() <= kMostForNeato;
    named_ = ties.size() <= kMostNamed;
    out_ = fmt::format(
        "digraph entente {{\n  layout={};\n  overlap=prism;\n  splines=true;\n  outputorder=edgesfirst;\n"
        "  bgcolor=white;\n  fontname=\"Helvetica\";\n  fontsize=12;\n"
        "  node [fontname=\"Helvetica\", fontsize=11, style=filled, fillcolor=\"#f2f4f7\", "
        "color=\"#7d8590\", "
        "margin=\"0.06,0.03\", height=0.2];\n"
        "  edge [fontname=\"Helvetica\", fontsize=8, arrowsize=0.6];\n",
        few ? "neato" : "sfdp");
    write_legend(ties.size());
    write_nodes(ties);
    for (const Index tie : ties) write_edge(graph_.tie(tie));
    report_.edges += ties.size();
    out_ += "}\n";
    return std::move(out_);
  }

 private:
  std::vector<Index> best_ties() const;
  void write_legend(std::size_t shown);
  void write_nodes(const std::vector<Index>& ties);
  void write_edge(const Tie& tie);
  void add_text(std::string_view text, std::size_t most);

  const Graph& graph_;
  ExportReport& report_;
  bool named_ = false;
  std::string out_;
};

std::vector<Index> Picture::best_ties() const {
  std::vector<Index> ties(graph_.tie_count());
  std::iota(ties.begin(), ties.end(), Index{0});
  std::stable_sort(ties.begin(), ties.end(), [&](Index i, Index k) {
    const Tie& a = graph_.tie(i);
    const Tie& b = graph_.tie(k);
    return a.documents != b.documents ? a.documents > b.documents : a.score > b.score;
  });
  if (ties.size() > kMostTies) ties.resize(kMostTies);
  std::sort(ties.begin(), ties.end());
  return ties;
}

void Picture::write_legend(std::size_t shown) {
  out_ += "  label=<<TABLE BORDER=\"0\" CELLSPACING=\"6\"><TR>";
  for (std::size_t i = 0; i < kRelationGroupNames.size(); ++i)
    fmt::format_to(std::back_inserter(out_), "<TD><FONT COLOR=\"{}\"><B>&#8212; {}</B></FONT></TD>",
                   kColours[i], kRelationGroupNames[i]);
  out_ +=
      "</TR><TR><TD COLSPAN=\"6\"><FONT POINT-SIZE=\"10\">solid: fact, dashed: planned or possible, dotted: "
      "negated; "
      "ellipse: state or area, box: organization, rounded box: person, hexagon: armed group or force";
  if (shown < graph_.tie_count())
    fmt::format_to(std::back_inserter(out_), "; the {} best supported of {} ties", shown, graph_.tie_count());
  out_ += "</FONT></TD></TR></TABLE>>;\n";
}

void Picture::write_nodes(const std::vector<Index>& ties) {
  std::vector<bool> shown(graph_.entity_count());
  for (const Index tie : ties) shown[graph_.tie(tie).subject] = shown[graph_.tie(tie).object] = true;
  for (Index i = 0; i < graph_.entity_count(); ++i) {
    if (!shown[i]) continue;
    const Entity& entity = graph_.entity(i);
    fmt::format_to(std::back_inserter(out_), "  n{} [label=", i);
    add_text(entity.name.empty() ? entity.id : entity.name, kLongestName);
    fmt::format_to(std::back_inserter(out_), ", shape={}];\n", shape(entity.type));
    ++report_.nodes;
  }
}

void Picture::write_edge(const Tie& tie) {
  const RelationInfo& type = info(tie.type);
  const double width = 1.0 + 0.5 * std::min(4.0, std::log2(1.0 + tie.documents) - 1.0);
  fmt::format_to(std::back_inserter(out_), "  n{} -> n{} [", tie.subject, tie.object);
  fmt::format_to(std::back_inserter(out_), "color=\"{0}\", fontcolor=\"{0}\", style={1}, penwidth={2:.2f}",
                 colour(type.group), kStyles[static_cast<std::size_t>(tie.factuality)], width);
  if (named_) fmt::format_to(std::back_inserter(out_), ", label=\"{}\"", type.name);
  if (type.symmetric) out_ += ", dir=none";
  out_ += ", tooltip=";
  add_text(graph_.best_evidence(tie.index).sentence, kLongestHint);
  out_ += "];\n";
}

void Picture::add_text(std::string_view text, std::size_t most) {
  std::string shown(text.substr(0, most));
  if (shown.size() < text.size()) {
    while (!shown.empty() && (static_cast<unsigned char>(text[shown.size()]) & 0xC0U) == 0x80U)
      shown.pop_back();
    shown += "\xe2\x80\xa6";
  }
  std::string xml;
  for (std::size_t at = 0; at < shown.size(); ++at) {
    xml += shown[at];
    if (shown[at] == '&' && is_entity(std::string_view(shown).substr(at))) xml += "amp;";
  }
  shown.clear();
  report_.replaced += append_xml(shown, xml);
  for (std::size_t at = 0; (at = shown.find("&apos;", at)) != std::string::npos;)  // unknown to HTML 4
    shown.replace(at, 6, "&#39;");
  report_.replaced += append_dot(out_, shown);
}

}  // namespace

std::string picture_dot(const Graph& graph, ExportReport& report) {
  return Picture(graph, report).write();
}

}  // namespace entente::exporters

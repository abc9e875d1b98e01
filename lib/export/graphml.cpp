// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// GraphML (graphml.graphdrawing.org) in the profile that Gephi, Cytoscape, Neo4j, NetworkX, igraph and Boost
// all read: every key before the graph, all nodes before the edges, no booleans, no empty values, weights of
// at least 1, and the names under which each program looks for labels. An edge is a tie; weight is the number
// of independent outlets behind it.
#include <array>
#include <set>

#include "export/escape.hpp"
#include "export/formats.hpp"
#include "export/output.hpp"

namespace entente::exporters {
namespace {

struct Key {
  std::string_view id;
  std::string_view target;
  std::string_view name;
  std::string_view type;
};

// What needs the key to be called so stands behind it.
constexpr std::array<Key, 31> kKeys = {{
    {"labels", "node", "labels", "string"},  // Neo4j: by key id
    {"n_label", "node", "label", "string"},  // Gephi
    {"n_name", "node", "name", "string"},    // Cytoscape, igraph
    {"n_entity", "node", "entity", "string"},
    {"n_type", "node", "type", "string"},
    {"n_code", "node", "code", "string"},
    {"n_aliases", "node", "aliases", "string"},
    {"label", "edge", "label", "string"},                // Gephi; Neo4j: by key id, the first of its edge
    {"e_interaction", "edge", "interaction", "string"},  // Cytoscape
    {"e_weight", "edge", "weight", "double"},
    {"e_relation", "edge", "relation", "string"},
    {"e_group", "edge", "group", "string"},
    {"e_symmetric", "edge", "symmetric", "string"},
    {"e_phase", "edge", "phase", "string"},
    {"e_factuality", "edge", "factuality", "string"},
    {"e_domains", "edge", "domains", "string"},
    {"e_assertions", "edge", "assertions", "int"},
    {"e_documents", "edge", "documents", "int"},
    {"e_outlets", "edge", "outlets", "int"},
    {"e_first", "edge", "first", "string"},
    {"e_last", "edge", "last", "string"},
    {"e_score", "edge", "score", "double"},
    {"e_sentence", "edge", "sentence", "string"},
    {"e_document", "edge", "document", "string"},
    {"e_reported", "edge", "reported", "string"},
    {"e_detail", "edge", "detail", "string"},
    {"e_url", "edge", "url", "string"},
    {"e_via", "edge", "via", "string"},
    {"e_cited", "edge", "cited", "string"},  // "source" would be taken for an end
    {"e_places", "edge", "places", "string"},
    {"e_facilities", "edge", "facilities", "string"},
}};

class GraphmlWriter {
 public:
  GraphmlWriter(const Graph& graph, const ExportOptions& options, const Sink& sink)
      : graph_(graph), options_(options), output_(sink) {}

  ExportReport write() {
    header();
    for (Index i = 0; i < graph_.entity_count(); ++i) node(graph_.entity(i));
    for (Index i = 0; i < graph_.tie_count(); ++i) edge(graph_.tie(i));
    output_ << " </graph>\n</graphml>\n";
    output_.flush();
    report_.bytes = output_.bytes();
    return report_;
  }

 private:
  void header() {
    output_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
               "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
               "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
               "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    for (const Key& key : kKeys) {
      output_ << " <key id=\"" << key.id << "\" for=\"" << key.target << "\" attr.name=\"" << key.name
              << "\" attr.type=\"" << key.type << "\"/>\n";
    }
    output_ << " <graph id=\"G\" edgedefault=\"directed\">\n";
  }

  void node(const Entity& entity) {
    output_ << "  <node id=\"";
    append_nmtoken(output_.buffer(), entity.id);
    output_ << "\">";
    data("labels", std::string(":").append(camel_case(name(entity.type))));
    data("n_label", entity.name.empty() ? entity.id : entity.name);
    data("n_name", entity.name.empty() ? entity.id : entity.name);
    data("n_entity", entity.id);
    data("n_type", name(entity.type));
    data("n_code", entity.code);
    data("n_aliases", join(entity.aliases));
    output_ << "</node>\n";
    output_.flush_when_full();
    ++report_.nodes;
  }

  void edge(const Tie& tie) {
    const std::string label = upper_case(name(tie.type));
    output_ << "  <edge id=\"";
    append_nmtoken(output_.buffer(), graph_.tie_id(tie.index));
    output_ << "\" source=\"";
    append_nmtoken(output_.buffer(), graph_.entity(tie.subject).id);
    output_ << "\" target=\"";
    append_nmtoken(output_.buffer(), graph_.entity(tie.object).id);
    if (!options_.strict) output_ << "\" label=\"" << label;
    output_ << "\">";
    data("label", label);
    data("e_interaction", label);
    number("e_weight", static_cast<double>(tie.outlets));
    state(tie);
    counts(tie);
    evidence(graph_.best_evidence(tie.index));
    data("e_places", values(tie.index, &Evidence::place));
    data("e_facilities", values(tie.index, &Evidence::facility));
    output_ << "</edge>\n";
    output_.flush_when_full();
    ++report_.edges;
  }

  void state(const Tie& tie) {
    data("e_relation", name(tie.type));
    data("e_group", name(info(tie.type).group));
    data("e_symmetric", info(tie.type).symmetric ? "yes" : "no");
    data("e_phase", name(tie.phase));
    data("e_factuality", name(tie.factuality));
    data("e_domains", join_domains(tie, "; "));
  }

  void counts(const Tie& tie) {
    number("e_assertions", tie.assertions);
    number("e_documents", tie.documents);
    number("e_outlets", tie.outlets);
    data("e_first", tie.first);
    data("e_last", tie.last);
    number("e_score", tie.score);
  }

  void evidence(const Evidence& evidence) {
    data("e_sentence", evidence.sentence);
    data("e_document", evidence.document);
    data("e_reported", evidence.reported);
    data("e_detail", evidence.detail);
    data("e_url", evidence.url);
    data("e_via", evidence.via);
    data("e_cited", evidence.source);
  }

  /// The different values of a field in all evidence of a tie, in order of their first.
  std::string values(Index tie, std::string_view Evidence::*field) const {
    std::set<std::string_view> seen;
    std::vector<std::string_view> list;
    for (const Evidence& e : graph_.evidence(tie))
      if (!(e.*field).empty() && seen.insert(e.*field).second) list.push_back(e.*field);
    return join(list);
  }

  void data(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    std::string& out = output_.buffer();
    const std::size_t start = out.size();
    output_ << "<data key=\"" << key << "\">";
    const std::size_t content = out.size();
    report_.replaced += append_xml(out, value);
    if (out.size() == content) {
      out.resize(start);  // nothing of it can be written
    } else {
      output_ << "</data>";
    }
  }

  template <class Number>
  void number(std::string_view key, Number value) {
    output_ << "<data key=\"" << key << "\">";
    append_number(output_.buffer(), value);
    output_ << "</data>";
  }

  template <class Texts>
  static std::string join(const Texts& parts) {
    std::string result;
    for (const auto& part : parts) {
      if (!result.empty()) result += "; ";
      result += part;
    }
    return result;
  }

  static char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

  static std::string upper_case(std::string_view text) {
    std::string result;
    for (const char c : text) result += upper(c);
    return result;
  }

  static std::string camel_case(std::string_view text) {  // armed_group: ArmedGroup
    std::string result;
    bool start = true;
    for (const char c : text) {
      if (c != '_') result += start ? upper(c) : c;
      start = c == '_';
    }
    return result;
  }

  const Graph& graph_;
  const ExportOptions& options_;
  Output output_;
  ExportReport report_;
};

}  // namespace

ExportReport write_graphml(const Graph& graph, const ExportOptions& options, const Sink& sink) {
  return GraphmlWriter(graph, options, sink).write();
}

}  // namespace entente::exporters

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// RDF as N-Triples (www.w3.org/TR/n-triples). A tie that is told as a fact is a triple of its own; every
// piece of evidence is an rdf:Statement with its attributes, quoted from its document (PROV,
// www.w3.org/TR/prov-o). Entities are the same as Wikidata's items, countries as those of the EU's table of
// countries, which goes by ISO 3166-1 alpha-3.
#include <unordered_set>

#include "base/utf8.hpp"
#include "export/attributes.hpp"
#include "export/escape.hpp"
#include "export/formats.hpp"
#include "export/output.hpp"
#include "graph/period.hpp"

namespace entente::exporters {
namespace {

constexpr std::string_view kBase = "urn:x-entente:";
constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view kRdfs = "http://www.w3.org/2000/01/rdf-schema#";
constexpr std::string_view kOwl = "http://www.w3.org/2002/07/owl#";
constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view kProv = "http://www.w3.org/ns/prov#";
constexpr std::string_view kTerms = "http://purl.org/dc/terms/";
constexpr std::string_view kSchema = "http://www.w3.org/2001/XMLSchema#";

/// An address: two parts, of which the second may be any text.
struct Iri {
  std::string_view base;
  std::string_view path;
  std::string_view rest{};
};

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.' || c == '~' || c == ':' || c == '/' || c == '@';
}

void append_percent(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain(c)) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 15U];
    }
  }
}

/// The type of a date at its precision; nothing for what is no lone date.
std::string_view date_type(std::string_view text) {
  if (text.find('/') != std::string_view::npos || !graph::parse_date(text)) return {};
  if (text.size() == 4) return "gYear";
  if (text.size() == 7) return "gYearMonth";
  return text.size() == 10 ? "date" : std::string_view();
}

class TripleWriter {
 public:
  TripleWriter(const Graph& graph, const ExportOptions& options, const Sink& sink)
      : graph_(graph), codes_(options.codes), output_(sink), out_(output_.buffer()), edge_ids_(graph) {}

  ExportReport write() {
    for (Index i = 0; i < graph_.entity_count(); ++i) entity(graph_.entity(i));
    for (Index i = 0; i < graph_.tie_count(); ++i) tie(graph_.tie(i));
    output_.flush();
    report_.bytes = output_.bytes();
    return report_;
  }

 private:
  void iri(const Iri& iri) {
    out_ += '<';
    out_ += iri.base;
    out_ += iri.path;
    append_percent(out_, iri.rest);
    out_ += '>';
  }

  void begin(const Iri& subject, const Iri& predicate) {
    iri(subject);
    out_ += ' ';
    iri(predicate);
    out_ += ' ';
  }

  void end() {
    out_ += " .\n";
    output_.flush_when_full();
  }

  void triple(const Iri& subject, const Iri& predicate, const Iri& object) {
    begin(subject, predicate);
    iri(object);
    end();
  }

  /// Nothing when the text is empty.
  void literal(const Iri& subject, const Iri& predicate, std::string_view text, std::string_view type = {}) {
    if (text.empty()) return;
    begin(subject, predicate);
    report_.replaced += append_literal(out_, text);
    if (!type.empty()) {
      out_ += "^^";
      iri({kSchema, type});
    }
    end();
  }

  static Iri of(const Entity& entity) { return {kBase, "entity/", entity.id}; }
  static Iri term(std::string_view name) { return {kBase, "ontology/", name}; }

  void entity(const Entity& entity) {
    const Iri me = of(entity);
    triple(me, {kRdf, "type"}, term(camel_case(name(entity.type))));
    literal(me, {kRdfs, "label"}, label_of(entity));
    for (const std::string& alias : entity.aliases) literal(me, {kSkos, "altLabel"}, alias);
    const auto code = [&](std::string_view key) {
      return codes_ == nullptr ? std::string_view() : codes_->find(entity.id, key);
    };
    if (const auto qid = code("qid"); !qid.empty())
      triple(me, {kOwl, "sameAs"}, {"http://www.wikidata.org/entity/", {}, qid});
    if (const auto iso = code("iso3"); entity.type == EntityType::country && !iso.empty())
      triple(me, {kOwl, "sameAs"}, {"http://publications.europa.eu/resource/authority/country/", {}, iso});
    for (const std::string_view key : {"iso2", "iso3", "num", "cow", "gw"}) literal(me, term(key), code(key));
    ++report_.nodes;
  }

  void tie(const Tie& tie) {
    const Iri subject = of(graph_.entity(tie.subject));
    const Iri object = of(graph_.entity(tie.object));
    const Iri relation = term(name(tie.type));
    if (tie.factuality == Factuality::fact) {
      triple(subject, relation, object);
      if (info(tie.type).symmetric) triple(object, relation, subject);
    }
    const std::string id = edge_ids_.of(tie);
    Index number = 0;
    for (const Evidence& e : graph_.evidence(tie.index)) {
      const std::string rest = id + "/" + std::to_string(++number);
      const Iri me{kBase, "statement/", rest};
      triple(me, {kRdf, "type"}, {kRdf, "Statement"});
      triple(me, {kRdf, "subject"}, subject);
      triple(me, {kRdf, "predicate"}, relation);
      triple(me, {kRdf, "object"}, object);
      evidence(me, e);
    }
    ++report_.edges;
  }

  void evidence(const Iri& me, const Evidence& e) {
    literal(me, {kProv, "value"}, e.sentence);
    literal(me, term("phase"), name(e.phase));
    literal(me, term("factuality"), name(e.factuality));
    literal(me, term("domain"), name(e.domain));
    literal(me, {kTerms, "date"}, e.time, date_type(e.time));
    literal(me, term("place"), e.place);
    literal(me, term("facility"), e.facility);
    literal(me, term("detail"), e.detail);
    literal(me, term("via"), e.via);
    literal(me, term("source"), e.source);
    std::string score;
    append_number(score, e.score);
    literal(me, term("score"), score, "double");
    if (e.document.empty()) return;
    triple(me, {kProv, "wasQuotedFrom"}, {kBase, "document/", e.document});
    if (documents_.insert(e.document).second) document(e);
  }

  void document(const Evidence& e) {
    const Iri me{kBase, "document/", e.document};
    triple(me, {kRdf, "type"}, {kProv, "Entity"});
    literal(me, {kTerms, "title"}, e.title);
    literal(me, {kTerms, "issued"}, e.reported, date_type(e.reported));
    literal(me, {kTerms, "publisher"}, e.outlet);
    literal(me, {kTerms, "source"}, e.url);
  }

  const Graph& graph_;
  const EntityCodes* codes_;
  Output output_;
  std::string& out_;
  EdgeIds edge_ids_;
  std::unordered_set<std::string_view> documents_;  // that are described
  ExportReport report_;
};

}  // namespace

ExportReport write_ntriples(const Graph& graph, const ExportOptions& options, const Sink& sink) {
  return TripleWriter(graph, options, sink).write();
}

}  // namespace entente::exporters

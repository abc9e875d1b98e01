// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// One page that shows the graph in a browser and needs nothing else. The program of the page (page/) is text
// around the data, which stand in a script element that is not run: JSON in which every `<` is written as an
// escape, so that nothing in it can end the element. Records are arrays, in the order that page/model.js
// reads; documents and sentences are written once, after the ties that number them by first use.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "entente/query.hpp"
#include "export/formats.hpp"
#include "export/html_page.hpp"
#include "export/html_places.hpp"
#include "export/json_writer.hpp"

namespace entente::exporters {
namespace {

/// Numbers things in order of their first use.
class Numbers {
 public:
  Index operator[](std::string_view key) {
    const auto [at, fresh] = numbers_.emplace(key, static_cast<Index>(keys_.size()));
    if (fresh) keys_.push_back(key);
    return at->second;
  }
  const std::vector<std::string_view>& keys() const { return keys_; }

 private:
  std::unordered_map<std::string_view, Index> numbers_;
  std::vector<std::string_view> keys_;
};

/// JSON made record by record in a text of its own, then handed on without any `<`.
class PageWriter {
 public:
  explicit PageWriter(const Sink& sink) : output_(sink) {}

  void raw(std::string_view text) { output_ << text; }
  /// `write(json)` writes the elements of one array.
  template <class Write>
  void record(const Write& write) {
    record_.clear();
    JsonWriter json(record_);
    json.begin_array();
    write(json);
    json.end_array();
    put(json);
  }
  void text(std::string_view value) {
    record_.clear();
    JsonWriter json(record_);
    json.value(value);
    put(json);
  }
  void begin_list(std::string_view name) {
    output_ << (list_open_ ? "\n],\"" : ",\"") << name << "\":[";
    list_open_ = first_ = true;
  }
  /// The number of bytes.
  std::size_t finish() {
    output_.flush();
    return output_.bytes();
  }
  std::size_t replaced() const { return replaced_; }

 private:
  void put(const JsonWriter& json) {
    output_ << (first_ ? "\n" : ",\n");
    first_ = false;
    for (std::size_t from = 0;;) {
      const auto at = record_.find('<', from);
      output_ << std::string_view(record_).substr(from, at - from);
      if (at == std::string::npos) break;
      output_ << "\\u003c";
      from = at + 1;
    }
    replaced_ += json.replaced();
    output_.flush_when_full();
  }

  Output output_;
  std::string record_;
  std::size_t replaced_ = 0;
  bool list_open_ = false;
  bool first_ = true;
};

/// Three digits suffice to rank, and a shorter page loads faster.
double rounded(double value) {
  return std::round(value * 1000) / 1000;
}

class Page {
 public:
  Page(const Graph& graph, const ExportOptions& options, const Sink& sink)
      : graph_(graph), options_(options), out_(sink) {}

  ExportReport write() {
    ExportReport report;
    report.edges = graph_.tie_count();
    out_.raw(kPageHead);
    out_.raw("{\"schema\":\"entente-page/1\"");
    write_names();
    report.nodes = write_nodes();
    write_ties();
    write_dependences();
    write_documents();
    out_.raw("\n]}");
    out_.raw(kPageLibraries);
    out_.raw(kPageProgram);
    report.bytes = out_.finish();
    report.replaced = out_.replaced();
    return report;
  }

 private:
  template <class Names>
  void write_list(std::string_view list, const Names& names) {
    out_.begin_list(list);
    for (const std::string_view name : names) out_.text(name);
  }
  void write_names();
  std::size_t write_nodes();
  void write_ties();
  void write_evidence(JsonWriter& json, const Evidence& evidence);
  void write_dependences();
  void write_documents();

  const Graph& graph_;
  const ExportOptions& options_;
  PageWriter out_;
  std::vector<Index> numbers_;  ///< of entities on the page; kNone for those without ties
  Numbers documents_;
  std::vector<const Evidence*> first_of_;  ///< by document
  Numbers sentences_;
};

void Page::write_names() {
  out_.begin_list("types");
  for (const RelationInfo& type : kRelations)
    out_.record([&](JsonWriter& json) {
      json.value(type.name);
      json.value(name(type.group));
      json.value(type.symmetric ? 1U : 0U);
    });
  write_list("factualities", kFactualityNames);
  write_list("phases", kPhaseNames);
  write_list("domains", kDomainNames);
}

std::size_t Page::write_nodes() {
  const auto places =
      options_.data.empty() ? std::nullopt : std::optional(Places::load(options_.data + "/gazetteer"));
  out_.begin_list("capitals");
  if (places)
    for (const Place& place : places->capitals())
      out_.record([&](JsonWriter& json) {
        json.value(place.longitude);
        json.value(place.latitude);
      });
  out_.begin_list("nodes");
  Index count = 0;
  for (Index i = 0; i < graph_.entity_count(); ++i) {
    numbers_.push_back(kNone);
    if (graph_.ties_out(i).empty() && graph_.ties_in(i).empty()) continue;
    numbers_[i] = count++;
    const Entity& entity = graph_.entity(i);
    out_.record([&](JsonWriter& json) {
      json.value(entity.id);
      json.value(entity.name);
      json.value(name(entity.type));
      json.begin_array();
      for (const std::string& alias : entity.aliases) json.value(alias);
      json.end_array();
      if (const auto place = places ? places->find(entity.id) : std::nullopt) {
        json.value(place->longitude);
        json.value(place->latitude);
      }
    });
  }
  return count;
}

void Page::write_ties() {
  out_.begin_list("ties");
  for (Index i = 0; i < graph_.tie_count(); ++i) {
    const Tie& tie = graph_.tie(i);
    out_.record([&](JsonWriter& json) {
      json.value(graph_.tie_id(i));
      json.value(numbers_[tie.subject]);
      json.value(numbers_[tie.object]);
      json.value(static_cast<Index>(tie.type));
      json.value(rounded(tie.score));
      json.begin_array();
      for (const Evidence& evidence : graph_.evidence(i)) write_evidence(json, evidence);
      json.end_array();
    });
  }
}

void Page::write_evidence(JsonWriter& json, const Evidence& evidence) {
  const Index document = documents_[evidence.document];
  if (document == first_of_.size()) first_of_.push_back(&evidence);
  json.begin_array();
  json.value(document);
  json.value(sentences_[evidence.sentence]);
  json.value(evidence.trigger);
  json.value(static_cast<Index>(evidence.factuality));
  json.value(static_cast<Index>(evidence.phase));
  json.value(static_cast<Index>(evidence.domain));
  json.value(evidence.time);
  json.value(rounded(evidence.score));
  json.value(evidence.detail);
  json.value(evidence.source);
  json.end_array();
}

void Page::write_dependences() {
  out_.begin_list("dependences");
  if (options_.data.empty()) return;
  const auto rules = DependenceRules::load(options_.data + "/dependence.json");
  for (const Dependence& dependence : dependences(graph_, rules))
    out_.record([&](JsonWriter& json) {
      json.value(numbers_[dependence.dependent]);
      json.value(numbers_[dependence.provider]);
      json.value(static_cast<Index>(dependence.domain));
      json.value(rounded(dependence.strength));
      json.value(rounded(dependence.share));
      std::vector<Index> ties;
      for (const DependencePart& part : dependence.parts)
        if (std::find(ties.begin(), ties.end(), part.tie) == ties.end()) ties.push_back(part.tie);
      json.begin_array();
      for (const Index tie : ties) json.value(tie);
      json.end_array();
    });
}

void Page::write_documents() {
  out_.begin_list("documents");
  for (const Evidence* evidence : first_of_)
    out_.record([&](JsonWriter& json) {
      for (const std::string_view text :
           {evidence->document, evidence->title, evidence->outlet, evidence->reported, evidence->url})
        json.value(text);
    });
  write_list("sentences", sentences_.keys());
}

}  // namespace

ExportReport write_html(const Graph& graph, const ExportOptions& options, const Sink& sink) {
  return Page(graph, options, sink).write();
}

}  // namespace entente::exporters

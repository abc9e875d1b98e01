// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// GraphML by libxml2's SAX interface: one node or edge in memory at a time, then rows (gather.hpp). The sinks
// of C cannot throw: what they throw waits until the parser has stopped. Document types are refused, and with
// them entities that grow without end. Elements that we do not know are passed over; of yEd's graphics the
// labels are read.
#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <cstring>
#include <exception>

#include <fmt/format.h>

#include "base/files.hpp"
#include "import/formats.hpp"
#include "import/record.hpp"

namespace entente::importers {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// Attributes of an element as SAX2 hands them on: name, prefix, URI, begin and end of the value.
class Attributes {
 public:
  Attributes(const xmlChar** all, int count) : all_(all), count_(count) {}
  std::string_view operator[](std::string_view name) const {
    for (int i = 0; i < count_; ++i) {
      const xmlChar** const one = all_ + 5 * i;
      if (view(one[0]) == name)
        return {reinterpret_cast<const char*>(one[3]), static_cast<std::size_t>(one[4] - one[3])};
    }
    return {};
  }

 private:
  const xmlChar** all_;
  int count_;
};

struct Key {
  std::string id;
  std::string target;  ///< "node", "edge", "all"
  std::string name;
  std::string fallback;  ///< its default

  bool is_for(std::string_view what) const { return target.empty() || target == "all" || target == what; }
};

/// The keys of nodes or of edges, and which field each fills.
class Keys {
 public:
  Keys(std::string_view target, std::span<const FieldNames> fields, const ImportOptions& options)
      : target_(target), fields_(fields), options_(options) {}

  void add(const Key& key) {
    if (!key.is_for(target_)) return;
    by_id_.insert_or_assign(key.id, static_cast<Index>(names_.size()));
    names_.push_back(key.name.empty() ? key.id : key.name);
    fallbacks_.push_back(key.fallback);
    field_.clear();
  }

  /// kNone when it fills none.
  Index field(std::string_view id) {
    resolve();
    const auto key = by_id_.find(id);
    return key == by_id_.end() ? kNone : field_[key->second];
  }

  template <class AnyRecord>
  void fill_defaults(AnyRecord& record) {
    resolve();
    for (std::size_t i = 0; i < field_.size(); ++i)
      if (field_[i] != kNone && !fallbacks_[i].empty() && record.values[field_[i]].empty())
        record.values[field_[i]] = fallbacks_[i];
  }

 private:
  void resolve() {
    if (field_.size() != names_.size()) field_ = fields_of(names_, fields_, options_);
  }

  std::string_view target_;
  std::span<const FieldNames> fields_;
  const ImportOptions& options_;
  std::map<std::string, Index, std::less<>> by_id_;
  std::vector<std::string> names_, fallbacks_;
  std::vector<Index> field_;
};

class GraphmlReader {
 public:
  GraphmlReader(const std::string& path, const ImportOptions& options, Gather& gather, ImportReport& report,
                const Diagnostics& diagnostics)
      : path_(path),
        options_(options),
        gather_(gather),
        report_(report),
        diagnostics_(diagnostics),
        file_(path),
        node_keys_("node", kNodeFields, options),
        edge_keys_("edge", kEdgeFields, options) {}

  void read() {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start_element;
    handler.endElementNs = end_element;
    handler.characters = characters;
    handler.cdataBlock = characters;
    handler.internalSubset = refuse_document_type;
    handler.serror = [](void*, xmlErrorPtr) {};
    parser_ = xmlCreateIOParserCtxt(&handler, this, read_bytes, nullptr, this, XML_CHAR_ENCODING_NONE);
    if (parser_ == nullptr) {
      if (failure_) std::rethrow_exception(failure_);
      throw IoError(path_ + ": libxml2 cannot read it");
    }
    xmlCtxtUseOptions(parser_, XML_PARSE_NONET);
    xmlParseDocument(parser_);
    const bool good = parser_->wellFormed != 0;
    const xmlError* const error = xmlCtxtGetLastError(parser_);
    std::string message = error != nullptr && error->message != nullptr ? error->message : "no XML";
    while (!message.empty() && message.back() == '\n') message.pop_back();
    const std::size_t at = line();
    if (parser_->myDoc != nullptr) xmlFreeDoc(parser_->myDoc);
    xmlFreeParserCtxt(parser_);
    if (failure_) std::rethrow_exception(failure_);
    if (!good) throw DataError(path_, at, message);
    if (!graphml_) throw DataError(path_, 0, "this is XML, but no GraphML");
  }

 private:
  /// Runs what may throw.
  template <class Run>
  void guard(const Run& run) {
    if (failure_) return;
    try {
      run();
    } catch (...) {
      failure_ = std::current_exception();
      if (parser_ != nullptr) xmlStopParser(parser_);
    }
  }

  static GraphmlReader& self(void* reader) { return *static_cast<GraphmlReader*>(reader); }

  static int read_bytes(void* reader, char* buffer, int size) {
    GraphmlReader& me = self(reader);
    int count = -1;
    me.guard([&] {
      if (me.waiting_.empty()) me.waiting_ = me.file_.next_bytes();
      const std::size_t take = std::min(me.waiting_.size(), static_cast<std::size_t>(size));
      if (take > 0) std::memcpy(buffer, me.waiting_.data(), take);
      me.waiting_.remove_prefix(take);
      me.report_.bytes += take;
      count = static_cast<int>(take);
    });
    return count;
  }

  static void refuse_document_type(void* reader, const xmlChar*, const xmlChar*, const xmlChar*) {
    GraphmlReader& me = self(reader);
    me.guard([&] { throw DataError(me.path_, me.line(), "document types are not read (<!DOCTYPE)"); });
  }

  static void characters(void* reader, const xmlChar* text, int size) {
    GraphmlReader& me = self(reader);
    if (me.value_ == nullptr) return;
    me.guard([&] { me.value_->append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)); });
  }

  static void start_element(void* reader, const xmlChar* name, const xmlChar*, const xmlChar*, int,
                            const xmlChar**, int count, int, const xmlChar** attributes) {
    GraphmlReader& me = self(reader);
    me.guard([&] { me.start(view(name), Attributes(attributes, count)); });
  }

  static void end_element(void* reader, const xmlChar* name, const xmlChar*, const xmlChar*) {
    GraphmlReader& me = self(reader);
    me.guard([&] { me.end(view(name)); });
  }

  std::size_t line() const {
    return parser_ != nullptr && parser_->input != nullptr ? static_cast<std::size_t>(parser_->input->line)
                                                           : 0;
  }

  void start(std::string_view name, const Attributes& attributes) {
    if (name == "data") {
      start_data(attributes["key"]);
    } else if (name == "edge") {
      finish_node();
      in_edge_ = true;
      edge_.clear();
      edge_id_ = attributes["id"];
      edge_source_ = attributes["source"];
      edge_target_ = attributes["target"];
      label_ = attributes["label"];
    } else if (name == "node") {
      finish_node();
      in_node_ = true;
      node_.clear();
      node_id_ = attributes["id"];
      label_.clear();
    } else if (name == "NodeLabel" || name == "EdgeLabel") {
      if ((in_node_ || in_edge_) && label_.empty()) value_ = &label_;
    } else if (name == "key") {
      key_ = {std::string(attributes["id"]),
              std::string(attributes["for"]),
              std::string(attributes["attr.name"]),
              {}};
    } else if (name == "default") {
      value_ = &key_.fallback;
    } else if (name == "graphml") {
      graphml_ = true;
    }
  }

  void start_data(std::string_view key) {
    if (in_edge_) {
      if (const Index field = edge_keys_.field(key); field != kNone) value_ = &edge_.values[field];
    } else if (in_node_) {
      if (const Index field = node_keys_.field(key); field != kNone) value_ = &node_.values[field];
    }
    if (value_ != nullptr) value_->clear();
  }

  void end(std::string_view name) {
    if (name == "data" || name == "default" || name == "NodeLabel" || name == "EdgeLabel") {
      value_ = nullptr;
    } else if (name == "edge") {
      finish_edge();
    } else if (name == "node") {
      finish_node();
    } else if (name == "key") {
      node_keys_.add(key_);
      edge_keys_.add(key_);
    }
  }

  /// Also when another one begins within it.
  void finish_node() {
    if (!in_node_) return;
    in_node_ = false;
    node_keys_.fill_defaults(node_);
    if (node_[NodeField::name].empty()) node_[NodeField::name] = label_;
    add_node(gather_, node_id_, node_, options_);
  }

  void finish_edge() {
    if (!in_edge_) return;
    in_edge_ = false;
    edge_keys_.fill_defaults(edge_);
    edge_[EdgeField::subject] = edge_source_;
    edge_[EdgeField::object] = edge_target_;
    if (edge_[EdgeField::relation].empty()) edge_[EdgeField::relation] = label_;
    if (edge_[EdgeField::rule].empty()) edge_[EdgeField::rule] = "graphml";
    const auto reason = add_edge(gather_, edge_, Rule::graph, options_);
    if (!reason) return;
    ++report_.refused;
    if (diagnostics_)
      diagnostics_({fmt::format("{}:{}", path_, line()), fmt::format("edge {}: {}", edge_id_, *reason)});
  }

  const std::string& path_;
  const ImportOptions& options_;
  Gather& gather_;
  ImportReport& report_;
  const Diagnostics& diagnostics_;
  InputFile file_;
  std::string_view waiting_;
  xmlParserCtxtPtr parser_ = nullptr;
  std::exception_ptr failure_;
  bool graphml_ = false;

  Keys node_keys_, edge_keys_;
  Key key_;
  bool in_node_ = false, in_edge_ = false;
  NodeRecord node_;
  EdgeRecord edge_;
  std::string node_id_, edge_id_, edge_source_, edge_target_, label_;
  std::string* value_ = nullptr;  // where text goes
};

}  // namespace

void read_graphml(const std::string& path, const ImportOptions& options, Gather& gather, ImportReport& report,
                  const Diagnostics& diagnostics) {
  GraphmlReader(path, options, gather, report, diagnostics).read();
}

}  // namespace entente::importers

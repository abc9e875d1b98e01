// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A vault for Obsidian: a note an entity, with its ties as links and the sentences behind them as quotes.
// What is in a text is never markup: every mark that Markdown knows is escaped. Notes are called as their
// entities, without what file systems and links cannot hold, and differ in more than case.
#include <algorithm>
#include <set>

#include "base/utf8.hpp"
#include "export/attributes.hpp"
#include "export/escape.hpp"
#include "export/formats.hpp"
#include "export/json_writer.hpp"

namespace entente::exporters {
namespace {

constexpr std::size_t kLongestName = 120;  // bytes
constexpr std::size_t kQuotes = 5;         // of a tie

/// What no file system minds and no link takes for its end.
std::string file_name(std::string_view text) {
  constexpr std::string_view kForbidden = "/\\:*?\"<>|#^[]";
  std::string valid;
  append_utf8_text(valid, text);
  std::string name;
  for (std::size_t at = 0; at < valid.size();) {
    const CodePoint point = decode(valid, at);
    const bool bad = point.value < 0x20 || point.value == 0x7F ||
                     (point.size == 1 && kForbidden.find(valid[at]) != std::string_view::npos);
    if (name.size() + point.size > kLongestName) break;
    name += bad ? std::string(" ") : valid.substr(at, point.size);
    at += point.size;
  }
  const auto first = name.find_first_not_of(" .");
  const auto last = name.find_last_not_of(" .");
  return first == std::string::npos ? std::string() : name.substr(first, last - first + 1);
}

/// Names that Windows keeps for itself.
bool is_reserved(const std::string& lower) {
  static constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
  const std::string stem = lower.substr(0, lower.find('.'));
  if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
  return stem.size() == 4 && (stem.substr(0, 3) == "com" || stem.substr(0, 3) == "lpt") && stem[3] >= '0' &&
         stem[3] <= '9';
}

std::vector<std::string> note_names(const Graph& graph) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (Index i = 0; i < graph.entity_count(); ++i) {
    std::string name = file_name(label_of(graph.entity(i)));
    if (name.empty() || is_reserved(lower_case(name))) name += "_";
    std::string unique = name;
    for (unsigned number = 2; !taken.insert(lower_case(unique)).second; ++number)
      unique = name + " " + std::to_string(number);
    names.push_back(std::move(unique));
  }
  return names;
}

class VaultWriter {
 public:
  VaultWriter(const Graph& graph, const ExportOptions& options, const FolderSink& sink)
      : graph_(graph),
        sink_(sink),
        output_(sink.write),
        node_values_(options.codes),
        names_(note_names(graph)) {}

  ExportReport write() {
    for (Index i = 0; i < graph_.entity_count(); ++i) {
      sink_.open(names_[i] + ".md");
      note(i);
      output_.flush();
      ++report_.nodes;
    }
    report_.edges = graph_.tie_count();
    report_.bytes = output_.bytes();
    return report_;
  }

 private:
  void note(Index index) {
    const Entity& entity = graph_.entity(index);
    front_matter(entity);
    output_ << "# ";
    text(label_of(entity));
    output_ << "\n";
    const auto from_it = graph_.ties_out(index);
    const auto to_it = graph_.ties_in(index);
    std::string_view heading;
    for (const Index tie : from_it) quoted_tie(graph_.tie(tie), graph_.tie(tie).object, heading);
    for (const Index tie : to_it)
      if (info(graph_.tie(tie).type).symmetric) quoted_tie(graph_.tie(tie), graph_.tie(tie).subject, heading);
    bool first = true;
    for (const Index tie : to_it) {
      if (info(graph_.tie(tie).type).symmetric) continue;
      if (first) output_ << "\n## Named by others\n\n";
      first = false;
      output_ << "- ";
      link(graph_.tie(tie).subject);
      output_ << " " << words(name(graph_.tie(tie).type)) << "\n";
    }
  }

  /// YAML, whose strings may be JSON's.
  void front_matter(const Entity& entity) {
    const auto& values = node_values_.of(entity);
    output_ << "---\n";
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i].absent(kNodeAttributes[i].kind)) continue;
      output_ << kNodeAttributes[i].name << ":";
      if (kNodeAttributes[i].kind == AttributeKind::list) {
        for (const std::string_view part : values[i].list) {
          output_ << "\n  - ";
          json(part);
        }
      } else {
        output_ << " ";
        json(values[i].text);
      }
      output_ << "\n";
    }
    output_ << "---\n";
  }

  void json(std::string_view value) {
    JsonWriter writer(output_.buffer());
    writer.value(value);
    report_.replaced += writer.replaced();
  }

  void quoted_tie(const Tie& tie, Index other, std::string_view& heading) {
    if (heading != name(tie.type)) {
      heading = name(tie.type);
      output_ << "\n## " << words(heading) << "\n\n";
    }
    output_ << "- ";
    link(other);
    output_ << ": " << name(tie.factuality) << ", " << name(tie.phase);
    if (!tie.last.empty()) {
      output_ << ", ";
      text(tie.first);
      output_ << (tie.first == tie.last ? "" : " to ");
      if (tie.first != tie.last) text(tie.last);
    }
    output_ << ", outlets: " << std::to_string(tie.outlets) << "\n";
    const auto evidence = graph_.evidence(tie.index);
    const std::size_t skipped = evidence.size() - std::min(evidence.size(), kQuotes);
    for (const Evidence& e : evidence.subspan(skipped)) quote(e);  // the latest
    if (skipped > 0) output_ << "  > (" << std::to_string(skipped) << " earlier)\n";
    output_.flush_when_full();
  }

  void quote(const Evidence& e) {
    output_ << "  > “";
    text(e.sentence);
    output_ << "” (";
    text(e.document);
    for (const std::string_view more : {e.outlet, e.reported}) {
      if (more.empty()) continue;
      output_ << ", ";
      text(more);
    }
    output_ << ")\n  >\n";
  }

  void link(Index entity) { output_ << "[[" << names_[entity] << "]]"; }

  /// One line, no markup.
  void text(std::string_view value) {
    constexpr std::string_view kMarks = "\\`*_{}[]<>#|~=$%^&!@";
    std::string valid;
    report_.replaced += append_utf8_text(valid, value);
    for (const char c : valid) {
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
        output_.buffer() += ' ';
        continue;
      }
      if (kMarks.find(c) != std::string_view::npos) output_.buffer() += '\\';
      output_.buffer() += c;
    }
  }

  static std::string words(std::string_view type) {
    std::string result(type);
    std::replace(result.begin(), result.end(), '_', ' ');
    return result;
  }

  const Graph& graph_;
  const FolderSink& sink_;
  Output output_;
  NodeValues node_values_;
  const std::vector<std::string> names_;
  ExportReport report_;
};

}  // namespace

ExportReport write_obsidian(const Graph& graph, const ExportOptions& options, const FolderSink& sink) {
  return VaultWriter(graph, options, sink).write();
}

}  // namespace entente::exporters

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// CSV by RFC 4180, a record at a time; tabs or semicolons instead of commas where the line of column names
// has more of them. An apostrophe that spreadsheets want before a formula is taken off.
#include <algorithm>

#include <fmt/format.h>

#include "base/files.hpp"
#include "import/formats.hpp"
#include "import/record.hpp"

namespace entente::importers {
namespace {

class CsvReader {
 public:
  explicit CsvReader(const std::string& path) : path_(path), file_(path) {}

  /// The next record that is not empty; false at the end.
  bool next() {
    while (read_record())
      if (count_ > 1 || !cells_.front().empty()) return true;
    return false;
  }

  /// The first record, which also tells the separator.
  std::vector<std::string> header() {
    std::string_view start = file_.peek();
    if (start.substr(0, 3) == "\xef\xbb\xbf") bom_ = true;
    start = start.substr(0, start.find('\n'));
    for (const char candidate : {'\t', ';'})
      if (std::count(start.begin(), start.end(), candidate) >
          std::count(start.begin(), start.end(), separator_))
        separator_ = candidate;
    if (!next()) throw DataError(path_, 0, "this file is empty");
    return {cells_.begin(), cells_.begin() + static_cast<std::ptrdiff_t>(count_)};
  }

  std::span<const std::string> cells() const { return {cells_.data(), count_}; }
  std::size_t line() const { return first_line_; }
  std::size_t bytes() const { return bytes_; }

 private:
  bool next_line() {
    if (!file_.next_line(line_)) return false;
    ++line_number_;
    bytes_ += line_.size() + 1;
    if (!line_.empty() && line_.back() == '\r') line_.pop_back();
    if (bom_ && line_number_ == 1) line_.erase(0, 3);
    return true;
  }

  std::string& new_cell() {
    if (count_ == cells_.size()) cells_.emplace_back();
    std::string& cell = cells_[count_++];
    cell.clear();
    return cell;
  }

  bool read_record() {
    if (!next_line()) return false;
    first_line_ = line_number_;
    count_ = 0;
    for (std::size_t at = 0; at <= line_.size(); ++at) {
      std::string& cell = new_cell();
      if (at < line_.size() && line_[at] == '"') {
        read_quoted(cell, at);
      } else {
        const std::size_t end = std::min(line_.find(separator_, at), line_.size());
        cell.assign(line_, at, end - at);
        at = end;
      }
      if (cell.size() > 1 && cell[0] == '\'' &&
          std::string_view("=+-@\t\r").find(cell[1]) != std::string_view::npos)
        cell.erase(0, 1);
    }
    return true;
  }

  /// From the quote at `at` to the separator behind the closing one, over as many lines as it takes.
  void read_quoted(std::string& cell, std::size_t& at) {
    ++at;
    for (;;) {
      const std::size_t quote = std::min(line_.find('"', at), line_.size());
      cell.append(line_, at, quote - at);
      at = quote + 1;
      if (quote == line_.size()) {
        cell += '\n';
        if (!next_line()) throw DataError(path_, first_line_, "a quote that is opened here is never closed");
        at = 0;
      } else if (at < line_.size() && line_[at] == '"') {
        cell += '"';
        ++at;
      } else {
        break;
      }
    }
    const std::size_t end = std::min(line_.find(separator_, at), line_.size());
    cell.append(line_, at, end - at);  // what stands behind the quote, against the rules
    at = end;
  }

  const std::string& path_;
  InputFile file_;
  char separator_ = ',';
  bool bom_ = false;
  std::string line_;
  std::size_t line_number_ = 0;
  std::size_t first_line_ = 0;
  std::size_t bytes_ = 0;
  std::vector<std::string> cells_;
  std::size_t count_ = 0;
};

template <class AnyRecord>
void fill(AnyRecord& record, const CsvReader& reader, const std::vector<Index>& fields) {
  record.clear();
  const auto cells = reader.cells();
  for (std::size_t i = 0; i < std::min(cells.size(), fields.size()); ++i)
    if (fields[i] != kNone) record.values[fields[i]] = cells[i];
}

void read_nodes(const std::string& path, const ImportOptions& options, Gather& gather) {
  CsvReader reader(path);
  const auto fields = fields_of(reader.header(), kNodeFields, options);
  if (std::find(fields.begin(), fields.end(), static_cast<Index>(NodeField::id)) == fields.end())
    throw DataError(path, 1, "no column holds the ids of nodes (id); name it with the field entity");
  NodeRecord node;
  while (reader.next()) {
    fill(node, reader, fields);
    add_node(gather, node[NodeField::id], node, options);
  }
}

bool has_field(const std::vector<Index>& fields, std::initializer_list<EdgeField> any) {
  return std::any_of(any.begin(), any.end(), [&](EdgeField field) {
    return std::find(fields.begin(), fields.end(), static_cast<Index>(field)) != fields.end();
  });
}

}  // namespace

void read_csv(const std::string& path, const ImportOptions& options, Gather& gather, ImportReport& report,
              const Diagnostics& diagnostics) {
  if (!options.nodes.empty()) read_nodes(options.nodes, options, gather);
  CsvReader reader(path);
  const auto fields = fields_of(reader.header(), kEdgeFields, options);
  using enum EdgeField;
  if (!has_field(fields, {subject, subject_name}) || !has_field(fields, {object, object_name}))
    throw DataError(path, 1,
                    "no columns hold the ends of edges (subject and object, source and target, ...)");
  EdgeRecord edge;
  while (reader.next()) {
    fill(edge, reader, fields);
    if (edge[rule].empty()) edge[rule] = "csv";
    const auto reason = add_edge(gather, edge, Rule::graph, options);
    if (!reason) continue;
    ++report.refused;
    if (diagnostics) diagnostics({fmt::format("{}:{}", path, reader.line()), *reason});
  }
  report.bytes = reader.bytes();
}

}  // namespace entente::importers

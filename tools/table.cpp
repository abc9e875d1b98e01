// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Layouts for programs. The one for people, with widths and colours, is in text_table.cpp.
#include "table.hpp"

#include <string_view>

#include "text_table.hpp"

namespace entente::tools {
namespace {

Value::Object object_of(const Table& table, std::size_t row) {
  Value::Object object;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    object.emplace_back(table.columns[i].name, table.rows[row][i]);
  return object;
}

void print_json(const Table& table, Output& output) {
  output.write("[");
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    output.write((row == 0 ? "\n " : ",\n ") + Value(object_of(table, row)).json());
  output.write(table.rows.empty() ? "]\n" : "\n]\n");
}

void print_json_lines(const Table& table, Output& output) {
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    output.write(Value(object_of(table, row)).json() + "\n");
}

/// RFC 4180; text that a spreadsheet would take for a formula gets an apostrophe before it.
std::string csv_cell(const Value& value) {
  std::string text = value.text(6);
  if (!value.is_number() && !text.empty() &&
      std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
    text.insert(0, "'");
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

/// Cells cannot hold tabs and line feeds: they become spaces.
std::string tsv_cell(const Value& value) {
  std::string text = value.text(6);
  for (char& c : text)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return text;
}

std::string markdown_cell(const Value& value) {
  std::string cell;
  for (const char c : value.text()) {
    if (c == '|' || c == '\\' || c == '<' || c == '`') cell += '\\';
    cell += c == '\n' || c == '\r' ? ' ' : c;
  }
  return cell;
}

struct LineStyle {
  std::string_view before, between, after;
  std::string (*cell)(const Value&);
};

void print_line(const Table& table, const LineStyle& style, const std::vector<Value>& values,
                Output& output) {
  std::string line(style.before);
  bool first = true;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].kind == ColumnKind::detail) continue;
    if (!first) line += style.between;
    line += style.cell(values[i]);
    first = false;
  }
  output.write(line.append(style.after));
}

void print_lines(const Table& table, const LineStyle& style, bool header, Output& output) {
  if (header) {
    std::vector<Value> names;
    for (const auto& column : table.columns) names.emplace_back(column.name);
    print_line(table, style, names, output);
    if (style.before == "| ") print_line(table, style, std::vector<Value>(names.size(), "---"), output);
  }
  for (const auto& row : table.rows) print_line(table, style, row, output);
}

}  // namespace

void print(const Table& table, const LayoutArgs& layout, Output& output) {
  switch (layout.layout) {
    case Layout::table:
      return print_text_table(table, layout, output);
    case Layout::json:
      return print_json(table, output);
    case Layout::jsonl:
      return print_json_lines(table, output);
    case Layout::csv:
      return print_lines(table, {"", ",", "\r\n", csv_cell}, !layout.no_header, output);
    case Layout::tsv:
      return print_lines(table, {"", "\t", "\n", tsv_cell}, !layout.no_header, output);
    case Layout::markdown:
      return print_lines(table, {"| ", " | ", " |\n", markdown_cell}, true, output);
  }
}

void print_record(const Table& record, const LayoutArgs& layout, Output& output) {
  if (layout.layout != Layout::table) return print(record, layout, output);
  Table lines{.columns = {{"property"}, {"value"}}, .rows = {}};
  for (std::size_t i = 0; i < record.columns.size(); ++i) {
    const std::string value = record.rows.front()[i].text(record.columns[i].decimals);
    if (record.columns[i].kind != ColumnKind::detail && !value.empty())
      lines.rows.push_back({record.columns[i].name, value});
  }
  LayoutArgs plain = layout;
  plain.no_header = true;
  print(lines, plain, output);
}

}  // namespace entente::tools

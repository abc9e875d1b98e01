// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "text_table.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace entente::tools {
namespace {

constexpr std::size_t kGap = 2;        // between columns
constexpr std::size_t kIndent = 4;     // of lines below a row
constexpr std::size_t kNarrowest = 8;  // no column is cut further

bool wants_color(const LayoutArgs& layout) {
  if (layout.color != "auto") return layout.color == "always";
  const char* off = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  return stdout_is_terminal() && (off == nullptr || *off == '\0') && kind != nullptr &&
         std::string_view(kind) != "dumb";
}

/// The character at `at`: its bytes and its columns. Bytes that are none are one column wide.
struct Character {
  std::size_t bytes;
  std::size_t columns;
};
Character character_at(std::string_view text, std::size_t at) {
  utf8proc_int32_t point = 0;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &point);
  if (size < 1) return {1, 1};
  return {static_cast<std::size_t>(size), static_cast<std::size_t>(std::max(0, utf8proc_charwidth(point)))};
}

/// Control characters (a name may hold them, a terminal obeys them) become spaces.
std::string printable(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return text;
}

std::string cut(const std::string& text, std::size_t width) {
  if (display_width(text) <= width) return text;
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto [bytes, columns] = character_at(text, at);
    if (used + columns + 1 > width) break;
    used += columns;
    at += bytes;
  }
  return text.substr(0, at) + "…";
}

/// Lines of at most `width` columns, broken at spaces; 0: one line.
std::vector<std::string> wrap(const std::string& text, std::size_t width) {
  if (width == 0) return {text};
  std::vector<std::string> lines(1);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find(' ', begin), text.size());
    const auto word = text.substr(begin, end - begin);
    auto& line = lines.back();
    if (line.empty())
      line = word;
    else if (display_width(line) + 1 + display_width(word) <= width)
      line += " " + word;
    else
      lines.push_back(word);
    begin = end + 1;
  }
  return lines;
}

class TextTable {
 public:
  TextTable(const Table& table, const LayoutArgs& layout, Output& output)
      : table_(table),
        output_(output),
        color_(wants_color(layout)),
        terminal_(terminal_width()),
        widths_(table.columns.size()) {
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      if (table_.columns[i].kind != ColumnKind::cell) continue;
      cells_.push_back(i);
      if (!layout.no_header) widths_[i] = display_width(table_.columns[i].name);
      for (const auto& row : table_.rows) widths_[i] = std::max(widths_[i], display_width(cell(row, i)));
    }
    fit();
  }

  void print_header() {
    std::vector<Value> names;
    for (const auto& column : table_.columns) names.emplace_back(column.name);
    std::string line = line_of(names, table_.rows.empty() ? nullptr : &table_.rows.front());
    output_.write(color_ ? "\x1b[1m" + line + "\x1b[0m\n" : line + "\n");
  }

  void print_row(const std::vector<Value>& row) {
    output_.write(line_of(row, &row) + "\n");
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (table_.columns[i].kind != ColumnKind::below) continue;
      if (const auto* lines = row[i].list())
        for (const auto& line : *lines) print_below(line.text());
      else if (auto text = row[i].text(); !text.empty())
        print_below(text);
    }
  }

 private:
  std::string cell(const std::vector<Value>& row, std::size_t i) const {
    return printable(row[i].text(table_.columns[i].decimals));
  }

  /// Cuts the widest text column until the row fits the terminal.
  void fit() {
    if (terminal_ == 0 || cells_.empty()) return;
    const auto total = [&] {
      return std::accumulate(widths_.begin(), widths_.end(), (cells_.size() - 1) * kGap);
    };
    while (total() > terminal_) {
      const auto widest = std::max_element(widths_.begin(), widths_.end());
      if (*widest <= kNarrowest) return;
      const auto excess = total() - terminal_;
      *widest -= std::min(excess, *widest > 2 * kNarrowest ? *widest / 4 : std::size_t{1});
    }
  }

  /// `sides`: the row that tells which columns hold numbers.
  std::string line_of(const std::vector<Value>& row, const std::vector<Value>* sides) const {
    std::string line;
    std::size_t blanks = 0;
    for (const auto i : cells_) {
      const std::string text = cut(cell(row, i), widths_[i]);
      const std::size_t padding = widths_[i] - std::min(widths_[i], display_width(text));
      const bool right = sides != nullptr && (*sides)[i].is_number();
      blanks += right ? padding : 0;
      if (!text.empty()) {  // blanks at the end of a line are never written
        line.append(blanks, ' ').append(text);
        blanks = 0;
      }
      blanks += (right ? 0 : padding) + kGap;
    }
    return line;
  }

  void print_below(const std::string& text) {
    const std::size_t width = terminal_ > 2 * kIndent ? terminal_ - kIndent : 0;
    for (const auto& line : wrap(printable(text), width))
      output_.write(std::string(kIndent, ' ') + line + "\n");
  }

  const Table& table_;
  Output& output_;
  bool color_;
  std::size_t terminal_;
  std::vector<std::size_t> widths_;  // by column; 0 for those that are no cells
  std::vector<std::size_t> cells_;   // columns shown in line
};

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [bytes, columns] = character_at(text, at);
    width += columns;
    at += bytes;
  }
  return width;
}

void print_text_table(const Table& table, const LayoutArgs& layout, Output& output) {
  TextTable printer(table, layout, output);
  if (!layout.no_header) printer.print_header();
  for (const auto& row : table.rows) printer.print_row(row);
}

}  // namespace entente::tools

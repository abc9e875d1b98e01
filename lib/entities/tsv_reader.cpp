// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A line at a time through std::getline: these files are read once, at start, and are small.
#include "entities/tsv_reader.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "entente/error.hpp"

namespace entente {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

TsvReader::TsvReader(const std::string& path, std::string_view header)
    : place_{path, 0}, in_(path, std::ios::binary) {
  if (!in_) throw IoError("cannot open " + path + "; is the data directory complete?");
  std::string first;
  std::getline(in_, first);
  place_.line = 1;
  if (trim(first) != header) fail("expected the header line '" + std::string(header) + "'");
}

bool TsvReader::next() {
  std::string line;
  while (std::getline(in_, line)) {
    ++place_.line;
    if (trim(line).empty() || line.front() == '#') continue;
    if (!is_valid_utf8(line)) fail("this line is not UTF-8");
    cells_.clear();
    std::string_view rest = line;
    for (;;) {
      const auto tab = rest.find('\t');
      cells_.emplace_back(trim(rest.substr(0, tab)));
      if (tab == std::string_view::npos) return true;
      rest.remove_prefix(tab + 1);
    }
  }
  return false;
}

void FilePlace::fail(const std::string& what) const {
  throw DataError(path, line, what);
}

std::vector<std::string> split_cell(std::string_view cell, char separator) {
  std::vector<std::string> parts;
  while (!cell.empty()) {
    const auto end = std::min(cell.find(separator), cell.size());
    const std::string_view part = trim(cell.substr(0, end));
    if (!part.empty()) parts.emplace_back(part);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return parts;
}

}  // namespace entente

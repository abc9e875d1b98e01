// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "relations/lines.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "entente/error.hpp"

namespace entente::relations {

std::vector<Line> read_lines(const std::string& path, std::string_view header) {
  std::ifstream file(path);
  if (!file) throw IoError(path + ": cannot be opened");
  std::vector<Line> lines;
  std::string text;
  for (std::size_t number = 1; std::getline(file, text); ++number) {
    if (number == 1 && text != "# " + std::string(header))
      throw DataError(path, 1, "expected the header `# " + std::string(header) + "`, found `" + text + "`");
    Line line{number, std::min(text.find_first_not_of(" \t"), text.size()), {}};
    std::istringstream fields(text.substr(0, text.find('#')));
    for (std::string field; fields >> field;) line.fields.push_back(field);
    if (!line.fields.empty()) lines.push_back(std::move(line));
  }
  if (file.bad()) throw IoError(path + ": cannot be read");
  return lines;
}

}  // namespace entente::relations

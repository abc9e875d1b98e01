// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The line format that the data files of this stage share: fields between blanks, `#` comments, indentation
// for continuation.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::relations {

struct Line {
  std::size_t number = 0;
  std::size_t indent = 0;           ///< blanks before the first field
  std::vector<std::string> fields;  ///< at least one
};

/// All lines that hold something. The file's first line must be `# ` and `header`.
/// Throws IoError when the file cannot be read, DataError when the header differs.
std::vector<Line> read_lines(const std::string& path, std::string_view header);

}  // namespace entente::relations

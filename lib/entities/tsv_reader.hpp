// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Reads the data files of this stage: tab-separated lines under a header line, `#` comments, errors with
// file:line.
#pragma once

#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A line of a file, for messages.
struct FilePlace {
  std::string path;
  std::size_t line = 0;
  /// Throws DataError naming this line.
  [[noreturn]] void fail(const std::string& what) const;
};

class TsvReader {
 public:
  /// Opens `path` and checks that its first line is `header`. Throws IoError, DataError.
  TsvReader(const std::string& path, std::string_view header);

  /// Moves to the next line that is neither empty nor a comment; false at the end.
  bool next();
  const std::vector<std::string>& cells() const { return cells_; }
  const FilePlace& place() const { return place_; }
  [[noreturn]] void fail(const std::string& what) const { place_.fail(what); }

 private:
  FilePlace place_;
  std::ifstream in_;
  std::vector<std::string> cells_;
};

/// The parts of a cell, split at `separator`, blanks around them cut, empty ones left out.
std::vector<std::string> split_cell(std::string_view cell, char separator = ';');

}  // namespace entente

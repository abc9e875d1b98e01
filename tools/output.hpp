// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Where results go: standard output, or a file that appears under its name only when it is complete.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace entente::tools {

class Output {
 public:
  /// Standard output for "" and "-". Throws IoError when the file exists and `overwrite` is not set, or when
  /// it cannot be made.
  explicit Output(const std::string& path = {}, bool overwrite = false);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  /// Removes the unfinished file.
  ~Output();

  void write(std::string_view bytes);
  /// Hands all written so far on: for those who read along.
  void flush();
  /// Completes the file and gives it its name. Throws IoError.
  void finish();

 private:
  [[noreturn]] void fail(const std::string& what) const;

  std::string path_;       // empty for standard output
  std::string temporary_;  // empty when there is nothing to remove
  std::FILE* file_;
};

/// True when a person reads standard output (error) on a terminal.
bool stdout_is_terminal();
bool stderr_is_terminal();
/// Columns of the terminal on standard output, or 0 when it is none.
std::size_t terminal_width();

}  // namespace entente::tools

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A result of several files: a folder that appears under its name only when it is complete.
#pragma once

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

namespace entente::tools {

class OutputFolder {
 public:
  /// Throws IoError when the folder is there, holds something and `overwrite` is not set, or when it cannot
  /// be made.
  OutputFolder(const std::string& path, bool overwrite);
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;
  /// Removes the unfinished folder.
  ~OutputFolder();

  /// Begins a file; `/` in its name is a folder.
  void open(std::string_view name);
  void write(std::string_view bytes);
  /// Gives the folder its name. Where it is there already, its files are replaced by those of the same name;
  /// others stay.
  void finish();

 private:
  void close();
  [[noreturn]] static void fail(const std::filesystem::path& path, const std::string& what);

  std::filesystem::path path_;
  std::filesystem::path temporary_;  // empty when there is nothing to remove
  std::filesystem::path name_;       // of the open file
  std::FILE* file_ = nullptr;
};

}  // namespace entente::tools

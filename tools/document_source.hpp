// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// All documents of the files and folders named on the command line, one after the other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "args.hpp"
#include "console.hpp"
#include "entente/document.hpp"

namespace entente::tools {

/// Files as named, folders replaced by all files in them (recursive, sorted, without hidden ones).
/// Throws IoError naming the first path that does not exist.
std::vector<std::string> expand_paths(const std::vector<std::string>& paths);

class DocumentSource {
 public:
  /// Throws IoError when a path does not exist. Bad files and records are told to `console`, counted and
  /// skipped.
  DocumentSource(const InputArgs& input, Console& console);

  std::optional<Document> next();

  std::uint64_t documents() const { return documents_; }
  std::uint64_t bytes() const { return bytes_; }      ///< of text read so far
  std::uint64_t skipped() const { return skipped_; }  ///< bad files and records
  /// Bytes of text to come and read, estimated from the sizes of the files; 0 when not known (standard
  /// input).
  std::uint64_t expected_bytes() const { return expected_; }

 private:
  bool open_next();
  void close();
  void skip(const std::string& place, const std::string& reason);

  Console& console_;
  ReadOptions options_;
  std::vector<std::string> paths_;
  std::vector<std::uint64_t> estimates_;  // of each path
  std::size_t current_ = 0;               // of paths_, once opened
  std::optional<DocumentReader> reader_;
  std::uint64_t documents_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t bytes_before_ = 0;  // when the current file was opened
  std::uint64_t skipped_ = 0;
  std::uint64_t expected_ = 0;
};

}  // namespace entente::tools

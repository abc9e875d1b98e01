// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Files as bytes, gzipped or not:
//
//   entente::InputFile file("articles.jsonl.gz");
//   for (std::string line; file.next_line(line);) ...
//
// Not thread-safe. Memory: a buffer of 128 KiB and the line at hand.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace entente {

class InputFile {
 public:
  /// Opens `path`, `-` for standard input. Throws IoError naming the file.
  explicit InputFile(const std::string& path);
  ~InputFile();
  InputFile(InputFile&&) noexcept;
  InputFile& operator=(InputFile&&) noexcept;

  /// The first bytes that are not yet read, at most 64 KiB; valid until the next call.
  std::string_view peek();

  /// The next bytes, some 128 KiB, taken; empty at the end. Valid until the next call. Throws IoError.
  std::string_view next_bytes();

  /// Reads up to the next line feed, which is left out; false at the end. Throws IoError.
  bool next_line(std::string& line);

  /// Everything that is not yet read. Throws IoError when reading fails or a gzipped file is cut short.
  std::string read_all();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente

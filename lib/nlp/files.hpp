// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace entente::nlp {

/// The whole file as it is. Throws IoError.
std::string read_file(const std::string& path);
/// The whole file, decompressed when it is gzipped. Throws IoError, also when the compressed data is damaged.
std::string read_maybe_gzipped(const std::string& path);
/// Writes beside `path`, then renames: the file appears whole or not at all. Throws IoError.
void write_file(const std::string& path, std::string_view bytes);
/// Calls `function` with each line, without its end, and its number from 1.
template <class Function>
void for_each_line(std::string_view content, const Function& function) {
  for (std::size_t number = 1; !content.empty(); ++number) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    std::string_view line = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    function(line, number);
  }
}
/// SHA-256 in hexadecimal.
std::string sha256(std::string_view bytes);

}  // namespace entente::nlp

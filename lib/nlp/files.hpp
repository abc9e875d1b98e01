// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente::nlp {

/// The whole file as it is. Throws IoError.
std::string read_file(const std::string& path);
/// The whole file, decompressed when it is gzipped. Throws IoError, also when the compressed data is damaged.
std::string read_maybe_gzipped(const std::string& path);
/// Writes beside `path`, then renames: the file appears whole or not at all. Throws IoError.
void write_file(const std::string& path, std::string_view bytes);
/// SHA-256 in hexadecimal.
std::string sha256(std::string_view bytes);

}  // namespace entente::nlp

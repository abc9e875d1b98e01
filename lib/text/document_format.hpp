// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "entente/document.hpp"

namespace entente {

/// The file's name without folder, `.gz` and the extension of its format.
std::string file_stem(const std::string& path);

/// By the extension, else by the first bytes; never `automatic`.
DocumentFormat detect_format(const std::string& path, std::string_view first_bytes);

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The page as UTF-8: decoded by the character set it declares, else repaired.
std::string html_to_utf8(std::string_view bytes);

}  // namespace entente

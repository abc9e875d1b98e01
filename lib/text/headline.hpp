// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The title of a plain text: of the short lines before its first paragraph, the one that looks most like a
/// headline; empty when there is none.
std::string headline(std::string_view text);

}  // namespace entente

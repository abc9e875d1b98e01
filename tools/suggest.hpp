// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::tools {

/// "; did you mean X?" for the candidate nearest to what was typed, or "" when none is near.
std::string did_you_mean(std::string_view typed, const std::vector<std::string>& candidates);

}  // namespace entente::tools

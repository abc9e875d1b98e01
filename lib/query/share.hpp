// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "entente/query.hpp"

namespace entente::query {

/// The share of the buyer's needs that a supply covers, in [0, 1], when its detail tells one: "80 percent of
/// its gas", "half of its oil". The greatest when there are several.
std::optional<double> import_share(std::string_view detail, const DependenceRules& rules);

}  // namespace entente::query

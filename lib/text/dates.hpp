// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A plainly written date as an ISO 8601 date without time: `2004-06-15T10:00:00Z`, `20040615`, `2004/06/15`,
/// `June 15, 2004`, `Tue, 15 Jun 2004 10:00`, `June 2004`, `2004`. Nothing when it is no date or can be read
/// in two ways (`06/05/2004`).
std::optional<std::string> iso_date(std::string_view written);

}  // namespace entente

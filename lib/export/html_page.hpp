// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The page of the html format, made when the project is configured (page/page.cmake).
#pragma once

#include <string_view>

namespace entente::exporters {

/// All that stands before the data and after them.
extern const std::string_view kPageHead;
extern const std::string_view kPageTail;

}  // namespace entente::exporters

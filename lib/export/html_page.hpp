// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The page of the html format, made when the project is configured (page/page.cmake).
#pragma once

#include <string_view>

namespace entente::exporters {

/// What stands before the data, and what follows them: first others' program, then ours.
extern const std::string_view kPageHead;
extern const std::string_view kPageLibraries;
extern const std::string_view kPageProgram;

}  // namespace entente::exporters

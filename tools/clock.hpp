// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

namespace entente::tools {

/// The time that stores and logs note: that of $SOURCE_DATE_EPOCH (reproducible-builds.org) where it is a number, else
/// nothing, which means the system's.
std::function<std::string()> chosen_clock();

}  // namespace entente::tools

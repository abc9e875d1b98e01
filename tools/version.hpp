// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Which program and which data this is: what a reading depends on.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace entente::tools {

/// "0.1.0", and where the program was made in its repository "0.1.0 (commit 1a2b3c4)".
std::string version();

/// The parts of a data folder and their fingerprints, or "missing".
std::vector<std::pair<std::string, std::string>> fingerprints(const std::string& data);

/// What `entente --version` prints.
std::string version_and_data();

}  // namespace entente::tools

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What may stand next on a command line: for the shells' completion.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace entente::tools {

struct Candidate {
  std::string text;
  std::string help;  ///< half a line, or empty
};

/// `words` are those behind `entente`; the last one is the one being typed, perhaps empty. Nothing when it is
/// for the shell, as are files. Entities, documents and outlets come from the store that the line names.
/// Never throws.
std::vector<Candidate> complete(CLI::App& app, const std::vector<std::string>& words) noexcept;

}  // namespace entente::tools

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Values of options that need not be typed each time: a file, then the environment; the command line wins
// over both.
#pragma once

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace entente::tools {

/// $ENTENTE_CONFIG (empty: none), else entente/config under $XDG_CONFIG_HOME or ~/.config; nothing when there
/// is none. Throws IoError when $ENTENTE_CONFIG names a file that is not there.
std::optional<std::string> settings_file();

/// The verb of the program, or the question of a verb, of that name; null when there is none.
CLI::App* subcommand(CLI::App& app, const std::string& name);

/// Gives the options of `verb` the values of the file and of the environment. Throws DataError with file and
/// line, and UsageError for a bad value in the environment.
void apply_settings(CLI::App& app, CLI::App& verb, const std::optional<std::string>& file);

}  // namespace entente::tools

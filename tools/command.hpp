// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What every verb of the program is: it declares its options, then it runs. A verb only reads its arguments,
// calls the library and prints; what goes wrong is thrown and becomes a message in main.cpp.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "exit_code.hpp"
#include "options.hpp"

namespace entente::tools {

class Command {
 public:
  Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  virtual ~Command() = default;

  virtual void declare(Options& options) = 0;
  /// Gives the exit code.
  virtual int run() = 0;
};

/// A row of the table of verbs in commands.cpp.
struct CommandRow {
  std::string_view name;
  std::string_view summary;   ///< one line, for `entente --help` and the man page
  std::string_view examples;  ///< two command lines, for `entente VERB --help`
  std::unique_ptr<Command> (*make)();
};

std::span<const CommandRow> command_table();

}  // namespace entente::tools

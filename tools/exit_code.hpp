// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What the program tells the shell. Documented in man page entente(1).
#pragma once

#include <stdexcept>
#include <string>

namespace entente::tools {

enum ExitCode : int {
  kOk = 0,
  kNoMatch = 1,   ///< the question has no answer; two inputs differ
  kUsage = 2,     ///< the command line is wrong
  kBadInput = 3,  ///< some input was bad and was skipped, or a data file is broken
  kIo = 4         ///< something could not be opened, read or written
};

/// The command line asks for something impossible. Becomes a message and exit code 2 in main.cpp.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace entente::tools

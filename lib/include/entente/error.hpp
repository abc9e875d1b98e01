// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>

namespace entente {

/// Base of every exception the library throws: it cannot go on. The message is a whole sentence for a person.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A data file, model or input has the wrong content. The message starts with `file:line:` (line left out
/// when 0).
class DataError : public Error {
 public:
  DataError(const std::string& file, std::size_t line, const std::string& what)
      : Error(file + (line > 0 ? std::string(":").append(std::to_string(line)) : std::string()) + ": " +
              what) {}
};

/// A file or store cannot be opened, read or written.
class IoError : public Error {
 public:
  using Error::Error;
};

/// A question cannot be answered as asked: an unknown name, a bad date, an unknown relation type.
class QueryError : public Error {
 public:
  using Error::Error;
};

/// What went wrong with one input while the rest goes on.
struct Diagnostic {
  std::string place;    ///< file, or `file:line`
  std::string message;  ///< reason, without the place
};

/// Receives what a stage skips. Called from the thread that calls the library.
using Diagnostics = std::function<void(const Diagnostic&)>;

}  // namespace entente

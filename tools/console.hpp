// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What the program says besides its results, on standard error: messages, and on a terminal a line of
// progress. Thread-safe.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>

namespace entente::tools {

struct Verbosity {
  bool quiet = false;    ///< errors only
  bool verbose = false;  ///< with peak memory
};

class Console {
 public:
  explicit Console(Verbosity verbosity);
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  /// "entente: MESSAGE", also with --quiet.
  void warn(const std::string& message);
  /// A line of information; nothing with --quiet.
  void say(const std::string& message);
  /// Shows how far the work is, at most five times a second and only on a terminal. `expected` 0: not known.
  void progress(std::uint64_t documents, std::uint64_t bytes, std::uint64_t expected);
  /// With --verbose: "peak memory: N MB".
  void say_peak_memory();

  double seconds() const;

 private:
  void clear_line();

  using Clock = std::chrono::steady_clock;
  std::mutex mutex_;
  Verbosity verbosity_;
  bool terminal_;
  bool line_shown_ = false;
  Clock::time_point start_;
  Clock::time_point shown_;
};

/// Peak resident memory of this process so far, in megabytes (10^6 bytes).
double peak_memory_mb();

/// 1234567 -> "1,234,567".
std::string grouped(std::uint64_t number);

}  // namespace entente::tools

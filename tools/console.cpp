// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "console.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "output.hpp"

namespace entente::tools {
namespace {

constexpr auto kBetweenLines = std::chrono::milliseconds(200);

bool terminal_moves_cursor() {
  const char* kind = std::getenv("TERM");
  return stderr_is_terminal() && kind != nullptr && std::string_view(kind) != "dumb";
}

std::string remaining(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

Console::Console(Verbosity verbosity)
    : verbosity_(verbosity),
      terminal_(!verbosity.quiet && terminal_moves_cursor()),
      start_(Clock::now()),
      shown_(start_) {}

Console::~Console() {
  clear_line();
}

void Console::warn(const std::string& message) {
  const std::lock_guard lock(mutex_);
  clear_line();
  fmt::print(stderr, "entente: {}\n", message);
}

void Console::say(const std::string& message) {
  if (verbosity_.quiet) return;
  const std::lock_guard lock(mutex_);
  clear_line();
  fmt::print(stderr, "{}\n", message);
}

void Console::progress(std::uint64_t documents, std::uint64_t bytes, std::uint64_t expected) {
  if (!terminal_) return;
  const std::lock_guard lock(mutex_);
  const auto now = Clock::now();
  if (now - shown_ < kBetweenLines) return;
  shown_ = now;
  const double elapsed = std::max(1e-3, seconds());
  std::string line =
      fmt::format("{} documents  {:.1f} MB  {:.2f} MB/s  {:.0f} documents/s", grouped(documents),
                  static_cast<double>(bytes) / 1e6, static_cast<double>(bytes) / 1e6 / elapsed,
                  static_cast<double>(documents) / elapsed);
  if (expected > bytes && bytes > 0)
    line +=
        fmt::format("  {:.0f} %  ETA {}", 100.0 * static_cast<double>(bytes) / static_cast<double>(expected),
                    remaining(elapsed * static_cast<double>(expected - bytes) / static_cast<double>(bytes)));
  clear_line();
  fmt::print(stderr, "{}", line);
  std::fflush(stderr);
  line_shown_ = true;
}

void Console::say_peak_memory() {
  if (verbosity_.verbose) say(fmt::format("peak memory: {:.0f} MB", peak_memory_mb()));
}

double Console::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

void Console::clear_line() {
  if (!line_shown_) return;
  std::fputs("\r\x1b[K", stderr);
  line_shown_ = false;
}

double peak_memory_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024.0 / 1e6;
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

}  // namespace entente::tools

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Files are written beside their place under a temporary name, synchronized, then renamed. An interrupt
// removes the temporary file; a reader that closes the pipe ends us silently (SIGPIPE keeps its default
// action).
#include "output.hpp"

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "entente/error.hpp"

namespace entente::tools {
namespace {

constexpr std::size_t kLongestPath = 4096;
char unfinished[kLongestPath] = "";  // what the signal handler removes; one output at a time

extern "C" void remove_unfinished(int signal) {
  if (unfinished[0] != '\0') unlink(unfinished);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void remember_unfinished(const std::string& path) {
  if (path.size() >= kLongestPath) return;
  std::memcpy(unfinished, path.c_str(), path.size() + 1);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE})
    std::signal(signal, path.empty() ? SIG_DFL : remove_unfinished);
}

/// Devices and pipes (`/dev/stdout`, a named pipe) are written in place.
bool is_special(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

}  // namespace

Output::Output(const std::string& path, bool overwrite)
    : path_(path == "-" ? std::string() : path), file_(stdout) {
  if (path_.empty()) return;
  const bool special = is_special(path_);
  if (!special && !overwrite && std::filesystem::exists(path_))
    throw IoError(path_ + " exists; add -O (--overwrite) to replace it");
  if (!special) temporary_ = path_ + ".part-" + std::to_string(getpid());
  file_ = std::fopen((special ? path_ : temporary_).c_str(), "wb");
  if (file_ == nullptr) {
    temporary_.clear();
    fail("cannot be written");
  }
  remember_unfinished(temporary_);
}

Output::~Output() {
  if (file_ != nullptr && file_ != stdout) std::fclose(file_);
  if (temporary_.empty()) return;
  std::remove(temporary_.c_str());
  remember_unfinished({});
}

void Output::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail("cannot be written");
}

void Output::flush() {
  if (std::fflush(file_) != 0) fail("cannot be written");
}

void Output::finish() {
  flush();
  if (file_ == stdout) return;
  if (!temporary_.empty() && fsync(fileno(file_)) != 0) fail("cannot be written");
  std::FILE* const file = file_;
  file_ = nullptr;
  if (std::fclose(file) != 0) fail("cannot be written");
  if (temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail("cannot be put in place");
  temporary_.clear();
  remember_unfinished({});
}

void Output::fail(const std::string& what) const {
  throw IoError((path_.empty() ? std::string("standard output") : path_) + ": " + what + ": " +
                std::strerror(errno));
}

bool stdout_is_terminal() {
  return isatty(STDOUT_FILENO) != 0;
}
bool stderr_is_terminal() {
  return isatty(STDERR_FILENO) != 0;
}

std::size_t terminal_width() {
  if (!stdout_is_terminal()) return 0;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

}  // namespace entente::tools

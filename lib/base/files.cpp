// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// zlib's gzread passes files that are not gzipped through as they are, so one path serves both.
#include "base/files.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "entente/error.hpp"

namespace entente {
namespace {

constexpr std::size_t kBufferSize = 1U << 17U;
constexpr std::size_t kPeekSize = 1U << 16U;

struct Close {
  void operator()(gzFile file) const { gzclose_r(file); }
};
using GzHandle = std::unique_ptr<gzFile_s, Close>;

GzHandle open_file(const std::string& path) {
  const int descriptor = path == "-" ? dup(STDIN_FILENO) : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw IoError("cannot open " + path + ": " + std::strerror(errno));
  GzHandle file(gzdopen(descriptor, "rb"));
  if (!file) {
    close(descriptor);
    throw IoError("cannot open " + path + ": out of memory");
  }
  gzbuffer(file.get(), static_cast<unsigned>(kBufferSize));
  return file;
}

}  // namespace

struct InputFile::State {
  std::string path;
  GzHandle file;
  std::string buffer;
  std::size_t begin = 0;

  std::string_view waiting() const { return std::string_view(buffer).substr(begin); }

  /// Reads more behind what waits; false at the end.
  bool fill() {
    buffer.erase(0, begin);
    begin = 0;
    const std::size_t old = buffer.size();
    buffer.resize(old + kBufferSize);
    errno = 0;
    const int count = gzread(file.get(), buffer.data() + old, static_cast<unsigned>(kBufferSize));
    buffer.resize(old + (count > 0 ? static_cast<std::size_t>(count) : 0));
    if (count < static_cast<int>(kBufferSize)) check();
    return count > 0;
  }

  void check() {
    int code = Z_OK;
    const char* message = gzerror(file.get(), &code);
    if (code == Z_OK || code == Z_STREAM_END) return;
    const bool system = code == Z_ERRNO;
    failure = "cannot read " + path + ": " +
              (system                ? std::strerror(errno)
               : code == Z_BUF_ERROR ? "the gzipped data is cut short"
                                     : message);
    if (buffer.size() == begin) throw IoError(failure);
  }

  std::string failure;  ///< told after what was read before it
};

InputFile::InputFile(const std::string& path) : state_(std::make_unique<State>()) {
  state_->path = path == "-" ? "standard input" : path;
  state_->file = open_file(path);
}
InputFile::~InputFile() = default;
InputFile::InputFile(InputFile&&) noexcept = default;
InputFile& InputFile::operator=(InputFile&&) noexcept = default;

std::string_view InputFile::peek() {
  while (state_->waiting().size() < kPeekSize && state_->failure.empty())
    if (!state_->fill()) break;
  return state_->waiting().substr(0, kPeekSize);
}

std::string_view InputFile::next_bytes() {
  if (state_->waiting().empty()) {
    if (!state_->failure.empty()) throw IoError(state_->failure);
    if (!state_->fill()) return {};
  }
  const std::string_view bytes = state_->waiting();
  state_->begin = state_->buffer.size();
  return bytes;
}

bool InputFile::next_line(std::string& line) {
  line.clear();
  while (true) {
    const std::string_view waiting = state_->waiting();
    const std::size_t end = waiting.find('\n');
    line.append(waiting.substr(0, end));
    if (end != std::string_view::npos) {
      state_->begin += end + 1;
      return true;
    }
    state_->begin = state_->buffer.size();
    if (!state_->failure.empty()) throw IoError(state_->failure);
    if (!state_->fill()) return !line.empty();
  }
}

std::string InputFile::read_all() {
  std::string out;
  do {
    out.append(state_->waiting());
    state_->begin = state_->buffer.size();
    if (!state_->failure.empty()) throw IoError(state_->failure);
  } while (state_->fill());
  return out;
}

}  // namespace entente

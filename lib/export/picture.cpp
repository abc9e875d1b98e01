// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Graphviz runs as a program of its own (`dot`): nothing has to be linked, its memory goes with it, and a
// crash in it is a message here. It reads from and complains to unnamed files, so that only its output needs
// to be waited for.
#include "export/picture.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>
#include <span>

#include "entente/error.hpp"
#include "export/formats.hpp"
#include "export/output.hpp"

extern "C" char** environ;

namespace entente::exporters {
namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

[[noreturn]] void fail(const std::string& what) {
  throw IoError("Graphviz: " + what);
}

File unnamed_file() {
  File file(std::tmpfile(), std::fclose);
  if (!file) fail(std::string("no temporary file: ") + std::strerror(errno));
  return file;
}

std::string first_line(std::FILE* file) {
  std::rewind(file);
  std::array<char, 300> line{};
  if (std::fgets(line.data(), static_cast<int>(line.size()), file) == nullptr)
    return "it failed without a word";
  std::string text(line.data());
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

/// A running `dot`. The destructor ends one that has not been waited for.
class Process {
 public:
  Process(std::string_view kind, int input, int errors) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) fail(std::strerror(errno));
    output_ = ends[0];
    std::string program = "dot", option = "-T" + std::string(kind);
    std::array<char*, 3> arguments = {program.data(), option.data(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
    const int error = posix_spawnp(&id_, program.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (error == 0) return;
    close(output_);
    if (error == ENOENT)
      fail("there is no program `dot`; install the package graphviz, or write html, which needs none");
    fail(std::strerror(error));
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process() {
    close(output_);
    if (id_ == 0) return;
    kill(id_, SIGKILL);
    wait();
  }

  /// Some bytes of its output; 0 at the end.
  std::size_t read(std::span<char> buffer) const {
    ssize_t count = 0;
    do count = ::read(output_, buffer.data(), buffer.size());
    while (count < 0 && errno == EINTR);
    if (count < 0) fail(std::strerror(errno));
    return static_cast<std::size_t>(count);
  }
  /// Whether it ended well.
  bool wait() {
    int status = 0;
    while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = 0;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

 private:
  pid_t id_ = 0;
  int output_ = -1;
};

ExportReport write_picture(const Graph& graph, std::string_view kind, const Sink& sink) {
  ExportReport report;
  const std::string dot = picture_dot(graph, report);
  draw(dot, kind, [&](std::string_view bytes) {
    sink(bytes);
    report.bytes += bytes.size();
  });
  return report;
}

}  // namespace

void draw(const std::string& dot, std::string_view kind, const Sink& sink) {
  const File input = unnamed_file();
  const File errors = unnamed_file();
  if (std::fwrite(dot.data(), 1, dot.size(), input.get()) != dot.size() || std::fflush(input.get()) != 0)
    fail(std::string("the drawing cannot be written: ") + std::strerror(errno));
  std::rewind(input.get());
  Process process(kind, fileno(input.get()), fileno(errors.get()));
  std::string buffer(std::size_t{1} << 16U, '\0');
  while (const std::size_t size = process.read(buffer)) sink(std::string_view(buffer).substr(0, size));
  if (!process.wait()) fail(first_line(errors.get()));
}

ExportReport write_svg(const Graph& graph, const ExportOptions&, const Sink& sink) {
  return write_picture(graph, "svg", sink);
}

ExportReport write_png(const Graph& graph, const ExportOptions&, const Sink& sink) {
  return write_picture(graph, "png", sink);
}

}  // namespace entente::exporters

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "output_folder.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "entente/error.hpp"

namespace entente::tools {

namespace fs = std::filesystem;

OutputFolder::OutputFolder(const std::string& path, bool overwrite) : path_(path) {
  while (path_.has_relative_path() && path_.filename().empty()) path_ = path_.parent_path();
  std::error_code error;
  if (fs::exists(path_, error) && !fs::is_directory(path_, error))
    throw IoError(path_.string() + ": this format is a folder, and a file of that name is there");
  if (fs::exists(path_, error) && !overwrite && !fs::is_empty(path_, error))
    throw IoError(path_.string() + " exists; add -O (--overwrite) to replace its files");
  const fs::path temporary = path_.string() + ".part-" + std::to_string(getpid());
  if (!fs::create_directory(temporary, error)) fail(temporary, "cannot be made");
  temporary_ = temporary;
}

OutputFolder::~OutputFolder() {
  if (file_ != nullptr) std::fclose(file_);
  std::error_code error;
  if (!temporary_.empty()) fs::remove_all(temporary_, error);
}

void OutputFolder::open(std::string_view name) {
  close();
  name_ = temporary_ / fs::path(name);
  std::error_code error;
  fs::create_directories(name_.parent_path(), error);
  file_ = std::fopen(name_.c_str(), "wb");
  if (file_ == nullptr) fail(name_, "cannot be written");
}

void OutputFolder::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail(name_, "cannot be written");
}

void OutputFolder::close() {
  if (file_ == nullptr) return;
  std::FILE* const file = file_;
  file_ = nullptr;
  if (std::fclose(file) != 0) fail(name_, "cannot be written");
}

void OutputFolder::finish() {
  close();
  std::error_code error;
  if (!fs::exists(path_, error)) {
    fs::rename(temporary_, path_, error);
    if (error) fail(path_, "cannot be put in place");
    temporary_.clear();
    return;
  }
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(temporary_))
    if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), temporary_));
  for (const fs::path& file : files) {
    fs::create_directories((path_ / file).parent_path(), error);
    fs::rename(temporary_ / file, path_ / file, error);
    if (error) fail(path_ / file, "cannot be put in place");
  }
}

void OutputFolder::fail(const fs::path& path, const std::string& what) {
  throw IoError(path.string() + ": " + what + ": " + std::strerror(errno));
}

}  // namespace entente::tools

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "document_source.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "entente/error.hpp"

namespace entente::tools {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kGzipRatio = 3;  // of news text; only the ETA depends on it

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

void add_folder(const std::string& folder, std::vector<std::string>& files) {
  std::vector<std::string> found;
  for (auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied);
       entry != fs::recursive_directory_iterator(); ++entry) {
    if (is_hidden(entry->path())) {
      if (entry->is_directory()) entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      found.push_back(entry->path().string());
    }
  }
  std::sort(found.begin(), found.end());
  files.insert(files.end(), found.begin(), found.end());
}

std::uint64_t estimated_text(const std::string& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error) return 0;
  return path.ends_with(".gz") ? size * kGzipRatio : size;
}

}  // namespace

std::vector<std::string> expand_paths(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const auto& path : paths) {
    std::error_code error;
    if (path == "-")
      files.push_back(path);
    else if (fs::is_directory(path, error))
      add_folder(path, files);
    else if (fs::exists(path, error))
      files.push_back(path);
    else
      throw IoError(path + ": no such file or folder");
  }
  return files;
}

DocumentSource::DocumentSource(const InputArgs& input, Console& console)
    : console_(console), options_(input.options()), paths_(expand_paths(input.paths)) {
  bool known = true;
  for (const auto& path : paths_) {
    estimates_.push_back(estimated_text(path));
    expected_ += estimates_.back();
    known = known && path != "-";
  }
  if (!known) expected_ = 0;
}

std::optional<Document> DocumentSource::next() {
  while (reader_ || open_next()) {
    try {
      if (auto document = reader_->next()) {
        ++documents_;
        bytes_ += document->text.size();
        console_.progress(documents_, bytes_, expected_);
        return document;
      }
    } catch (const Error& error) {
      skip({}, error.what());
    }
    close();
  }
  return std::nullopt;
}

bool DocumentSource::open_next() {
  while (current_ < paths_.size()) {
    bytes_before_ = bytes_;
    try {
      reader_.emplace(paths_[current_++], options_,
                      [this](const Diagnostic& diagnostic) { skip(diagnostic.place, diagnostic.message); });
      return true;
    } catch (const Error& error) {
      skip({}, error.what());
      close();
    }
  }
  return false;
}

void DocumentSource::close() {
  reader_.reset();
  if (expected_ == 0) return;
  expected_ -= std::min(expected_, estimates_[current_ - 1]);
  expected_ += bytes_ - bytes_before_;
}

void DocumentSource::skip(const std::string& place, const std::string& reason) {
  ++skipped_;
  console_.warn((place.empty() ? "" : place + ": ") + reason + "; skipped");
}

}  // namespace entente::tools

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "version.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <filesystem>

#include "entente/pipeline.hpp"
#include "nlp/files.hpp"

namespace entente::tools {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFingerprintDigits = 16;
constexpr std::array<const char*, 4> kParts = {"model", "gazetteer", "entities", "frames"};

/// SHA-256 over names and contents of the data files of a folder, shortened. What they were made from
/// (folders, programs, descriptions) does not count: it is not installed, and changes no reading.
std::string fingerprint(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() != ".py" && entry.path().extension() != ".md")
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::string all;
  for (const auto& file : files)
    all += file.filename().string() + " " + nlp::sha256(nlp::read_file(file.string())) + "\n";
  return nlp::sha256(all).substr(0, kFingerprintDigits);
}

}  // namespace

std::string version() {
  std::string text = ENTENTE_VERSION;
  if (!std::string_view(ENTENTE_COMMIT).empty()) text += " (commit " ENTENTE_COMMIT ")";
  return text;
}

std::vector<std::pair<std::string, std::string>> fingerprints(const std::string& data) {
  std::vector<std::pair<std::string, std::string>> parts;
  for (const char* part : kParts) {
    const fs::path folder = fs::path(data) / part;
    parts.emplace_back(part, fs::is_directory(folder) ? fingerprint(folder) : "missing");
  }
  return parts;
}

std::string version_and_data() {
  std::string text = "entente " + version() + "\n";
  try {
    const std::string data = default_data_directory();
    text += "data " + data;
    for (const auto& [part, print] : fingerprints(data)) text += "\n  " + part + " " + print;
  } catch (const std::exception& error) {  // the version is still to be told
    text += std::string("data: ") + error.what();
  }
  return text;
}

}  // namespace entente::tools

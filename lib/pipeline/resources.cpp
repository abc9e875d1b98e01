// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Finds the folder of data files and loads it.
#include "pipeline/resources.hpp"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace entente {
namespace {

namespace fs = std::filesystem;

/// The folder of the running program, or nothing where the system does not tell.
fs::path program_directory() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).parent_path();
}

}  // namespace

std::string default_data_directory() {
  if (const char* named = std::getenv("ENTENTE_DATA"); named != nullptr && *named != '\0') return named;
  std::error_code error;
  const fs::path beside = (program_directory() / "../share/entente").lexically_normal();
  if (fs::is_directory(beside / "gazetteer", error)) return beside.string();
  return ENTENTE_BUILT_FROM;
}

Resources::Resources(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Resources::~Resources() = default;
Resources::Resources(Resources&&) noexcept = default;
Resources& Resources::operator=(Resources&&) noexcept = default;

Resources Resources::load(const std::string& directory, const std::vector<std::string>& gazetteers,
                          bool scorer) {
  const std::string data = directory.empty() ? default_data_directory() : directory;
  std::error_code error;
  if (!fs::is_directory(data, error))
    throw IoError(
        data + ": no such folder; it should hold entente's data files (set ENTENTE_DATA to where they are)");
  const std::string relations = data + "/model/relations.bin";
  const std::string boundaries = data + "/model/boundaries.bin";
  const std::string recognizer = data + "/model/recognizer.bin";
  return Resources(std::make_unique<const Parts>(Parts{
      nlp::Model::load(data + "/model/en.bin"),
      Gazetteer::load(data + "/gazetteer", data + "/entities", gazetteers), relations::Frames::load(data),
      scorer && fs::exists(relations, error) ? relations::Scorer::load(relations) : relations::Scorer(),
      fs::exists(boundaries, error) ? BoundaryModel::load(boundaries) : BoundaryModel(),
      fs::exists(recognizer, error) ? nlp::Recognizer::load(recognizer) : nlp::Recognizer()}));
}

}  // namespace entente

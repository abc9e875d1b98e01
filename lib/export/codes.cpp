// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Codes stand in the gazetteer as `key=value;key=value`: kept as they are, read when asked for.
#include <algorithm>
#include <filesystem>

#include "entente/error.hpp"
#include "entente/export.hpp"
#include "entities/tsv_reader.hpp"

namespace entente {
namespace {

constexpr std::size_t kIdCell = 0;
constexpr std::size_t kCodesCell = 8;

}  // namespace

EntityCodes EntityCodes::load(const std::string& data_directory) {
  EntityCodes result;
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(data_directory + "/gazetteer", error))
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  if (error) throw IoError(data_directory + "/gazetteer: " + error.message());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    TsvReader reader(file.string(), "# entente-gazetteer 1 " + file.stem().string());
    while (reader.next())
      if (reader.cells().size() > kCodesCell && !reader.cells()[kCodesCell].empty())
        result.codes_.try_emplace(reader.cells()[kIdCell], reader.cells()[kCodesCell]);
  }
  return result;
}

std::string_view EntityCodes::find(std::string_view entity, std::string_view code) const {
  const auto row = codes_.find(entity);
  if (row == codes_.end()) return {};
  std::string_view rest = row->second;
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find(';'));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    if (pair.size() > code.size() && pair[code.size()] == '=' && pair.substr(0, code.size()) == code)
      return pair.substr(code.size() + 1);
  }
  return {};
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The column of codes of the gazetteer (data/gazetteer/README.md): `iso2=RU;iso3=RUS;cow=365;qid=Q159`.
#include <array>
#include <filesystem>
#include <fstream>

#include "entente/query.hpp"

namespace entente {
namespace {

constexpr std::size_t kCodesColumn = 8;
constexpr std::array<std::string_view, 3> kFiles = {"countries.tsv", "historical.tsv", "territories.tsv"};
/// Those that are told by their form; numbers need the name of their list before them.
constexpr std::array<std::string_view, 3> kBare = {"iso2", "iso3", "qid"};
constexpr std::array<std::string_view, 3> kNumbers = {"num", "cow", "gw"};

template <class Names>
bool has(const Names& names, std::string_view name) {
  for (const std::string_view one : names)
    if (one == name) return true;
  return false;
}

/// The first part of `rest`, which is cut off.
std::string_view take(std::string_view& rest, char end) {
  const std::size_t at = std::min(rest.find(end), rest.size());
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return part;
}

void add_codes(std::string_view line, std::vector<EntityCode>& codes) {
  if (line.empty() || line.front() == '#') return;
  const std::string_view id = take(line, '\t');
  for (std::size_t column = 1; column < kCodesColumn; ++column) take(line, '\t');
  for (std::string_view list = take(line, '\t'); !list.empty();) {
    std::string_view value = take(list, ';');
    const std::string_view key = take(value, '=');
    if (value.empty()) continue;
    if (has(kBare, key)) codes.push_back({std::string(value), std::string(id)});
    if (has(kNumbers, key)) codes.push_back({std::string(key) + ":" + std::string(value), std::string(id)});
  }
}

}  // namespace

std::vector<EntityCode> load_codes(const std::string& folder) {
  std::vector<EntityCode> codes;
  for (const std::string_view name : kFiles) {
    const std::string file = (std::filesystem::path(folder) / name).string();
    std::ifstream in(file, std::ios::binary);
    if (!in) throw IoError("cannot open " + file);
    for (std::string line; std::getline(in, line);) add_codes(line, codes);
  }
  return codes;
}

}  // namespace entente

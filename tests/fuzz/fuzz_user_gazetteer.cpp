// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A user's gazetteer of any bytes (table, JSON Lines, GeoNames) is read or refused, never worse.
#include <cstdio>
#include <fstream>
#include <string>

#include "base/utf8.hpp"
#include "entente/error.hpp"
#include "entities/user_gazetteer.hpp"
#include "fuzz/require.hpp"
#include "support/temporary_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  static const testing::TemporaryFolder folder;
  const std::string path = folder.file("mine");
  std::ofstream(path, std::ios::binary) << testing::bytes(data, size);
  try {
    GazetteerBuilder builder{WordLists()};
    builder.add_entity({"RUS", "country", "Russia", "", "Russian", "", "Moscow", "", "iso2=RU"}, {path, 0},
                       GazetteerBuilder::Merge::refuse);
    add_user_gazetteer(path, builder);
    const Gazetteer gazetteer = builder.finish();
    for (const GazetteerEntry& entry : gazetteer.entries()) {
      testing::require(gazetteer.find(entry.id) != kNone, "every id is found");
      testing::require(is_valid_utf8(entry.name), "names are UTF-8");
    }
  } catch (const Error& error) {
    testing::require(std::string(error.what()).find(path) != std::string::npos, "the message names the file");
  }
  return 0;
}

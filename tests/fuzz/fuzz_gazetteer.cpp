// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A gazetteer file of any bytes is read or refused, never worse.
#include <cstdio>
#include <fstream>
#include <string>

#include "entente/error.hpp"
#include "entities/gazetteer_builder.hpp"
#include "fuzz/require.hpp"
#include "support/temporary_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  static const testing::TemporaryFolder folder;
  const std::string path = folder.file("countries.tsv");
  std::ofstream(path, std::ios::binary) << testing::bytes(data, size);
  try {
    GazetteerBuilder builder{WordLists()};
    builder.add_entities(path, "countries");
    const Gazetteer gazetteer = builder.finish();
    for (const GazetteerEntry& entry : gazetteer.entries())
      testing::require(gazetteer.find(entry.id) != kNone, "every id is found");
  } catch (const Error& error) {
    testing::require(std::string(error.what()).find(path) != std::string::npos, "the message names the file");
  }
  return 0;
}

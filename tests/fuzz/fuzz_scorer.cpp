// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a scorer of relations, and, with a right header and check sum, as its parts.
#include <zlib.h>

#include <cstdint>
#include <string>

#include "entente/error.hpp"
#include "relations/scorer.hpp"

using entente::relations::Scorer;

namespace {

void read(const std::string& bytes) {
  try {
    const Scorer scorer = Scorer::read(bytes, "fuzz");
    scorer.score({1, 2, 3});
    scorer.probability({});
  } catch (const entente::DataError&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  read(bytes);
  std::string whole = "entente-scorer 3\n" + bytes;
  const auto sum =
      static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(whole.data()), whole.size()));
  for (int shift = 0; shift < 32; shift += 8) whole.push_back(static_cast<char>(sum >> shift));
  read(whole);
  return 0;
}

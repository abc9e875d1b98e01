// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a model of boundaries, and, with a right header, size and check sum, as its weights; then as a
// text that it divides.
#include <zlib.h>

#include "entente/error.hpp"
#include "fuzz/require.hpp"
#include "support/token_invariants.hpp"
#include "text/boundary_model.hpp"

namespace {

std::string with_header(std::string_view weights) {
  std::string whole = "entente-boundaries 1\n\n";
  whole.append(weights.substr(0, 2 * entente::BoundaryModel::kSize));
  whole.resize(22 + 2 * entente::BoundaryModel::kSize, weights.empty() ? '\1' : weights.back());
  const auto sum =
      static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(whole.data()), whole.size()));
  for (int shift = 0; shift < 32; shift += 8) whole.push_back(static_cast<char>(sum >> shift));
  return whole;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const std::string_view bytes = testing::bytes(data, size);
  try {
    BoundaryModel::read(bytes, "fuzz");
  } catch (const DataError&) {
  }
  const auto model = BoundaryModel::read(with_header(bytes), "made");
  testing::require(testing::token_violation(bytes, segment(bytes, model)).empty(), "invariants of segment()");
  return 0;
}

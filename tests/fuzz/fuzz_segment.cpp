// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/require.hpp"
#include "support/token_invariants.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const std::string_view text = testing::bytes(data, size);
  testing::require(testing::token_violation(text, segment(text)).empty(), "invariants of segment()");
  return 0;
}

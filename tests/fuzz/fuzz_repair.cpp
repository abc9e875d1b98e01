// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"
#include "entente/document.hpp"
#include "fuzz/require.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const std::string text = repair_text(testing::bytes(data, size));
  testing::require(is_valid_utf8(text), "repaired text is UTF-8");
  testing::require(text.find('\0') == std::string::npos, "repaired text has no NUL");
  testing::require(text.find('\r') == std::string::npos, "repaired text has one kind of line end");
  return 0;
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"
#include "fuzz/require.hpp"
#include "text/html.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const HtmlPage page = read_html(testing::bytes(data, size));
  testing::require(is_valid_utf8(page.text) && is_valid_utf8(page.title), "a page is UTF-8");
  return 0;
}

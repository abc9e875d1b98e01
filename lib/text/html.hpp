// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// What a web page says of itself, and its main text: headings, paragraphs and list items with blank lines
/// between them (list items and table rows: a line each), without navigation, scripts, forms and other
/// furniture.
struct HtmlPage {
  std::string title;
  std::string date;  ///< as written in the page
  std::string outlet;
  std::string url;
  std::string text;
};

/// Reads any bytes: UTF-8, the character set that the page declares, or a mixture. Linear time.
HtmlPage read_html(std::string_view bytes);

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// What the short lines before the first paragraph of a plain text say of it. The text keeps those lines.
struct FrontMatter {
  std::string title;   ///< the line that looks most like a headline
  std::string date;    ///< as written: a line that is a date, or "Date: ..."
  std::string outlet;  ///< "Publication: ...", "Source: ..."
  std::string url;     ///< "URL: ..."
};

FrontMatter front_matter(std::string_view text);

}  // namespace entente

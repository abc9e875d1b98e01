// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Dates and periods in a sentence, as ISO 8601 dates and intervals at the precision of the text. Relative
// ones
// ("last year", "on Wednesday", "in August") are resolved against the document's date.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "relations/partial_date.hpp"

namespace entente::relations {

struct TimeExpression {
  Index first = 0;  ///< tokens [first, last)
  Index last = 0;
  std::string value;      ///< `2004-06-04`, `1997/2002`, `../2006`, `1999/..`
  bool dateline = false;  ///< it says when the report was written: "KYIV, Oct. 2 -"
};

/// Finds the times of one sentence after the other; remembers the last year named for dates without one.
class TimeFinder {
 public:
  explicit TimeFinder(const Document& document) : today_(parse_date(document.date)) {
    context_year_ = today_.year;
  }

  std::vector<TimeExpression> find(std::string_view text, const Tokens& tokens, const Sentence& sentence);

 private:
  PartialDate today_;
  int context_year_ = 0;
};

}  // namespace entente::relations

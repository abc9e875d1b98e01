// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entente/facts.hpp"
#include "store/sqlite.hpp"

namespace entente::store {

/// Rows back into extractions.
class Reader {
 public:
  explicit Reader(const Database& database);

  /// The document of that number. Throws DataError when its rows do not fit together.
  Extraction read(std::int64_t number);

 private:
  void read_document(std::int64_t number, Extraction& extraction);
  void read_entities(std::int64_t number, Extraction& extraction, std::vector<std::int64_t>& numbers);
  void read_assertions(std::int64_t number, Extraction& extraction, const std::vector<std::int64_t>& numbers);
  [[noreturn]] void damaged(const Extraction& extraction, const char* what) const;

  const Database& database_;
  Statement document_, entities_, aliases_, assertions_;
};

}  // namespace entente::store

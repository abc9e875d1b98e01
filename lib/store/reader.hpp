// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entente/facts.hpp"
#include "store/scan.hpp"
#include "store/sqlite.hpp"

namespace entente::store {

/// Rows back into extractions, one document at a time.
class Reader {
 public:
  explicit Reader(const Database& database);

  /// The document of that number. Throws DataError when its rows do not fit together.
  Extraction read(std::int64_t number);

 private:
  const Database& database_;
  RowReader rows_;
  Statement document_, entities_, aliases_, assertions_;
};

}  // namespace entente::store

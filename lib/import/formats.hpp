// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "import/gather.hpp"

namespace entente::importers {

using Add = std::function<void(Extraction&&)>;

/// Adds to `gather`, counts what is refused and the bytes. DataError when it is no XML, no GraphML.
void read_graphml(const std::string& path, const ImportOptions& options, Gather& gather, ImportReport& report,
                  const Diagnostics& diagnostics);
/// The same of CSV. DataError when a quote is never closed.
void read_csv(const std::string& path, const ImportOptions& options, Gather& gather, ImportReport& report,
              const Diagnostics& diagnostics);
/// The same of JSON Lines; whole documents go to `add` at once. DataError for a line that is no JSON object.
void read_assertions(const std::string& path, const ImportOptions& options, Gather& gather, const Add& add,
                     ImportReport& report, const Diagnostics& diagnostics);

}  // namespace entente::importers

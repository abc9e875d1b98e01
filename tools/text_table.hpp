// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "table.hpp"

namespace entente::tools {

/// Columns in line, numbers to the right, sentences under their row. On a terminal the widest columns are cut
/// so that rows fit and sentences are wrapped; in a pipe nothing is.
void print_text_table(const Table& table, const LayoutArgs& layout, Output& output);

}  // namespace entente::tools

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// An answer as rows, printed in the layout the user asked for (-f).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "args.hpp"
#include "output.hpp"
#include "value.hpp"

namespace entente::tools {

enum class ColumnKind : std::uint8_t {
  cell,   ///< text to the left, numbers to the right
  below,  ///< in a table: a line of its own under the row for each element; elsewhere a cell
  detail  ///< in JSON alone
};

struct Column {
  std::string name;  ///< lower case, words joined by `_`: also the name in JSON and CSV
  ColumnKind kind = ColumnKind::cell;
  int decimals = 2;  ///< of doubles in a table
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Value>> rows;  ///< as many values as columns
};

/// json: an array of objects, also without rows; jsonl: an object a line. A table fits the terminal when
/// there is one.
void print(const Table& table, const LayoutArgs& layout, Output& output);

/// The same for a table of one row that is a record: in a table, a line for each column.
void print_record(const Table& record, const LayoutArgs& layout, Output& output);

/// Columns that `text` takes on a terminal: double-width characters count two, combining ones none.
std::size_t display_width(std::string_view text);

}  // namespace entente::tools

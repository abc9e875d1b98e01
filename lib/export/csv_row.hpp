// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "export/escape.hpp"
#include "export/output.hpp"

namespace entente::exporters {

/// Cells of a line of CSV, one after the other; whoever writes it ends the line.
class CsvRow {
 public:
  /// REQUIRES: both outlive this object. `out` is at the begin of a line.
  CsvRow(std::string& out, std::size_t& replaced) : out_(out), replaced_(replaced) {}
  /// Safe for spreadsheets: no formulas.
  CsvRow& operator<<(std::string_view text) {
    separate();
    replaced_ += append_csv(out_, text);
    return *this;
  }
  /// As it is, for other programs.
  CsvRow& value(std::string_view text) {
    separate();
    replaced_ += append_csv_value(out_, text);
    return *this;
  }
  template <class Number>
  CsvRow& number(Number value) {
    separate();
    append_number(out_, value);
    return *this;
  }

 private:
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  std::string& out_;
  std::size_t& replaced_;
  bool first_ = true;
};

}  // namespace entente::exporters

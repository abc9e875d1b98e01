// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Where the gazetteer's entities stand on a map.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::exporters {

/// Degrees, east and north positive.
struct Place {
  double longitude = 0;
  double latitude = 0;
};

class Places {
 public:
  /// Reads `gazetteer`/*.tsv. Throws IoError when the countries are missing, DataError (file:line).
  static Places load(const std::string& gazetteer);

  /// A country's capital; for others the capital of whom they belong to, or in which they have their seat.
  std::optional<Place> find(std::string_view id) const;
  /// Of all countries, by id.
  std::vector<Place> capitals() const;

 private:
  void add_country(const std::vector<std::string>& cells);
  void add_other(const std::string& id, std::string_view of, std::string_view seats);

  std::map<std::string, Place, std::less<>> countries_;
  std::map<std::string, Place, std::less<>> by_capital_;
  std::map<std::string, Place, std::less<>> others_;
};

}  // namespace entente::exporters

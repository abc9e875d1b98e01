// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// An answer before it is laid out: text, numbers, lists and objects, as in JSON.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace entente::tools {

class Value {
 public:
  using List = std::vector<Value>;
  using Object = std::vector<std::pair<std::string, Value>>;  ///< in the order in which it is printed

  Value() = default;  ///< null
  Value(std::string text) : data_(std::move(text)) {}
  Value(std::string_view text) : data_(std::string(text)) {}
  Value(const char* text) : data_(std::string(text)) {}
  Value(double number) : data_(number) {}
  Value(std::int64_t number) : data_(number) {}
  Value(std::uint64_t number) : data_(static_cast<std::int64_t>(number)) {}
  Value(std::uint32_t number) : data_(static_cast<std::int64_t>(number)) {}
  Value(List list) : data_(std::move(list)) {}
  Value(Object object) : data_(std::move(object)) {}

  bool is_number() const;
  const List* list() const { return std::get_if<List>(&data_); }

  /// For a cell of a table: text as it is, doubles with `decimals`, lists joined by "; ", objects as JSON,
  /// null as "".
  std::string text(int decimals = 2) const;
  /// One line of JSON.
  std::string json() const;

 private:
  std::variant<std::monostate, std::string, std::int64_t, double, List, Object> data_;

  friend struct JsonPrinter;
};

}  // namespace entente::tools

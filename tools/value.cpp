// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "value.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>

namespace entente::tools {

struct JsonPrinter {
  rapidjson::StringBuffer buffer{};
  rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};

  void string(const std::string& text) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  void operator()(std::monostate) { writer.Null(); }
  void operator()(const std::string& text) { string(text); }
  void operator()(std::int64_t number) { writer.Int64(number); }
  void operator()(double number) {
    if (!std::isfinite(number)) {
      writer.Null();
      return;
    }
    const std::string digits = fmt::format("{:.6g}", number);
    writer.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
  }
  void operator()(const Value::List& list) {
    writer.StartArray();
    for (const auto& element : list) std::visit(*this, element.data_);
    writer.EndArray();
  }
  void operator()(const Value::Object& object) {
    writer.StartObject();
    for (const auto& [name, member] : object) {
      writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
      std::visit(*this, member.data_);
    }
    writer.EndObject();
  }
};

bool Value::is_number() const {
  return std::holds_alternative<std::int64_t>(data_) || std::holds_alternative<double>(data_);
}

std::string Value::text(int decimals) const {
  if (const auto* text = std::get_if<std::string>(&data_)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&data_)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&data_)) return fmt::format("{:.{}f}", *number, decimals);
  if (std::holds_alternative<std::monostate>(data_)) return {};
  const auto* elements = list();
  if (elements == nullptr) return json();
  std::string joined;
  for (const auto& element : *elements) joined += (joined.empty() ? "" : "; ") + element.text(decimals);
  return joined;
}

std::string Value::json() const {
  JsonPrinter printer;
  std::visit(printer, data_);
  return {printer.buffer.GetString(), printer.buffer.GetSize()};
}

}  // namespace entente::tools

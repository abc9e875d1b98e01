// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// RapidJSON's writer on top of a std::string, with the house's conventions: absent values are left out,
// invalid bytes become U+FFFD, numbers are the shortest that read back the same. Included by .cpp files only.
#pragma once

#include <cmath>
#include <string>
#include <string_view>

#include <rapidjson/writer.h>

#include "entente/ids.hpp"
#include "export/escape.hpp"
#include "export/output.hpp"

namespace entente::exporters {

class JsonWriter {
 public:
  /// REQUIRES: `out` outlives this object.
  explicit JsonWriter(std::string& out) : stream_{out}, writer_(stream_) {}

  void begin_object() { writer_.StartObject(); }
  void end_object() { writer_.EndObject(); }
  /// An object as a member.
  void begin_member(std::string_view name) {
    key(name);
    writer_.StartObject();
  }
  /// As it is, outside of any value.
  void raw(std::string_view text) { stream_.out += text; }
  void begin_array(std::string_view name) {
    key(name);
    writer_.StartArray();
  }
  void begin_array() { writer_.StartArray(); }
  void end_array() { writer_.EndArray(); }

  void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void value(std::string_view text) {
    clean_.clear();
    replaced_ += append_utf8_text(clean_, text);
    writer_.String(clean_.data(), static_cast<rapidjson::SizeType>(clean_.size()));
  }
  void value(Index number) { writer_.Uint(number); }
  void value(double number) {
    if (!std::isfinite(number)) {
      writer_.Null();
      return;
    }
    std::string digits;
    append_number(digits, number);
    writer_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
  }

  void required(std::string_view name, std::string_view text) {
    key(name);
    value(text);
  }
  /// Left out when empty.
  void member(std::string_view name, std::string_view text) {
    if (text.empty()) return;
    key(name);
    value(text);
  }
  void member(std::string_view name, double number) {
    key(name);
    value(number);
  }
  void member(std::string_view name, Index number) {
    key(name);
    writer_.Uint(number);
  }
  void member(std::string_view name, bool truth) {
    key(name);
    writer_.Bool(truth);
  }
  void member(std::string_view name, Span span) {
    begin_array(name);
    writer_.Uint(span.begin);
    writer_.Uint(span.end);
    end_array();
  }
  template <class Texts>
  void members(std::string_view name, const Texts& texts) {
    if (texts.empty()) return;
    begin_array(name);
    for (const auto& text : texts) value(std::string_view(text));
    end_array();
  }

  std::size_t replaced() const { return replaced_; }

 private:
  struct Stream {
    using Ch = char;
    std::string& out;
    void Put(char c) { out += c; }
    void Flush() {}
  };
  Stream stream_;
  rapidjson::Writer<Stream> writer_;
  std::string clean_;
  std::size_t replaced_ = 0;
};

}  // namespace entente::exporters

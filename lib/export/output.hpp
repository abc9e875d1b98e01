// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A buffer in front of a Sink.
#pragma once

#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

#include "entente/export.hpp"

namespace entente::exporters {

class Output {
 public:
  /// REQUIRES: `sink` outlives this object.
  explicit Output(const Sink& sink) : sink_(sink) { buffer_.reserve(kFull + kFull / 4); }

  /// Append here, then call flush_when_full(): pieces handed on are about 64 KiB.
  std::string& buffer() { return buffer_; }
  Output& operator<<(std::string_view text) {
    buffer_ += text;
    return *this;
  }
  void flush_when_full() {
    if (buffer_.size() >= kFull) flush();
  }
  void flush() {
    if (buffer_.empty()) return;
    sink_(buffer_);
    bytes_ += buffer_.size();
    buffer_.clear();
  }
  std::size_t bytes() const { return bytes_ + buffer_.size(); }

 private:
  static constexpr std::size_t kFull = std::size_t{1} << 16U;
  const Sink& sink_;
  std::string buffer_;
  std::size_t bytes_ = 0;
};

/// By which Excel knows UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// Shortest decimal that reads back as the same number, without locale. REQUIRES: `value` is finite.
template <class Number>
void append_number(std::string& out, Number value) {
  char digits[64];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

/// The domains of a tie by name, between `separator`s.
inline std::string join_domains(const Tie& tie, std::string_view separator) {
  std::string result;
  for (std::size_t i = 1; i < kDomainNames.size(); ++i) {
    if (!tie.has_domain(static_cast<Domain>(i))) continue;
    if (!result.empty()) result += separator;
    result += kDomainNames[i];
  }
  return result;
}

}  // namespace entente::exporters

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Little-endian numbers and lists of them in a byte string, and a reader that never leaves its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace entente::nlp {

template <class Number>
Number little_endian(const char* bytes) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  return static_cast<Number>(bits);
}

/// Numbers read where they lie.
template <class Number>
class NumberView {
 public:
  NumberView() = default;
  explicit NumberView(std::string_view bytes) : bytes_(bytes) {}
  std::size_t size() const { return bytes_.size() / sizeof(Number); }
  Number operator[](std::size_t i) const { return little_endian<Number>(bytes_.data() + i * sizeof(Number)); }

 private:
  std::string_view bytes_;
};

class BinaryWriter {
 public:
  template <class Number>
  void number(Number value) {
    static_assert(std::is_integral_v<Number>);
    auto bits = static_cast<std::make_unsigned_t<Number>>(value);
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
      bytes_.push_back(static_cast<char>(static_cast<std::uint64_t>(bits) >> (8 * i)));
    }
  }
  template <class Number>
  void list(const std::vector<Number>& values) {
    number(static_cast<std::uint32_t>(values.size()));
    for (const Number value : values) number(value);
  }
  void text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    bytes_.append(value);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// Reads what BinaryWriter wrote. Past the end it gives zeros and empty lists, and failed() becomes true for
/// good.
class BinaryReader {
 public:
  explicit BinaryReader(std::string_view bytes) : rest_(bytes) {}

  template <class Number>
  Number number() {
    if (!has(sizeof(Number))) return 0;
    const Number value = little_endian<Number>(rest_.data());
    rest_.remove_prefix(sizeof(Number));
    return value;
  }
  /// A list as it lies in the bytes; valid as long as they are.
  template <class Number>
  NumberView<Number> view() {
    const auto count = number<std::uint32_t>();
    const std::uint64_t size = std::uint64_t{count} * sizeof(Number);
    if (!has(size)) return {};
    const NumberView<Number> result(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return result;
  }
  template <class Number>
  std::vector<Number> list() {
    const auto numbers = view<Number>();
    std::vector<Number> values(numbers.size());
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = numbers[i];
    return values;
  }
  std::string_view text() { return bytes(number<std::uint32_t>()); }
  /// The next `size` bytes as they are; valid as long as the whole is.
  std::string_view bytes(std::uint64_t size) {
    if (!has(size)) return {};
    const auto value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
  }
  /// For contents that are readable and yet impossible.
  void fail() { failed_ = true; }
  bool failed() const { return failed_; }
  bool at_end() const { return rest_.empty(); }

 private:
  bool has(std::uint64_t size) {
    if (size > rest_.size()) failed_ = true;
    return !failed_;
  }

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace entente::nlp

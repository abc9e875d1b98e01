// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Valid UTF-8 is believed before any declaration, as wrong declarations are common. What is declared as
// Latin-1 is in truth Windows-1252 (WHATWG encoding standard), which repair_text reads.
#include "text/html_charset.hpp"

#include <iconv.h>

#include <array>
#include <cerrno>

#include "base/utf8.hpp"
#include "entente/document.hpp"

namespace entente {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

/// The name behind the first `charset=` of the first bytes.
std::string declared_charset(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, 4096));
  std::size_t at = head.find("charset=");
  std::size_t skip = 8;
  if (at == std::string::npos) {
    at = head.find("encoding=");
    skip = 9;
  }
  if (at == std::string::npos) return {};
  at = head.find_first_not_of("\"' ", at + skip);
  if (at == std::string::npos) return {};
  return head.substr(at, head.find_first_of("\"' />;?", at) - at);
}

bool is_western(std::string_view name) {
  constexpr std::array<std::string_view, 9> kNames = {
      "", "utf-8", "utf8", "iso-8859-1", "latin1", "iso8859-1", "windows-1252", "cp1252", "us-ascii"};
  for (const std::string_view one : kNames)
    if (name == one) return true;
  return false;
}

class Converter {
 public:
  explicit Converter(const std::string& charset) : handle_(iconv_open("UTF-8", charset.c_str())) {}
  ~Converter() {
    if (known()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  /// All of `bytes`; one replacement character for each that is not of the character set.
  std::string convert(std::string_view bytes) {
    std::string out;
    std::array<char, 1U << 14U> buffer{};
    char* from = const_cast<char*>(bytes.data());  // iconv does not write there
    std::size_t left = bytes.size();
    while (left > 0) {
      char* to = buffer.data();
      std::size_t room = buffer.size();
      const std::size_t result = iconv(handle_, &from, &left, &to, &room);
      const int problem = result == static_cast<std::size_t>(-1) ? errno : 0;
      out.append(buffer.data(), buffer.size() - room);
      if (problem != EILSEQ && problem != EINVAL) continue;
      append_utf8(out, kReplacement);
      ++from;
      --left;
    }
    return out;
  }

 private:
  iconv_t handle_;
};

}  // namespace

std::string html_to_utf8(std::string_view bytes) {
  if (!is_valid_utf8(bytes)) {
    const std::string charset = declared_charset(bytes);
    if (!is_western(charset)) {
      Converter converter(charset);
      if (converter.known()) return repair_text(converter.convert(bytes));
    }
  }
  return repair_text(bytes);
}

}  // namespace entente

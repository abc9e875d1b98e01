// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Runs of plain ASCII are copied whole; everything else goes through the decoder, a code point at a time.
#include "export/escape.hpp"

#include <array>

#include "base/utf8.hpp"

namespace entente::exporters {
namespace {

constexpr char32_t kNonCharacter = 0xFFFE;

/// Copies valid UTF-8 that XML 1.0 allows too; what is neither becomes U+FFFD.
/// `special` gets every ASCII character that is not plain; it returns how many it lost.
template <class Plain, class Special>
std::size_t append(std::string& out, std::string_view text, const Plain& plain, const Special& special) {
  std::size_t lost = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t start = at;
    while (at < text.size() && plain(text[at])) ++at;
    out.append(text, start, at - start);
    if (at == text.size()) break;
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      lost += special(text[at++]);
      continue;
    }
    const CodePoint point = decode(text, at);
    const bool good = point.valid && (point.value & kNonCharacter) != kNonCharacter;
    if (good) {
      out.append(text, at, point.size);
    } else {
      append_utf8(out, kReplacement);
      ++lost;
    }
    at += point.size;
  }
  return lost;
}

bool is_token(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
         c == '_' || c == ':';
}

bool is_printable(char c) {
  return c >= ' ' && c < 0x7F;
}

void append_code(std::string& out, char32_t code) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  do {
    digits.insert(digits.begin(), kDigits[code & 15U]);
    code >>= 4U;
  } while (code > 0);
  out += "_x";
  out += digits;
  out += '_';
}

}  // namespace

std::size_t append_xml(std::string& out, std::string_view text) {
  const auto plain = [](char c) {
    return is_printable(c) && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
  };
  return append(out, text, plain, [&](char c) -> std::size_t {
    switch (c) {
      case '&':
        out += "&amp;";
        return 0;
      case '<':
        out += "&lt;";
        return 0;
      case '>':
        out += "&gt;";
        return 0;
      case '"':
        out += "&quot;";
        return 0;
      case '\'':
        out += "&apos;";
        return 0;
      case '\t':
        out += "&#9;";
        return 0;
      case '\n':
        out += "&#10;";
        return 0;
      case '\r':
        out += "&#13;";
        return 0;
      case 0x7F:
        out += "&#127;";
        return 0;
      default:
        return 1;
    }
  });
}

std::size_t append_xml_for_gephi(std::string& out, std::string_view text) {
  constexpr std::string_view kInfinity = "INF";
  constexpr std::string_view kWordJoiner = "\xe2\x81\xa0";
  std::size_t lost = 0;
  for (std::size_t found; (found = text.find(kInfinity)) != std::string_view::npos;) {
    lost += append_xml(out, text.substr(0, found + 1));
    out += kWordJoiner;
    text.remove_prefix(found + 1);
  }
  return lost + append_xml(out, text);
}

std::size_t append_nmtoken(std::string& out, std::string_view id) {
  if (id.empty()) out += "_x_";
  std::size_t lost = 0;
  for (std::size_t at = 0; at < id.size();) {
    // An underscore in front of an x would read as the start of an escape.
    const bool escape_like = id[at] == '_' && at + 1 < id.size() && id[at + 1] == 'x';
    if (is_token(id[at]) && !escape_like) {
      out += id[at++];
      continue;
    }
    const CodePoint point = decode(id, at);
    // Bytes that are no text are told apart too, beyond the last code point of Unicode.
    append_code(out, point.valid ? point.value : 0x110000U + static_cast<unsigned char>(id[at]));
    at += point.size;
  }
  return lost;
}

std::size_t append_utf8_text(std::string& out, std::string_view text) {
  const auto plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  return append(out, text, plain, [](char) -> std::size_t { return 0; });
}

namespace {

std::size_t append_csv_field(std::string& out, std::string_view text, bool apostrophe) {
  const bool quoted =
      text.find_first_of(",\"\r\n") != std::string_view::npos || text.find('\0') != std::string_view::npos;
  if (quoted) out += '"';
  if (apostrophe) out += '\'';
  const auto plain = [](char c) { return is_printable(c) && c != '"'; };
  const std::size_t lost = append(out, text, plain, [&](char c) -> std::size_t {
    if (c == '\0') return 1;
    if (c == '"') out += '"';
    out += c;
    return 0;
  });
  if (quoted) out += '"';
  return lost;
}

}  // namespace

std::size_t append_csv(std::string& out, std::string_view text) {
  constexpr std::string_view kFormula = "=+-@\t\r";
  return append_csv_field(out, text, !text.empty() && kFormula.find(text.front()) != std::string_view::npos);
}

std::size_t append_csv_value(std::string& out, std::string_view text) {
  return append_csv_field(out, text, false);
}

namespace {

std::size_t append_dot_string(std::string& out, std::string_view text, std::string_view ampersand) {
  out += '"';
  const auto plain = [](char c) { return is_printable(c) && c != '"' && c != '\\' && c != '&'; };
  const std::size_t lost = append(out, text, plain, [&](char c) -> std::size_t {
    if (c == '&') {
      out += ampersand;
      return 0;
    }
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
      return 0;
    }
    out += ' ';
    return c == '\n' || c == '\t' ? 0 : 1;
  });
  out += '"';
  return lost;
}

}  // namespace

std::size_t append_dot(std::string& out, std::string_view text) {
  return append_dot_string(out, text, "&");
}

std::size_t append_dot_label(std::string& out, std::string_view text) {
  return append_dot_string(out, text, "&amp;");
}

std::size_t append_literal(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  out += '"';
  const auto plain = [](char c) { return is_printable(c) && c != '"' && c != '\\'; };
  const std::size_t lost = append(out, text, plain, [&](char c) -> std::size_t {
    switch (c) {
      case '"':
      case '\\':
        out += '\\';
        out += c;
        return 0;
      case '\n':
        out += "\\n";
        return 0;
      case '\r':
        out += "\\r";
        return 0;
      case '\t':
        out += "\\t";
        return 0;
      default: {
        const auto byte = static_cast<unsigned char>(c);
        out += "\\u00";
        out += kDigits[byte >> 4U];
        out += kDigits[byte & 15U];
        return 0;
      }
    }
  });
  out += '"';
  return lost;
}

}  // namespace entente::exporters

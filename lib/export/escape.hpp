// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as text of a format. Each function appends to `out` and returns how many characters it had to
// drop or replace because the format cannot hold them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::exporters {

/// XML 1.0 character data, good inside of double quotes too. White space is kept through both kinds of
/// normalization.
std::size_t append_xml(std::string& out, std::string_view text);

/// The same with a word joiner (U+2060, which nobody sees) within every "INF": in values, not in labels,
/// Gephi makes "Infinity" of it, of the INF Treaty the Infinity Treaty.
std::size_t append_xml_for_gephi(std::string& out, std::string_view text);

/// An xs:NMTOKEN in ASCII. Different ids give different tokens; ids of letters, digits, `.`, `-`, `_` and `:`
/// stay as they are, everything else becomes `_xHEX_`.
std::size_t append_nmtoken(std::string& out, std::string_view id);

/// Valid UTF-8.
std::size_t append_utf8_text(std::string& out, std::string_view text);

/// A CSV field (RFC 4180), quoted where needed. What a spreadsheet would run as a formula gets an apostrophe
/// in front (owasp.org, CSV injection).
std::size_t append_csv(std::string& out, std::string_view text);

/// The same without the apostrophe, for programs that read values as they are.
std::size_t append_csv_value(std::string& out, std::string_view text);

/// A double-quoted DOT string with its quotes; nothing in it is an escape sequence.
std::size_t append_dot(std::string& out, std::string_view text);

/// The same as a label, where `&amp;` would be shown as `&`.
std::size_t append_dot_label(std::string& out, std::string_view text);

/// A literal of N-Triples with its quotes.
std::size_t append_literal(std::string& out, std::string_view text);

}  // namespace entente::exporters

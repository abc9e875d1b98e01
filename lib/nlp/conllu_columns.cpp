// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "nlp/conllu_columns.hpp"

#include <algorithm>
#include <charconv>

#include "entente/error.hpp"

namespace entente::nlp {

Fields split_columns(std::string_view line, const std::string& file, std::size_t number) {
  Fields fields;
  for (std::size_t i = 0; i < kColumns; ++i) {
    const std::size_t tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == kColumns))
      throw DataError(file, number, "CoNLL-U has 10 columns with tabs between");
    fields[i] = line.substr(0, tab);
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  return fields;
}

std::optional<std::uint32_t> number_of(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string_view value_in(std::string_view column, std::string_view key) {
  while (!column.empty()) {
    const std::string_view pair = column.substr(0, column.find('|'));
    if (pair.starts_with(key) && pair.substr(key.size()).starts_with('=')) return pair.substr(key.size() + 1);
    column.remove_prefix(std::min(pair.size() + 1, column.size()));
  }
  return {};
}

bool says_no_space(std::string_view misc) {
  return value_in(misc, "SpaceAfter") == "No";
}

}  // namespace entente::nlp

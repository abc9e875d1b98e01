// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "nlp/names.hpp"

#include <algorithm>
#include <array>

#include "entente/error.hpp"
#include "nlp/files.hpp"
#include "nlp/words.hpp"

namespace entente::nlp {
namespace {

NameLabel label_of(std::string_view text) {
  const auto found = std::find(kNameLabelNames.begin(), kNameLabelNames.end(), text);
  return found == kNameLabelNames.end() ? NameLabel::none
                                        : static_cast<NameLabel>(found - kNameLabelNames.begin());
}

constexpr std::array<std::string_view, 5> kKinds = {"country", "people", "place", "person", "organization"};

// The bit of the first kind in `kinds`, which is taken off; 0 when there is no such kind.
unsigned take_kind(std::string_view& kinds) {
  const std::size_t end = std::min(kinds.find(','), kinds.size());
  const auto found = std::find(kKinds.begin(), kKinds.end(), kinds.substr(0, end));
  kinds.remove_prefix(std::min(end + 1, kinds.size()));
  return found == kKinds.end() ? 0 : 1U << (found - kKinds.begin());
}

}  // namespace

NamedWord read_named_word(std::string_view line, const std::string& name, std::size_t number) {
  const std::size_t form = line.find('\t');
  const std::size_t label = form == std::string_view::npos ? form : line.find('\t', form + 1);
  if (label == std::string_view::npos) throw DataError(name, number, "has fewer than three columns");
  const std::size_t end = std::min(line.find('\t', label + 1), line.size());
  return {std::string(line.substr(form + 1, label - form - 1)),
          label_of(line.substr(label + 1, end - label - 1))};
}

std::vector<NamedSentence> load_names(const std::string& path) {
  return read_names(read_maybe_gzipped(path), path);
}

std::vector<NamedSentence> read_names(std::string_view content, const std::string& name) {
  std::vector<NamedSentence> result(1);
  for_each_line(content, [&](std::string_view line, std::size_t number) {
    if (line.starts_with('#')) return;
    if (!line.empty()) {
      result.back().push_back(read_named_word(line, name, number));
    } else if (!result.back().empty()) {
      result.emplace_back();
    }
  });
  if (result.back().empty()) result.pop_back();
  return result;
}

std::vector<Lexicon::Entry> load_name_words(const std::string& path) {
  return read_name_words(read_maybe_gzipped(path), path);
}

std::vector<Lexicon::Entry> read_name_words(std::string_view content, const std::string& name) {
  std::vector<Lexicon::Entry> result;
  std::string folded;
  for_each_line(content, [&](std::string_view line, std::size_t number) {
    if (line.starts_with('#')) return;
    const std::size_t tab = line.find('\t');
    unsigned bits = 0;
    std::string_view kinds = tab == std::string_view::npos ? "" : line.substr(tab + 1);
    while (!kinds.empty()) {
      const unsigned bit = take_kind(kinds);
      if (bit == 0) throw DataError(name, number, "has a kind of name that does not exist");
      bits |= bit;
    }
    if (bits == 0) throw DataError(name, number, "is not a word, a tab and kinds of names");
    fold_word(line.substr(0, tab), folded);
    result.push_back({word_hash(folded), {.names = static_cast<std::uint8_t>(bits)}});
  });
  return result;
}

}  // namespace entente::nlp

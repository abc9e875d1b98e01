// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Reads WordNet's database files. An index line is `lemma pos synset_cnt p_cnt [ptr...] sense_cnt
// tagsense_cnt offset...`, the first offset being the most frequent sense; the line at that byte of the data
// file starts with `offset lex_filenum`.
#include "nlp/wordnet.hpp"

#include <charconv>
#include <map>
#include <string_view>

#include "entente/error.hpp"
#include "nlp/files.hpp"
#include "nlp/words.hpp"

namespace entente::nlp {
namespace {

constexpr std::uint32_t kFirstNounFile = 3;  // noun.Tops; verb.body is 29 (lexnames(5WN))
constexpr std::uint32_t kFirstVerbFile = 29;

std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> fields;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    if (end > 0) fields.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return fields;
}

std::size_t number_in(std::string_view field) {
  std::size_t value = std::string_view::npos;
  std::from_chars(field.data(), field.data() + field.size(), value);
  return value;
}

using Classes = std::map<std::string, WordClasses, std::less<>>;

// Calls `set` with the classes of each single word and its lexicographer file.
template <class Set>
void read_part(const std::string& folder, const std::string& part, Classes& classes, const Set& set) {
  const std::string data = read_file(folder + "/data." + part);
  const std::string path = folder + "/index." + part;
  for_each_line(read_file(path), [&](std::string_view line, std::size_t number) {
    if (line.empty() || line.front() == ' ') return;
    const auto fields = split(line);
    const std::size_t senses = fields.size() > 2 ? number_in(fields[2]) : 0;
    if (senses == 0 || senses >= fields.size())
      throw DataError(path, number, "is no line of a WordNet index");
    if (fields[0].find('_') != std::string_view::npos) return;
    const std::size_t offset = number_in(fields[fields.size() - senses]);
    const std::size_t file = offset + 11 <= data.size()
                                 ? number_in(std::string_view(data).substr(offset + 9, 2))
                                 : std::string::npos;
    if (file > 44) throw DataError(path, number, "points to no synset of data." + part);
    set(classes[std::string(fields[0])], static_cast<std::uint32_t>(file));
  });
}

// `take` copies the part's class from the base form.
template <class Take>
void read_exceptions(const std::string& path, Classes& classes, const Take& take) {
  for_each_line(read_file(path), [&](std::string_view line, std::size_t) {
    const auto fields = split(line);
    if (fields.size() < 2 || fields[0].find('_') != std::string_view::npos) return;
    const auto base = classes.find(fields[1]);
    if (base == classes.end()) return;
    const WordClasses known = base->second;
    take(classes[std::string(fields[0])], known);
  });
}

}  // namespace

std::vector<Lexicon::Entry> read_wordnet(const std::string& folder) {
  Classes classes;
  read_part(folder, "noun", classes, [](WordClasses& word, std::uint32_t file) {
    word.noun = static_cast<std::uint8_t>(file + 1 - kFirstNounFile);
  });
  read_part(folder, "verb", classes, [](WordClasses& word, std::uint32_t file) {
    word.verb = static_cast<std::uint8_t>(file + 1 - kFirstVerbFile);
  });
  read_part(folder, "adj", classes, [](WordClasses& word, std::uint32_t) { word.other |= 1; });
  read_part(folder, "adv", classes, [](WordClasses& word, std::uint32_t) { word.other |= 2; });
  read_exceptions(folder + "/noun.exc", classes, [](WordClasses& word, WordClasses base) {
    if (word.noun == 0) word.noun = base.noun;
  });
  read_exceptions(folder + "/verb.exc", classes, [](WordClasses& word, WordClasses base) {
    if (word.verb == 0) word.verb = base.verb;
  });
  std::vector<Lexicon::Entry> result;
  std::string lower;
  for (const auto& [word, known] : classes) {
    fold_word(word, lower);
    result.push_back({word_hash(lower), known});
  }
  return result;
}

}  // namespace entente::nlp

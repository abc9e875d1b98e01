// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Parses made by hand for tests of what comes after the parser: a line a token with the columns
//
//   word  UPOS  XPOS  head (1-based in its sentence, 0 for the root)  label  [lemma]
//
// and an empty line between sentences. The text is the words with blanks between them.
#pragma once

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "entente/document.hpp"
#include "entente/facts.hpp"

namespace entente::testing {

struct HandParse {
  Document document;
  Tokens tokens;
  Parse parse;
};

template <class Names>
std::size_t index_of(const Names& names, const std::string& wanted) {
  const auto found = std::find(names.begin(), names.end(), wanted);
  if (found == names.end()) throw std::runtime_error("unknown name in a hand-made parse: " + wanted);
  return static_cast<std::size_t>(found - names.begin());
}

inline std::string lower_case(std::string word) {
  for (char& c : word)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return word;
}

class HandParser {
 public:
  explicit HandParser(const std::string& table) {
    std::istringstream in(table);
    for (std::string line; std::getline(in, line);) {
      if (line.find_first_not_of(' ') == std::string::npos) {
        end_sentence();
      } else {
        add(line);
      }
    }
    end_sentence();
  }
  HandParse take() { return std::move(made_); }

 private:
  void add(const std::string& line) {
    std::istringstream cells(line);
    std::string word, upos, xpos, label, lemma;
    Index head = 0;
    cells >> word >> upos >> xpos >> head >> label;
    if (!(cells >> lemma)) lemma = upos == "PROPN" ? word : lower_case(word);
    std::string& text = made_.document.text;
    if (!text.empty()) text += ' ';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += word;
    made_.tokens.spans.push_back({begin, static_cast<std::uint32_t>(text.size())});
    made_.parse.upos.push_back(static_cast<Upos>(index_of(kUposNames, upos)));
    made_.parse.xpos.push_back(static_cast<Xpos>(index_of(kXposNames, xpos)));
    made_.parse.heads.push_back(head == 0 ? kNone : first_ + head - 1);
    made_.parse.labels.push_back(static_cast<Dep>(index_of(kDepNames, label)));
    made_.parse.names.push_back(NameLabel::none);
    const auto lemma_begin = static_cast<std::uint32_t>(made_.parse.lemma_bytes.size());
    made_.parse.lemma_bytes += lemma;
    made_.parse.lemma_spans.push_back(
        {lemma_begin, static_cast<std::uint32_t>(made_.parse.lemma_bytes.size())});
  }
  void end_sentence() {
    const Index last = made_.tokens.size();
    if (last == first_) return;
    made_.tokens.sentences.push_back(
        {first_, last, {made_.tokens.spans[first_].begin, made_.tokens.spans[last - 1].end}});
    first_ = last;
  }

  HandParse made_;
  Index first_ = 0;
};

inline HandParse parse_by_hand(const std::string& table) {
  return HandParser(table).take();
}

/// "Russian troops: official -> RUS", "Dushanbe: name = city:dushanbe @ TJK".
inline std::string show(const Mentions& found, const Mention& mention, std::string_view text) {
  static constexpr std::string_view kKinds[] = {"name",        "demonym", "metonym", "official",
                                                "description", "pronoun", "omitted"};
  std::string out(text.substr(mention.span.begin, mention.span.size()));
  out += ": " + std::string(kKinds[static_cast<std::size_t>(mention.kind)]);
  if (mention.entity != kNone) out += " = " + found.entities[mention.entity].id;
  if (!mention.actors.empty()) out += " ->";
  for (const Index actor : mention.actors) out += " " + found.entities[actor].id;
  if (mention.location != kNone) out += " @ " + found.entities[mention.location].id;
  return out;
}

}  // namespace entente::testing

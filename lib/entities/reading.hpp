// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What the parts of this stage share while they read one document: its inputs, facts about each token, and
// the mentions on the way ("drafts"). Every part is a function from a Reading and drafts to drafts.
//
// Lifetime: a Reading refers to its inputs, which must outlive it. One thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "entente/facts.hpp"
#include "entities/gazetteer.hpp"

namespace entente {

/// How a word is written.
enum class Shape : std::uint8_t {
  lower,    ///< no capital at its start: "troops", "al"
  capital,  ///< "Moscow", "McDonald", "iPhone" not
  caps,     ///< "NATO", "U.S."
  number,   ///< starts with a digit
  mark      ///< punctuation
};

class Reading {
 public:
  /// REQUIRES: tokens and parse are of this document's text; `recognised`: a label for each token, or none at
  /// all.
  Reading(const Document& document, const Tokens& tokens, const Parse& parse, const Gazetteer& gazetteer,
          std::span<const NameLabel> recognised = {});

  const Document& document;
  const Tokens& tokens;
  const Parse& parse;
  const Gazetteer& gazetteer;
  const Index topic;  ///< the entry that the title consists of (see topic.hpp), or kNone

  Index size() const { return tokens.size(); }
  std::string_view word(Index token) const { return tokens.word(document.text, token); }
  /// The text from the first byte of `first` to the last byte of the token before `last`.
  std::string_view text(Index first, Index last) const;
  Shape shape(Index token) const { return shapes_[token]; }
  bool capitalised(Index token) const {
    return shapes_[token] == Shape::capital || shapes_[token] == Shape::caps;
  }
  const Sentence& sentence(Index token) const { return tokens.sentences[sentence_of_[token]]; }
  Index sentence_index(Index token) const { return sentence_of_[token]; }
  /// Whether nothing but capitalised words and marks stand in the token's sentence: a headline.
  bool headline(Index token) const { return headlines_[sentence_of_[token]]; }
  std::span<const Index> children(Index token) const;
  Dep label(Index token) const { return parse.labels[token]; }
  Index head(Index token) const { return parse.heads[token]; }
  Upos upos(Index token) const { return parse.upos[token]; }
  std::string_view lemma(Index token) const { return parse.lemma(token); }
  /// What the recognizer of names took the token for.
  NameLabel recognised(Index token) const {
    return recognised_.empty() ? NameLabel::none : recognised_[token];
  }
  /// The end of the name that the recognizer saw begin at a token; the token itself when it saw none.
  Index recognised_end(Index token) const;
  /// The lower-cased words of [first, last), joined by blanks; hyphens between words left out as in name
  /// keys.
  std::string phrase(Index first, Index last) const;
  std::string lower(Index token) const { return phrase(token, token + 1); }
  /// The token in [first, last) whose head lies outside; the best nominal when there are several.
  Index head_of(Index first, Index last) const;
  /// The preposition of a nominal ("from" of "from the United States"), lower case; empty when it has none.
  std::string preposition(Index token) const;
  /// The year of publication, or of the years the text names the one nearest to a token; 0 when there is
  /// none.
  int year_at(Index token) const;

 private:
  void find_children();
  void find_years();

  std::span<const NameLabel> recognised_;
  std::vector<Index> sentence_of_;
  std::vector<Shape> shapes_;
  std::vector<bool> headlines_;
  std::vector<Index> child_begin_;
  std::vector<Index> children_;
  struct Year {
    Index token;
    int year;
  };
  std::vector<Year> years_;
  int document_year_ = 0;
};

/// A mention on the way, with what is known of it but not yet in the document's list of entities.
struct Draft {
  Mention mention;
  EntityType type = EntityType::country;
  Index entry = kNone;            ///< in the gazetteer, when known there
  std::span<const Sense> senses;  ///< what the gazetteer has for the words; empty for names it does not know
  std::string name;               ///< canonical name of what the gazetteer does not know
  Index name_first = 0;           ///< the tokens of the name alone, without title and country
  Index name_last = 0;
  std::string office;   ///< of a person: "foreign minister"
  Index owner = kNone;  ///< entry that the name itself names as its owner: "Bank of China", "Russian Navy"
  bool place_only = false;  ///< a seat that is meant as the place: "in the Kremlin"
};

/// A stretch of tokens as a draft; head and span are filled in.
Draft make_draft(const Reading& reading, Index first, Index last);

std::string ascii_lower(std::string_view text);

}  // namespace entente

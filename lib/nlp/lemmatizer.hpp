// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// From a form and its tag to the lemma: exceptions by form, rules by suffix.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "nlp/binary.hpp"
#include "nlp/tags.hpp"

namespace entente::nlp {

/// How a lemma is made of a form: set the case, take bytes off the end, put others there.
struct LemmaRule {
  bool lower = false;
  std::uint8_t strip = 0;
  std::string append;
  friend auto operator<=>(const LemmaRule&, const LemmaRule&) = default;
};

class Lemmatizer {
 public:
  /// Appends the lemma of `form` to `out`. `scratch` is only there to be reused.
  void append_lemma(std::string_view form, TagPair tag, std::string& scratch, std::string& out) const;

  void write(BinaryWriter& out) const;
  static Lemmatizer read(BinaryReader& in);

 private:
  friend class LemmaTrainer;
  std::vector<LemmaRule> rules_;
  std::unordered_map<std::uint64_t, std::uint16_t> by_key_;  ///< form_key() or suffix_key() -> rule
};

/// Counts (form, tag, lemma) and makes the smallest lemmatizer that repeats the most frequent answers.
class LemmaTrainer {
 public:
  void add(std::string_view form, TagPair tag, std::string_view lemma);
  Lemmatizer finish() const;

 private:
  struct Seen {
    std::string form;
    TagPair tag;
    std::string lemma;
    std::uint32_t count = 0;
  };
  std::unordered_map<std::string, std::size_t> index_;
  std::vector<Seen> seen_;
};

}  // namespace entente::nlp

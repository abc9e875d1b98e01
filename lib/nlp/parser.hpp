// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Greedy transition parser over arc-hybrid configurations.
#pragma once

#include <cstdint>
#include <vector>

#include "nlp/tagger.hpp"
#include "nlp/transitions.hpp"
#include "nlp/weights.hpp"

namespace entente::nlp {

/// One sentence as the parser sees it: numbers for each token and one more for the root.
struct ParserInput {
  std::vector<std::uint32_t> words;
  std::vector<std::uint32_t> suffixes;
  std::vector<std::uint32_t> shapes;
  std::vector<std::uint32_t> tags;
  std::vector<std::uint32_t> coarse;  ///< UPOS + 1
  /// How many verbs, commas, conjunctions and other punctuation marks come before each token.
  struct Before {
    std::uint32_t verbs = 0, commas = 0, conjunctions = 0, marks = 0;
  };
  std::vector<Before> before;
};

/// From the tagger's output (words and tags) to the parser's input.
void prepare(const TaggerState& tagged, const TagSet& set, ParserInput& out);

/// The features of a configuration, at most WeightTable::kMaxFeatures of them.
void parser_features(const Configuration& configuration, const ParserInput& input,
                     std::vector<std::uint32_t>& out);

/// The best scored permitted action among `known` ones.
Action best_action(const Configuration& configuration, const std::vector<std::uint8_t>& known,
                   const std::vector<std::int32_t>& scores);

struct Parser {
  WeightTable weights;
  std::vector<std::uint8_t>
      known;  ///< indices of the actions seen in training, ascending; shift is the first

  /// Parses into `configuration`. Linear in the number of tokens.
  void parse(const ParserInput& input, Configuration& configuration, std::vector<std::uint32_t>& features,
             std::vector<std::int32_t>& scores) const;

  void write(BinaryWriter& out) const;
  /// Fails the reader when the parser is malformed or was trained for other features.
  static Parser read(BinaryReader& in);
};

}  // namespace entente::nlp

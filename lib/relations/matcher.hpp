// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Matches frames in a sentence: triggers first, then paths to the arguments.
#pragma once

#include <vector>

#include "relations/arguments.hpp"
#include "relations/frames.hpp"
#include "relations/roles.hpp"

namespace entente::relations {

/// A frame whose arguments were found.
struct Match {
  const Frame* frame = nullptr;  ///< never nullptr in a finished match
  RelationType type = RelationType::agrees_with;
  Index trigger = 0;
  Index particle = kNone;
  Argument subject;
  Argument object;
  Index object_token = kNone;
  bool guessed = false;  ///< one argument was told by word order, not by the parse
  bool wedged = false;   ///< the trigger is a noun to the parse, which says little then
  bool scored = false;  ///< both arguments were told by the scorer; the frame only has a word in the sentence
  float probability = 0;  ///< by the scorer, 0 when it was not asked
  Index detail = kNone;   ///< head of the phrase that says what, or kNone
};

/// Appends the matches of all frames at the sentence's tokens, in the order of tokens, then of frames.
void find_matches(SentenceView& view, std::vector<Match>& matches);

}  // namespace entente::relations

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "entente/ids.hpp"
#include "text/chunk.hpp"

namespace entente {

enum class PieceKind : std::uint8_t {
  word,
  number,
  abbreviation,  ///< its last byte is a full stop that may also end the sentence
  terminal,      ///< . ! ? and runs of them
  ellipsis,      ///< ... and the character of that name
  open,          ///< brackets and quotes
  close,
  quote,  ///< a straight quote of which side is not known
  dash,
  bullet,
  rule,  ///< a line of four or more equal marks
  face,  ///< :-)
  other
};

/// What stands before a token.
enum class Gap : std::uint8_t { none, space, line, paragraph };

/// A token that still waits for its sentence.
struct Piece {
  Span span;
  PieceKind kind = PieceKind::word;
  Gap before = Gap::none;
};

/// Appends the tokens of a chunk. The first one gets `before`. Linear.
void tokenize(std::string_view text, Chunk chunk, Gap before, std::vector<Piece>& out);

}  // namespace entente

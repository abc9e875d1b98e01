// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

enum class BlockKind : unsigned char { paragraph, heading, item, row };

/// A piece of text of a page that stands by itself.
struct Block {
  std::string text;
  BlockKind kind = BlockKind::paragraph;
  std::size_t article = 0;  ///< number of the outermost <article> it stands in, from 1; 0: none
  bool main = false;        ///< inside <main>
  bool furniture = false;   ///< inside navigation, a form or the like
  bool named = false;       ///< inside an element that its class or id calls furniture
  std::size_t linked = 0;   ///< bytes of `text` that are links
};

/// Whether the class, id or role of an element says that it is not part of the article.
bool names_furniture(std::string_view attribute);

/// Joins the blocks of the main text. Falls back to all blocks when nothing else is left.
std::string main_text(const std::vector<Block>& blocks);

}  // namespace entente

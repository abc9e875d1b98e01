// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace entente::nlp {

/// The highest scored tree over `size` words with one child of the root. `scores[word * (size + 1) + head]`
/// scores an arc, head 0 being the root and head i the word i - 1; arcs of a word to itself do not count.
/// Writes the head of each word in the same numbering. Costs O(size^2) for almost every sentence, O(size^3)
/// at worst.
void best_tree(std::span<const float> scores, std::size_t size, std::vector<std::size_t>& heads);

}  // namespace entente::nlp

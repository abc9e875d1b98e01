// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A sweep with a stack of open mentions cuts what would cross them.
#include "entities/assemble.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace entente {
namespace {

bool before(const Mention& a, const Mention& b) {
  if (a.first != b.first) return a.first < b.first;
  return a.last > b.last;  // the outer first
}

/// Shrinks mentions that would cross an earlier, outer one so that they nest or stand apart.
void uncross(const Reading& reading, std::vector<Mention>& mentions) {
  std::vector<Index> open;  // ends of the mentions that are open, outermost first
  for (Mention& mention : mentions) {
    while (!open.empty() && open.back() <= mention.first) open.pop_back();
    if (!open.empty() && mention.last > open.back()) {
      mention.last = open.back();
      mention.span.end = reading.tokens.spans[mention.last - 1].end;
      if (mention.head >= mention.last) mention.head = reading.head_of(mention.first, mention.last);
    }
    open.push_back(mention.last);
  }
}

/// Keeps one mention a head: the first in `mentions`, except that demonyms yield to others.
void keep_one_a_head(const Reading& reading, std::vector<Mention>& mentions) {
  std::vector<Index> owner(reading.size(), kNone);
  std::vector<bool> dropped(mentions.size(), false);
  for (Index i = 0; i < mentions.size(); ++i) {
    Index& held = owner[mentions[i].head];
    if (held == kNone) {
      held = i;
    } else if (mentions[held].kind == MentionKind::demonym && mentions[i].kind != MentionKind::demonym) {
      dropped[held] = true;
      held = i;
    } else {
      dropped[i] = true;
    }
  }
  Index kept = 0;
  for (Index i = 0; i < mentions.size(); ++i) {
    if (dropped[i]) continue;
    if (kept != i) mentions[kept] = std::move(mentions[i]);
    ++kept;
  }
  mentions.resize(kept);
}

}  // namespace

Mentions assemble(const Reading& reading, std::vector<std::vector<Draft>> lists, EntityTable& entities) {
  Mentions result;
  for (auto& list : lists)
    for (Draft& draft : list) result.mentions.push_back(std::move(draft.mention));
  keep_one_a_head(reading, result.mentions);
  std::stable_sort(result.mentions.begin(), result.mentions.end(), before);
  uncross(reading, result.mentions);
  keep_one_a_head(reading, result.mentions);
  std::stable_sort(result.mentions.begin(), result.mentions.end(), before);
  result.entities = entities.take();
  return result;
}

}  // namespace entente

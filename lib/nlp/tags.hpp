// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Parts of speech as the tagger's classes: UPOS and XPOS are one class, the pair of them, so that they never
// contradict each other.
#pragma once

#include <vector>

#include "entente/document.hpp"
#include "nlp/binary.hpp"

namespace entente::nlp {

struct TagPair {
  Upos upos = Upos::X;
  Xpos xpos = Xpos::other;
  friend bool operator==(const TagPair&, const TagPair&) = default;
};

inline void write_tags(const std::vector<TagPair>& tags, BinaryWriter& out) {
  out.number(static_cast<std::uint32_t>(tags.size()));
  for (const TagPair tag : tags) {
    out.number(static_cast<std::uint8_t>(tag.upos));
    out.number(static_cast<std::uint8_t>(tag.xpos));
  }
}

/// Fails the reader for tags that do not exist.
inline std::vector<TagPair> read_tags(BinaryReader& in) {
  std::vector<TagPair> result;
  const auto count = in.number<std::uint32_t>();
  for (std::uint32_t i = 0; i < count && !in.failed(); ++i) {
    const auto upos = in.number<std::uint8_t>();
    const auto xpos = in.number<std::uint8_t>();
    if (upos >= kUposNames.size() || xpos >= kXposNames.size()) in.fail();
    result.push_back({static_cast<Upos>(upos), static_cast<Xpos>(xpos)});
  }
  return result;
}

}  // namespace entente::nlp

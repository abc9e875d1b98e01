// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What the parser looks at: the atoms of a configuration, and the templates that join up to four of them. S0
// to S3 are the stack's items from the top, B0 to B3 the buffer's from its front.
#pragma once

#include <array>
#include <cstdint>

#include "nlp/hash.hpp"

namespace entente::nlp {

// clang-format off
enum Atom : std::uint8_t {
  kEmpty,
  // w: lemma, f: suffix, x: shape
  kS0w, kS1w, kS2w, kB0w, kB1w, kB2w, kS0f, kS1f, kB0f, kS0x, kS1x, kB0x,
  // t: tag (UPOS and XPOS), c: UPOS
  kS0t, kS1t, kS2t, kS3t, kB0t, kB1t, kB2t, kB3t, kS0c, kS1c, kB0c, kB1c,
  // lemma and tag joined
  kS0wt, kS1wt, kB0wt, kB1wt,
  // the tags beside them in the text
  kS0after, kS0before, kS1after, kB0before,
  // outermost dependents to the left (l) and right (r), and the next inner ones (l2, r2): t: tag, w: lemma, d: label
  kS0lt, kS0l2t, kS0rt, kS0r2t, kS1lt, kS1rt, kS1r2t, kB0lt, kB0l2t,
  kS0lw, kS0rw, kS1lw, kS1rw, kB0lw,
  kS0ld, kS0l2d, kS0rd, kS0r2d, kS1ld, kS1rd, kS1r2d, kB0ld, kB0l2d,
  // v: number of dependents, s: set of their labels
  kS0lv, kS0rv, kS1lv, kS1rv, kB0lv, kS0ls, kS0rs, kS1ls, kS1rs, kB0ls,
  // distances, what lies between, the size of the stack
  kS0B0, kS1S0, kS0B0between, kS1S0between, kDepth,
  kAtomCount
};

using Template = std::array<Atom, 4>;  // unused places are kEmpty

inline constexpr Template kParserTemplates[] = {
  // single items
  {kS0w}, {kS0t}, {kS0wt}, {kS1w}, {kS1t}, {kS1wt}, {kS2t}, {kS2w, kS2t}, {kB0w}, {kB0t}, {kB0wt}, {kB1w}, {kB1t},
  {kB1wt}, {kB2t}, {kB2w, kB2t}, {kS0f, kS0t}, {kS1f, kS1t}, {kB0f, kB0t}, {kDepth, kS0t, kB0t},
  // top and front
  {kS0wt, kB0wt}, {kS0wt, kB0t}, {kS0t, kB0wt}, {kS0w, kB0w}, {kS0t, kB0t},
  {kS0c, kB0w}, {kS0w, kB0c}, {kS0f, kB0f}, {kS0f, kB0t}, {kS0t, kB0f},
  // second and top
  {kS1wt, kS0wt}, {kS1wt, kS0t}, {kS1t, kS0wt}, {kS1w, kS0w}, {kS1t, kS0t},
  {kS1c, kS0w}, {kS1w, kS0c}, {kS1f, kS0f}, {kS1f, kS0t}, {kS1t, kS0f},
  // second and front, buffer
  {kS1w, kB0w}, {kS1t, kB0t}, {kS1wt, kB0t}, {kS1t, kB0wt}, {kB0t, kB1t}, {kB0wt, kB1t}, {kB0t, kB1wt}, {kB0w, kB1w},
  // three and four items
  {kS1t, kS0t, kB0t}, {kS2t, kS1t, kS0t}, {kS0t, kB0t, kB1t}, {kB0t, kB1t, kB2t}, {kS0wt, kB0t, kB1t},
  {kS0t, kB0wt, kB1t}, {kS1wt, kS0t, kB0t}, {kS1t, kS0wt, kB0t}, {kS1t, kS0t, kB0wt}, 
  {kS1t, kS0t, kB0t, kB1t},
  {kS2t, kS1t, kS0t, kB0t}, {kS3t, kS2t, kS1t, kS0t}, {kS0t, kB0t, kB1t, kB2t}, {kB1t, kB2t, kB3t},
  
  // prepositions and conjunctions at the front, and what they bring
  {kS0t, kB0w, kB1w}, {kS1w, kS0t, kB0w, kB1t},
  {kS1t, kS0t, kB0w, kB1t}, {kS1t, kS0t, kB0w, kB2t}, {kS0t, kB0w, kB1t, kB2t}, {kS0t, kB0t, kB2t, kB3t},
  // dependents
  {kS0t, kS0lt, kB0t}, {kS0t, kS0rt, kB0t}, {kS0t, kB0t, kB0lt}, {kS1t, kS0t, kS0lt}, {kS1t, kS0t, kS0rt},
  {kS1t, kS1lt, kS0t}, {kS1t, kS1rt, kS0t}, 
  {kS0wt, kS0ld}, {kS0wt, kS0rd}, {kS1wt, kS1ld}, {kS1wt, kS1rd}, {kB0wt, kB0ld}, {kS0t, kS0lt, kS0l2t},
  {kS0t, kS0rt, kS0r2t}, {kS1t, kS1rt, kS1r2t}, {kB0t, kB0lt, kB0l2t}, {kS0t, kS0ld, kS0l2d}, {kS0t, kS0rd, kS0r2d},
  {kS1t, kS1rd, kS1r2d}, {kB0t, kB0ld, kB0l2d}, {kS0t, kS0ld, kB0t, kB0ld}, {kS0t, kS0rd, kB0t, kB0ld},
  {kS1t, kS1rd, kS0t, kS0ld}, {kS1t, kS1ld, kS0t, kS0rd}, {kS1t, kS1rd, kS0t, kB0t}, {kS0t, kS0lw, kB0t},
  {kS1t, kS0t, kS0lw}, {kS1w, kS0t, kS0lw}, {kS0t, kS0rw, kB0t}, {kB0lw, kB0t, kS0t}, {kS1t, kS1rw, kS0t},
  
  // numbers of dependents and sets of labels
  {kS0wt, kS0lv}, {kS0wt, kS0rv}, {kS1wt, kS1lv}, {kS1wt, kS1rv}, {kB0wt, kB0lv}, {kS0t, kS0rv, kB0t},
  {kS0wt, kS0ls}, {kS0wt, kS0rs}, {kS1wt, kS1rs}, {kB0wt, kB0ls}, {kS0t, kS0ls, kB0t}, {kS0t, kS0rs, kB0t},
  {kS1t, kS1rs, kS0t}, {kS1t, kS1ls, kS0t}, {kS0t, kB0t, kB0ls}, {kS1t, kS0t, kS0ls}, {kS1t, kS0t, kS0rs},
  // distance and the words between
  {kS0wt, kS0B0}, {kB0wt, kS0B0}, {kS0t, kB0t, kS0B0}, {kS1wt, kS1S0}, {kS0wt, kS1S0}, {kS1t, kS0t, kS1S0},
  {kS0t, kB0t, kS0B0between}, {kS1t, kS0t, kS1S0between}, {kS0w, kB0t, kS0B0between}, {kS1t, kS0t, kB0t, kS1S0between},
  // neighbours in the text, shapes
  {kS0t, kS0after, kB0t}, {kS0before, kS0t, kB0t}, {kS1t, kS1after, kS0t}, {kS1t, kS0before, kS0t},
  {kS0t, kB0before, kB0t}, {kS1t, kS1after, kS0before, kS0t}, {kS0x, kB0x, kS0t, kB0t}, {kS1x, kS0x, kS1t, kS0t},
};
// clang-format on

/// Changes with any template and any renumbering of atoms; a model only fits the templates it was trained
/// with.
constexpr std::uint32_t template_fingerprint() {
  std::uint64_t hash = kAtomCount;
  for (const Template& t : kParserTemplates) {
    for (const Atom atom : t) hash = chain(hash, atom);
  }
  return fold(hash);
}

}  // namespace entente::nlp

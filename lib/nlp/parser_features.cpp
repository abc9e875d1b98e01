// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Feature templates after Zhang and Nivre (2011), adapted to arc-hybrid: words, tags, dependents, their
// labels, valency and distance of the stack's top three and the buffer's front. Each configuration gives one
// number per atom; a template is up to four atoms, its feature the hash of their values.
#include <algorithm>
#include <array>

#include "nlp/hash.hpp"
#include "nlp/parser.hpp"

namespace entente::nlp {
namespace {

enum Atom : std::uint8_t {
  kEmpty,
  // words, suffixes, shapes
  kS0w,
  kS1w,
  kS2w,
  kB0w,
  kB1w,
  kB2w,
  kS0f,
  kS1f,
  kB0f,
  kS0x,
  kS1x,
  kB0x,
  // tags and coarse tags
  kS0t,
  kS1t,
  kS2t,
  kS3t,
  kB0t,
  kB1t,
  kB2t,
  kB3t,
  kS0c,
  kS1c,
  kB0c,
  kB1c,
  // words and tags joined
  kS0wt,
  kS1wt,
  kB0wt,
  kB1wt,
  // tags beside them in the text
  kS0after,
  kS0before,
  kS1after,
  kB0before,
  // dependents: tags, words, labels
  kS0lt,
  kS0l2t,
  kS0rt,
  kS0r2t,
  kS1lt,
  kS1rt,
  kS1r2t,
  kB0lt,
  kB0l2t,
  kS0lw,
  kS0rw,
  kS1lw,
  kS1rw,
  kB0lw,
  kS0ld,
  kS0l2d,
  kS0rd,
  kS0r2d,
  kS1ld,
  kS1rd,
  kS1r2d,
  kB0ld,
  kB0l2d,
  // valencies, label sets
  kS0lv,
  kS0rv,
  kS1lv,
  kS1rv,
  kB0lv,
  kS0ls,
  kS0rs,
  kS1ls,
  kS1rs,
  kB0ls,
  // distances, what lies between, the size of the stack
  kS0B0,
  kS1S0,
  kS0B0between,
  kS1S0between,
  kDepth,
  kAtomCount
};
using Template = std::array<Atom, 4>;

constexpr Template kTemplates[] = {
    // single items
    {kS0w},
    {kS0t},
    {kS0wt},
    {kS1w},
    {kS1t},
    {kS1wt},
    {kS2t},
    {kS2w, kS2t},
    {kB0w},
    {kB0t},
    {kB0wt},
    {kB1w},
    {kB1t},
    {kB1wt},
    {kB2t},
    {kB2w, kB2t},
    {kS0f, kS0t},
    {kS1f, kS1t},
    {kB0f, kB0t},
    {kDepth, kS0t, kB0t},
    // top and front
    {kS0wt, kB0wt},
    {kS0wt, kB0w},
    {kS0w, kB0wt},
    {kS0wt, kB0t},
    {kS0t, kB0wt},
    {kS0w, kB0w},
    {kS0t, kB0t},
    {kS0c, kB0w},
    {kS0w, kB0c},
    {kS0f, kB0f},
    {kS0f, kB0t},
    {kS0t, kB0f},
    // second and top
    {kS1wt, kS0wt},
    {kS1wt, kS0w},
    {kS1w, kS0wt},
    {kS1wt, kS0t},
    {kS1t, kS0wt},
    {kS1w, kS0w},
    {kS1t, kS0t},
    {kS1c, kS0w},
    {kS1w, kS0c},
    {kS1f, kS0f},
    {kS1f, kS0t},
    {kS1t, kS0f},
    // second and front, buffer
    {kS1w, kB0w},
    {kS1t, kB0t},
    {kS1wt, kB0t},
    {kS1t, kB0wt},
    {kB0t, kB1t},
    {kB0wt, kB1t},
    {kB0t, kB1wt},
    {kB0w, kB1w},
    // three items
    {kS1t, kS0t, kB0t},
    {kS2t, kS1t, kS0t},
    {kS0t, kB0t, kB1t},
    {kB0t, kB1t, kB2t},
    {kS0wt, kB0t, kB1t},
    {kS0t, kB0wt, kB1t},
    {kS1wt, kS0t, kB0t},
    {kS1t, kS0wt, kB0t},
    {kS1t, kS0t, kB0wt},
    {kS1w, kS0t, kB0w},
    {kS1w, kS0w, kB0t},
    {kS1w, kS0w, kB0w},
    {kS1t, kS0w, kB0w},
    {kS1c, kS0w, kB0c},
    {kS1t, kS0t, kB0t, kB1t},
    {kS2t, kS1t, kS0t, kB0t},
    {kS3t, kS2t, kS1t, kS0t},
    {kS0t, kB0t, kB1t, kB2t},
    {kB1t, kB2t, kB3t},
    {kS1c, kS0c, kB0c, kB1w},
    {kS1w, kS0c, kB0c},
    {kS1c, kS0c, kB0w},
    // dependents
    {kS0t, kS0lt, kB0t},
    {kS0t, kS0rt, kB0t},
    {kS0t, kB0t, kB0lt},
    {kS1t, kS0t, kS0lt},
    {kS1t, kS0t, kS0rt},
    {kS1t, kS1lt, kS0t},
    {kS1t, kS1rt, kS0t},
    {kS0wt, kS0lw},
    {kS0wt, kS0rw},
    {kS1wt, kS1lw},
    {kS1wt, kS1rw},
    {kB0wt, kB0lw},
    {kS0wt, kS0ld},
    {kS0wt, kS0rd},
    {kS1wt, kS1ld},
    {kS1wt, kS1rd},
    {kB0wt, kB0ld},
    {kS0t, kS0lt, kS0l2t},
    {kS0t, kS0rt, kS0r2t},
    {kS1t, kS1rt, kS1r2t},
    {kB0t, kB0lt, kB0l2t},
    {kS0t, kS0ld, kS0l2d},
    {kS0t, kS0rd, kS0r2d},
    {kS1t, kS1rd, kS1r2d},
    {kB0t, kB0ld, kB0l2d},
    {kS0t, kS0ld, kB0t, kB0ld},
    {kS0t, kS0rd, kB0t, kB0ld},
    {kS1t, kS1rd, kS0t, kS0ld},
    {kS1t, kS1ld, kS0t, kS0rd},
    {kS1t, kS1rd, kS0t, kB0t},
    {kS0t, kS0lw, kB0t},
    {kS1t, kS0t, kS0lw},
    {kS1w, kS0t, kS0lw},
    {kS0t, kS0rw, kB0t},
    {kB0lw, kB0t, kS0t},
    {kS1t, kS1rw, kS0t},
    {kS0w, kS0rw, kB0w},
    {kS1w, kS0lw, kS0w},
    // valencies and label sets
    {kS0wt, kS0lv},
    {kS0wt, kS0rv},
    {kS1wt, kS1lv},
    {kS1wt, kS1rv},
    {kB0wt, kB0lv},
    {kS0t, kS0rv, kB0t},
    {kS0wt, kS0ls},
    {kS0wt, kS0rs},
    {kS1wt, kS1rs},
    {kB0wt, kB0ls},
    {kS0t, kS0ls, kB0t},
    {kS0t, kS0rs, kB0t},
    {kS1t, kS1rs, kS0t},
    {kS1t, kS1ls, kS0t},
    {kS0t, kB0t, kB0ls},
    {kS1t, kS0t, kS0ls},
    {kS1t, kS0t, kS0rs},
    // distance and the words between
    {kS0wt, kS0B0},
    {kB0wt, kS0B0},
    {kS0t, kB0t, kS0B0},
    {kS1wt, kS1S0},
    {kS0wt, kS1S0},
    {kS1t, kS0t, kS1S0},
    {kS0t, kB0t, kS0B0between},
    {kS1t, kS0t, kS1S0between},
    {kS0w, kB0t, kS0B0between},
    {kS1t, kS0t, kB0t, kS1S0between},
    // neighbours in the text, shapes
    {kS0t, kS0after, kB0t},
    {kS0before, kS0t, kB0t},
    {kS1t, kS1after, kS0t},
    {kS1t, kS0before, kS0t},
    {kS0t, kB0before, kB0t},
    {kS1t, kS1after, kS0before, kS0t},
    {kS0x, kB0x, kS0t, kB0t},
    {kS1x, kS0x, kS1t, kS0t},
};
static_assert(std::size(kTemplates) <= WeightTable::kMaxFeatures);

using Atoms = std::array<std::uint32_t, kAtomCount>;

std::uint32_t at(const std::vector<std::uint32_t>& values, Index token) {
  return token == kNone ? 0 : values[token];
}

std::uint32_t distance_class(Index from, Index to) {
  if (from == kNone || to == kNone) return 0;
  const Index distance = to - from;
  return distance < 6 ? distance : distance < 11 ? 6 : distance < 21 ? 7 : 8;
}

std::uint32_t between_class(const ParserInput& input, Index from, Index to) {
  if (from == kNone || to == kNone) return 0;
  const auto& first = input.before[from + 1];
  const auto& last = input.before[to];
  return 1 + std::min(2U, last.verbs - first.verbs) + 3 * std::min(2U, last.commas - first.commas) +
         9 * std::min(1U, last.conjunctions - first.conjunctions) +
         18 * std::min(1U, last.marks - first.marks);
}

struct SideAtoms {
  Atom tag, tag2, word, label, label2, count, set;
};

void fill_side(const Configuration& configuration, const ParserInput& input, const Configuration::Side& side,
               const SideAtoms& to, Atoms& atoms) {
  const auto label = [&](Index token) {
    return token == kNone ? 0U : static_cast<std::uint32_t>(configuration.label(token)) + 1;
  };
  atoms[to.tag] = at(input.tags, side.outer);
  atoms[to.tag2] = at(input.tags, side.inner);
  atoms[to.word] = at(input.words, side.outer);
  atoms[to.label] = label(side.outer);
  atoms[to.label2] = label(side.inner);
  atoms[to.count] = std::min(side.count, 5U) + 1;
  atoms[to.set] = fold(side.labels);
}

void fill_items(const Configuration& c, const ParserInput& input, Atoms& atoms) {
  const Index s0 = c.stacked(0), s1 = c.stacked(1), s2 = c.stacked(2);
  const Index b0 = c.buffered(0), b1 = c.buffered(1), b2 = c.buffered(2);
  const auto fill = [&](const std::vector<std::uint32_t>& values,
                        std::initializer_list<std::pair<Atom, Index>> pairs) {
    for (const auto& [atom, token] : pairs) atoms[atom] = at(values, token);
  };
  fill(input.words, {{kS0w, s0}, {kS1w, s1}, {kS2w, s2}, {kB0w, b0}, {kB1w, b1}, {kB2w, b2}});
  fill(input.suffixes, {{kS0f, s0}, {kS1f, s1}, {kB0f, b0}});
  fill(input.shapes, {{kS0x, s0}, {kS1x, s1}, {kB0x, b0}});
  fill(input.tags, {{kS0t, s0},
                    {kS1t, s1},
                    {kS2t, s2},
                    {kS3t, c.stacked(3)},
                    {kB0t, b0},
                    {kB1t, b1},
                    {kB2t, b2},
                    {kB3t, c.buffered(3)}});
  fill(input.coarse, {{kS0c, s0}, {kS1c, s1}, {kB0c, b0}, {kB1c, b1}});
  const auto before = [](Index token) { return token == kNone || token == 0 ? kNone : token - 1; };
  const auto after = [](Index token) { return token == kNone ? kNone : token + 1; };
  fill(input.tags,
       {{kS0after, after(s0)}, {kS0before, before(s0)}, {kS1after, after(s1)}, {kB0before, before(b0)}});
  for (const auto& [joined, word, tag] : {std::array{kS0wt, kS0w, kS0t}, std::array{kS1wt, kS1w, kS1t},
                                          std::array{kB0wt, kB0w, kB0t}, std::array{kB1wt, kB1w, kB1t}}) {
    atoms[joined] = atoms[word] + atoms[tag] * 0x9E3779B1U;
  }
  atoms[kS0B0] = distance_class(s0, b0);
  atoms[kS1S0] = distance_class(s1, s0);
  atoms[kS0B0between] = between_class(input, s0, b0);
  atoms[kS1S0between] = between_class(input, s1, s0);
  atoms[kDepth] = static_cast<std::uint32_t>(std::min<std::size_t>(c.stack().size(), 4));
}

}  // namespace

void parser_features(const Configuration& c, const ParserInput& input, std::vector<std::uint32_t>& out) {
  Atoms atoms{};
  fill_items(c, input, atoms);
  if (const Index s0 = c.stacked(0); s0 != kNone) {
    fill_side(c, input, c.left(s0), {kS0lt, kS0l2t, kS0lw, kS0ld, kS0l2d, kS0lv, kS0ls}, atoms);
    fill_side(c, input, c.right(s0), {kS0rt, kS0r2t, kS0rw, kS0rd, kS0r2d, kS0rv, kS0rs}, atoms);
  }
  if (const Index s1 = c.stacked(1); s1 != kNone) {
    fill_side(c, input, c.left(s1), {kS1lt, kEmpty, kS1lw, kS1ld, kEmpty, kS1lv, kS1ls}, atoms);
    fill_side(c, input, c.right(s1), {kS1rt, kS1r2t, kS1rw, kS1rd, kS1r2d, kS1rv, kS1rs}, atoms);
  }
  fill_side(c, input, c.left(c.front()), {kB0lt, kB0l2t, kB0lw, kB0ld, kB0l2d, kB0lv, kB0ls}, atoms);
  atoms[kEmpty] = 0;
  out.resize(std::size(kTemplates));
  for (std::size_t i = 0; i < std::size(kTemplates); ++i) {
    const Template& t = kTemplates[i];
    out[i] = fold(chain(chain(chain(chain(i + 1, atoms[t[0]]), atoms[t[1]]), atoms[t[2]]), atoms[t[3]]));
  }
}

void prepare(const TaggerState& tagged, const TagSet& set, ParserInput& out) {
  const std::size_t size = tagged.words.size();
  out.words.assign(size + 1, 1);
  out.suffixes.assign(size + 1, 1);
  out.shapes.assign(size + 1, 1);
  out.tags.assign(size + 1, 1);
  out.coarse.assign(size + 1, 1);
  out.before.assign(size + 1, {});
  for (std::size_t i = 0; i < size; ++i) {
    const TagPair pair = set.pairs[tagged.tags[i]];
    out.words[i] = tagged.words[i].lower;
    out.suffixes[i] = tagged.words[i].suffixes[1];
    out.shapes[i] = tagged.words[i].shape;
    out.tags[i] = static_cast<std::uint32_t>(pair.upos) * 64 + static_cast<std::uint32_t>(pair.xpos) + 2;
    out.coarse[i] = static_cast<std::uint32_t>(pair.upos) + 2;
    ParserInput::Before& next = out.before[i + 1];
    next = out.before[i];
    next.verbs += pair.upos == Upos::VERB ? 1 : 0;
    next.commas += pair.xpos == Xpos::comma ? 1 : 0;
    next.conjunctions += pair.upos == Upos::CCONJ ? 1 : 0;
    next.marks += pair.upos == Upos::PUNCT && pair.xpos != Xpos::comma ? 1 : 0;
  }
}

}  // namespace entente::nlp

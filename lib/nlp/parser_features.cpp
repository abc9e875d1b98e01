// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Feature templates after Zhang and Nivre (2011), adapted to arc-hybrid: words, tags, dependents, their
// labels, valency and distance of the stack's top items and the buffer's front. Each configuration gives one
// number per atom; the feature of a template is the hash of its atoms.
#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "nlp/hash.hpp"
#include "nlp/parser.hpp"
#include "nlp/parser_templates.hpp"

namespace entente::nlp {
namespace {

constexpr std::size_t kTemplateCount = std::size(kParserTemplates);
static_assert(kTemplateCount <= WeightTable::kMaxFeatures);

constexpr std::array<std::uint64_t, kTemplateCount> make_starts() {
  std::array<std::uint64_t, kTemplateCount> starts{};
  for (std::size_t i = 0; i < kTemplateCount; ++i) starts[i] = start(i);
  return starts;
}
constexpr auto kStarts = make_starts();

using Atoms = std::array<std::uint32_t, kAtomCount>;
using Values = std::vector<std::uint32_t>;

std::uint32_t at(const Values& values, Index token) {
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

void fill_items(const Configuration& c, const ParserInput& input, Atoms& atoms) {
  const Index s0 = c.stacked(0), s1 = c.stacked(1), s2 = c.stacked(2), s3 = c.stacked(3);
  const Index b0 = c.buffered(0), b1 = c.buffered(1), b2 = c.buffered(2), b3 = c.buffered(3);
  const auto fill = [&](const Values& values, std::initializer_list<std::pair<Atom, Index>> pairs) {
    for (const auto& [atom, token] : pairs) atoms[atom] = at(values, token);
  };
  fill(input.words, {{kS0w, s0}, {kS1w, s1}, {kS2w, s2}, {kB0w, b0}, {kB1w, b1}, {kB2w, b2}});
  fill(input.suffixes, {{kS0f, s0}, {kS1f, s1}, {kB0f, b0}});
  fill(input.shapes, {{kS0x, s0}, {kS1x, s1}, {kB0x, b0}});
  fill(input.tags,
       {{kS0t, s0}, {kS1t, s1}, {kS2t, s2}, {kS3t, s3}, {kB0t, b0}, {kB1t, b1}, {kB2t, b2}, {kB3t, b3}});
  fill(input.coarse, {{kS0c, s0}, {kS1c, s1}, {kB0c, b0}, {kB1c, b1}});
}

void fill_surroundings(const Configuration& c, const ParserInput& input, Atoms& atoms) {
  const Index s0 = c.stacked(0), s1 = c.stacked(1), b0 = c.buffered(0);
  const auto before = [](Index token) { return token == kNone || token == 0 ? kNone : token - 1; };
  const auto after = [](Index token) { return token == kNone ? kNone : token + 1; };
  atoms[kS0after] = at(input.tags, after(s0));
  atoms[kS0before] = at(input.tags, before(s0));
  atoms[kS1after] = at(input.tags, after(s1));
  atoms[kB0before] = at(input.tags, before(b0));
  const auto join = [&](Atom word, Atom tag) { return atoms[word] + atoms[tag] * 0x9E3779B1U; };
  atoms[kS0wt] = join(kS0w, kS0t);
  atoms[kS1wt] = join(kS1w, kS1t);
  atoms[kB0wt] = join(kB0w, kB0t);
  atoms[kB1wt] = join(kB1w, kB1t);
  atoms[kS0B0] = distance_class(s0, b0);
  atoms[kS1S0] = distance_class(s1, s0);
  atoms[kS0B0between] = between_class(input, s0, b0);
  atoms[kS1S0between] = between_class(input, s1, s0);
  atoms[kDepth] = static_cast<std::uint32_t>(std::min<std::size_t>(c.stack().size(), 4));
}

/// Where the atoms of one side of an item go.
struct SideAtoms {
  Atom tag, tag2, word, label, label2, count, set;
};

void fill_side(const Configuration& c, const ParserInput& input, const Configuration::Side& side,
               const SideAtoms& to, Atoms& atoms) {
  const auto label = [&](Index token) {
    return token == kNone ? 0U : static_cast<std::uint32_t>(c.label(token)) + 1;
  };
  atoms[to.tag] = at(input.tags, side.outer);
  atoms[to.tag2] = at(input.tags, side.inner);
  atoms[to.word] = at(input.words, side.outer);
  atoms[to.label] = label(side.outer);
  atoms[to.label2] = label(side.inner);
  atoms[to.count] = std::min(side.count, 5U) + 1;
  atoms[to.set] = fold(side.labels);
}

void fill_dependents(const Configuration& c, const ParserInput& input, Atoms& atoms) {
  if (const Index s0 = c.stacked(0); s0 != kNone) {
    fill_side(c, input, c.left(s0), {kS0lt, kS0l2t, kS0lw, kS0ld, kS0l2d, kS0lv, kS0ls}, atoms);
    fill_side(c, input, c.right(s0), {kS0rt, kS0r2t, kS0rw, kS0rd, kS0r2d, kS0rv, kS0rs}, atoms);
  }
  if (const Index s1 = c.stacked(1); s1 != kNone) {
    fill_side(c, input, c.left(s1), {kS1lt, kEmpty, kS1lw, kS1ld, kEmpty, kS1lv, kS1ls}, atoms);
    fill_side(c, input, c.right(s1), {kS1rt, kS1r2t, kS1rw, kS1rd, kS1r2d, kS1rv, kS1rs}, atoms);
  }
  fill_side(c, input, c.left(c.front()), {kB0lt, kB0l2t, kB0lw, kB0ld, kB0l2d, kB0lv, kB0ls}, atoms);
}

}  // namespace

void parser_features(const Configuration& c, const ParserInput& input, std::vector<std::uint32_t>& out) {
  Atoms atoms{};
  fill_items(c, input, atoms);
  fill_surroundings(c, input, atoms);
  fill_dependents(c, input, atoms);
  atoms[kEmpty] = 0;
  out.resize(kTemplateCount);
  for (std::size_t i = 0; i < kTemplateCount; ++i) {
    const Template& t = kParserTemplates[i];
    out[i] = fold(chain(chain(chain(chain(kStarts[i], atoms[t[0]]), atoms[t[1]]), atoms[t[2]]), atoms[t[3]]));
  }
}

void prepare(const TaggerState& tagged, const TagSet& set, ParserInput& out) {
  const std::size_t size = tagged.words.size();
  for (auto values : {&out.suffixes, &out.shapes, &out.tags, &out.coarse}) values->assign(size + 1, 1);
  out.words = tagged.lemmas;
  out.words.push_back(1);
  out.before.assign(size + 1, {});
  for (std::size_t i = 0; i < size; ++i) {
    const TagPair pair = set.pairs[tagged.tags[i]];
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

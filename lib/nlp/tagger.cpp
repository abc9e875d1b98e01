// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Greedy left-to-right tagging by an averaged perceptron (Collins 2002) with the templates of Ratnaparkhi
// (1996) and the ambiguity classes of Gimenez and Marquez (2004): for each neighbour the set of tags it had
// in training.
#include "nlp/tagger.hpp"

#include <algorithm>
#include <array>

#include "nlp/hash.hpp"

namespace entente::nlp {
namespace {

constexpr Word kNoWord;

class FeatureSink {
 public:
  explicit FeatureSink(std::vector<std::uint32_t>& out) : out_(out) { out_.clear(); }
  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    out_.push_back(fold(chain(chain(chain(start(out_.size()), a), b), c)));
  }

 private:
  std::vector<std::uint32_t>& out_;
};

const Word& word_at(const TaggerState& state, std::size_t at) {
  return at < state.words.size() ? state.words[at] : kNoWord;  // before the first, at - 1 wraps around
}

std::uint64_t lexical_at(const TaggerState& state, std::size_t at) {
  return at < state.lexical.size() ? state.lexical[at] : 2;
}

}  // namespace

void prepare(const Lexicon& lexicon, TaggerState& state) {
  state.style = case_style(state.forms);
  state.words.clear();
  state.lexical.clear();
  state.tags.clear();
  for (const std::string_view form : state.forms) {
    state.words.push_back(make_word(form, state.style, state.scratch));
    auto known = lexicon.find(state.words.back().form);
    if (known == lexicon.end()) known = lexicon.find(state.words.back().lower);
    state.lexical.push_back(known == lexicon.end() ? 0 : known->second);
  }
}

void tagger_features(const TaggerState& state, std::size_t at, std::vector<std::uint32_t>& out) {
  const Word& word = state.words[at];
  const Word& left = word_at(state, at - 1);
  const Word& left2 = word_at(state, at - 2);
  const Word& right = word_at(state, at + 1);
  const Word& right2 = word_at(state, at + 2);
  const std::uint64_t tag1 = at > 0 ? state.tags[at - 1] + 1U : 0;
  const std::uint64_t tag2 = at > 1 ? state.tags[at - 2] + 1U : 0;
  const auto style = static_cast<std::uint64_t>(state.style);
  const std::uint64_t place = style * 2 + (at == 0 ? 1 : 0);
  FeatureSink sink(out);
  sink.add(0);
  sink.add(word.form);
  sink.add(word.lower);
  for (const std::uint32_t suffix : word.suffixes) sink.add(suffix);
  for (const std::uint32_t prefix : word.prefixes) sink.add(prefix);
  sink.add(word.shape, place);
  sink.add(word.shape, place, word.suffixes[1]);
  sink.add(word.shape, left.shape, right.shape);
  sink.add(lexical_at(state, at), word.shape, place);
  sink.add(lexical_at(state, at), tag1);
  sink.add(lexical_at(state, at), lexical_at(state, at + 1));
  sink.add(lexical_at(state, at), tag1, lexical_at(state, at + 1));
  sink.add(lexical_at(state, at), lexical_at(state, at + 1), lexical_at(state, at + 2));
  sink.add(lexical_at(state, at + 1), tag1);
  sink.add(lexical_at(state, at + 1), lexical_at(state, at + 2));
  sink.add(tag1);
  sink.add(tag1, tag2);
  sink.add(tag1, tag2, word.lower);
  sink.add(tag1, word.lower);
  sink.add(tag1, word.suffixes[1], word.shape);
  sink.add(left.lower);
  sink.add(left.lower, word.lower);
  sink.add(left.suffixes[1], tag2);
  sink.add(left2.lower);
  sink.add(left.lower, right.lower);
  sink.add(right.lower);
  sink.add(word.lower, right.lower);
  sink.add(right.suffixes[1]);
  sink.add(right.shape, word.suffixes[1]);
  sink.add(right2.lower);
  sink.add(right.lower, right2.lower);
  sink.add(tag1, right.lower);
}

std::size_t best_label(const std::vector<std::int32_t>& scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

void Tagger::tag(TaggerState& state, std::vector<std::uint32_t>& features,
                 std::vector<std::int32_t>& scores) const {
  prepare(set.lexicon, state);
  for (std::size_t i = 0; i < state.words.size(); ++i) {
    tagger_features(state, i, features);
    scores.assign(set.pairs.size(), 0);
    weights.add_scores(features, scores);
    state.tags.push_back(static_cast<Tag>(best_label(scores)));
  }
}

void TagSet::write(BinaryWriter& out) const {
  std::vector<std::uint16_t> packed;
  for (const TagPair pair : pairs) {
    packed.push_back(
        static_cast<std::uint16_t>(static_cast<unsigned>(pair.upos) << 8 | static_cast<unsigned>(pair.xpos)));
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sorted(lexicon.begin(), lexicon.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::uint32_t> keys;
  std::vector<std::uint32_t> values;
  for (const auto& [key, value] : sorted) {
    keys.push_back(key);
    values.push_back(value);
  }
  out.list(packed);
  out.list(keys);
  out.list(values);
}

TagSet TagSet::read(BinaryReader& in) {
  TagSet set;
  set.pairs.clear();
  for (const std::uint16_t packed : in.list<std::uint16_t>()) {
    if (packed >> 8 >= kUposNames.size() || (packed & 255) >= kXposNames.size()) in.fail();
    set.pairs.push_back({static_cast<Upos>(packed >> 8), static_cast<Xpos>(packed & 255)});
  }
  const auto keys = in.list<std::uint32_t>();
  const auto values = in.list<std::uint32_t>();
  if (set.pairs.empty() || set.pairs.size() > 255 || keys.size() != values.size()) in.fail();
  if (in.failed()) return {};
  set.lexicon.reserve(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) set.lexicon.emplace(keys[i], values[i]);
  return set;
}

}  // namespace entente::nlp

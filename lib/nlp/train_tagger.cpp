// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Training of the tagger: gold tags to the right answer, its own tags as context, so that it meets its
// errors.
#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "nlp/training.hpp"

namespace entente::nlp {
namespace {

constexpr std::int32_t kMinWeight = Perceptron::kScale / 4;
constexpr std::size_t kMaxPairs = 250;
constexpr std::uint32_t kKnownFrom =
    3;  ///< occurrences: rarer words must look in training as unknown ones do later

using PairKey = std::pair<Upos, Xpos>;

Tag tag_of(const TagSet& set, TagPair pair) {
  const auto found = std::find(set.pairs.begin(), set.pairs.end(), pair);
  if (found != set.pairs.end()) return static_cast<Tag>(found - set.pairs.begin());
  const auto same =
      std::find_if(set.pairs.begin(), set.pairs.end(), [&](TagPair p) { return p.upos == pair.upos; });
  return same == set.pairs.end() ? Tag{0} : static_cast<Tag>(same - set.pairs.begin());
}

void load_forms(const Example& example, TaggerState& state) {
  state.forms.assign(example.forms.begin(), example.forms.end());
}

// The most frequent pairs first: a rare pair that is left out becomes the most frequent one of its UPOS.
std::vector<TagPair> frequent_pairs(const ExampleRefs& examples) {
  std::map<PairKey, std::size_t> counts;
  for (const Example* example : examples) {
    for (const TagPair tag : example->tags) ++counts[{tag.upos, tag.xpos}];
  }
  std::vector<std::pair<std::size_t, PairKey>> sorted;
  for (const auto& [pair, count] : counts) sorted.emplace_back(count, pair);
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<TagPair> pairs;
  for (const auto& [count, pair] : sorted) {
    if (pairs.size() < kMaxPairs) pairs.push_back({pair.first, pair.second});
  }
  return pairs;
}

}  // namespace

TagSet make_tag_set(const ExampleRefs& examples) {
  TagSet set;
  set.pairs = frequent_pairs(examples);
  std::map<std::uint32_t, std::map<Tag, std::uint32_t>> seen;
  TaggerState state;
  for (const Example* example : examples) {
    load_forms(*example, state);
    prepare(set.lexicon, state);
    for (std::size_t i = 0; i < state.words.size(); ++i)
      ++seen[state.words[i].form][tag_of(set, example->tags[i])];
  }
  for (const auto& [form, tags] : seen) {
    std::uint32_t total = 0;
    for (const auto& [tag, count] : tags) total += count;
    if (total < kKnownFrom) continue;
    std::uint64_t hash = 1;
    for (const auto& [tag, count] : tags) {
      if (count * 20 >= total) hash = chain(hash, tag);  // rarer ones are mostly errors
    }
    set.lexicon.emplace(form, fold(hash) | 4);
  }
  return set;
}

Tagger train_tagger(const ExampleRefs& examples, const TagSet& set, std::size_t iterations,
                    std::uint32_t min_updates, Random random) {
  Perceptron perceptron;
  ExampleRefs order = examples;
  TaggerState state;
  std::vector<std::uint32_t> features;
  std::vector<std::int32_t> scores;
  for (std::size_t iteration = 0; iteration < iterations; ++iteration) {
    random.shuffle(order);
    for (const Example* example : order) {
      load_forms(*example, state);
      prepare(set.lexicon, state);
      for (std::size_t i = 0; i < state.words.size(); ++i) {
        tagger_features(state, i, features);
        scores.assign(set.pairs.size(), 0);
        perceptron.add_scores(features, scores);
        const std::size_t predicted = best_label(scores);
        const std::size_t gold = tag_of(set, example->tags[i]);
        if (predicted != gold) perceptron.update(features, gold, predicted);
        perceptron.tick();
        state.tags.push_back(static_cast<Tag>(predicted));
      }
    }
  }
  return {set, perceptron.freeze({min_updates, kMinWeight})};
}

}  // namespace entente::nlp

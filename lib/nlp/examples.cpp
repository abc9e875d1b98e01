// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Examples from treebanks, their variants in capitals, and what of them the network gets to see.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "nlp/training.hpp"

namespace entente::nlp {
namespace {

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

void lower_all(std::string& form) {
  std::transform(form.begin(), form.end(), form.begin(), lower);
}

void raise_all(std::string& form) {
  std::transform(form.begin(), form.end(), form.begin(), upper);
}

// Words that stay small in a headline. Not by tag: "is" is often small, "have" is not.
bool stays_small(std::string_view form) {
  return form.size() < 4;
}

void make_headline(Example& example) {
  for (std::size_t i = 0; i < example.forms.size(); ++i) {
    if (i == 0 || !stays_small(example.forms[i])) example.forms[i][0] = upper(example.forms[i][0]);
  }
}

void raise_family_names(Example& example) {
  for (std::size_t i = 0; i < example.forms.size(); ++i) {
    const bool last_of_name = i + 1 == example.forms.size() || example.tags[i + 1].upos != Upos::PROPN;
    if (example.labels[i] == Dep::flat && example.tags[i].upos == Upos::PROPN && last_of_name)
      raise_all(example.forms[i]);
  }
}

}  // namespace

void append_examples(const Treebank& treebank, std::vector<Example>& out) {
  const Parse& gold = treebank.gold;
  for (const Sentence& sentence : treebank.tokens.sentences) {
    Example& example = out.emplace_back();
    for (Index i = sentence.first; i < sentence.last; ++i) {
      example.forms.emplace_back(treebank.tokens.word(treebank.text, i));
      example.tags.push_back({gold.upos[i], gold.xpos[i]});
      example.lemmas.emplace_back(gold.lemma(i));
      example.heads.push_back(gold.heads[i] == kNone ? 0 : gold.heads[i] - sentence.first + 1);
      example.labels.push_back(gold.labels[i]);
    }
  }
}

std::vector<Example> case_variants(const std::vector<Example>& examples, std::size_t percent,
                                   Random& random) {
  std::vector<Example> result;
  for (const Example& example : examples) {
    if (random.below(100) >= percent) continue;
    Example varied = example;
    switch (random.below(4)) {
      case 0:
        std::for_each(varied.forms.begin(), varied.forms.end(), raise_all);
        break;
      case 1:
        std::for_each(varied.forms.begin(), varied.forms.end(), lower_all);
        break;
      case 2:
        make_headline(varied);
        break;
      default:
        raise_family_names(varied);
        break;
    }
    if (varied.forms != example.forms) result.push_back(std::move(varied));
  }
  return result;
}

std::size_t add_names(const std::vector<NamedSentence>& sentences, std::vector<Example>& examples) {
  const auto key_of = [](const auto& words, const auto& form_of) {
    std::string key;
    for (const auto& word : words) key.append(form_of(word)).push_back('\n');
    return key;
  };
  std::unordered_map<std::string, const NamedSentence*> by_words;
  for (const NamedSentence& sentence : sentences)
    by_words.emplace(key_of(sentence, [](const NamedWord& word) { return word.form; }), &sentence);
  std::size_t found = 0;
  for (Example& example : examples) {
    const auto same = by_words.find(key_of(example.forms, [](const std::string& form) { return form; }));
    if (same == by_words.end()) continue;
    for (const NamedWord& word : *same->second) example.names.push_back(word.label);
    ++found;
  }
  return found;
}

std::vector<TagPair> tag_classes(const std::vector<Example>& examples) {
  std::map<std::pair<Upos, Xpos>, std::size_t> counts;
  for (const Example& example : examples) {
    for (const TagPair tag : example.tags) ++counts[{tag.upos, tag.xpos}];
  }
  std::vector<std::pair<std::size_t, TagPair>> sorted;
  for (const auto& [tag, count] : counts) sorted.push_back({count, {tag.first, tag.second}});
  std::stable_sort(sorted.begin(), sorted.end(), [](auto& a, auto& b) { return a.first > b.first; });
  if (sorted.size() > 255) sorted.resize(255);
  std::vector<TagPair> result;
  for (const auto& [count, tag] : sorted) result.push_back(tag);
  return result;
}

FeatureTables make_feature_tables(const std::vector<Example>& examples, Lexicon lexicon) {
  constexpr std::array<std::size_t, kLearnedTables> kLeast = {2, 5, 5, 5, 5, 5};
  std::array<std::map<std::uint32_t, std::size_t>, kLearnedTables> counts;
  std::string scratch;
  for (const Example& example : examples) {
    const CaseStyle style = case_style({example.forms.begin(), example.forms.end()});
    for (std::size_t i = 0; i < example.forms.size(); ++i) {
      const auto hashes = learned_hashes(make_word(example.forms[i], style, i == 0, scratch));
      for (std::size_t table = 0; table < kLearnedTables; ++table) ++counts[table][hashes[table]];
    }
  }
  std::array<std::vector<std::uint32_t>, kLearnedTables> known;
  for (std::size_t table = 0; table < kLearnedTables; ++table) {
    for (const auto& [hash, count] : counts[table]) {
      if (count >= kLeast[table]) known[table].push_back(hash);
    }
  }
  return {std::move(known), std::move(lexicon)};
}

}  // namespace entente::nlp

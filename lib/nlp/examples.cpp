// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Examples from treebanks, and their variants in capitals.
#include <algorithm>

#include "nlp/training.hpp"

namespace entente::nlp {
namespace {

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
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
    if (example.tree.labels[i] == Dep::flat && example.tags[i].upos == Upos::PROPN && last_of_name)
      raise_all(example.forms[i]);
  }
}

}  // namespace

void append_examples(const Treebank& treebank, std::vector<Example>& out) {
  const Parse& gold = treebank.gold;
  for (const Sentence& sentence : treebank.tokens.sentences) {
    Example& example = out.emplace_back();
    const Index size = sentence.last - sentence.first;
    for (Index i = sentence.first; i < sentence.last; ++i) {
      example.forms.emplace_back(treebank.tokens.word(treebank.text, i));
      example.tags.push_back({gold.upos[i], gold.xpos[i]});
      example.lemmas.emplace_back(gold.lemma(i));
      example.tree.heads.push_back(gold.heads[i] == kNone ? size : gold.heads[i] - sentence.first);
      example.tree.labels.push_back(gold.labels[i]);
    }
  }
}

std::vector<Example> case_variants(const std::vector<Example>& examples, std::size_t percent,
                                   Random& random) {
  std::vector<Example> result;
  for (const Example& example : examples) {
    if (random.below(100) >= percent) continue;
    Example varied = example;
    switch (random.below(3)) {
      case 0:
        std::for_each(varied.forms.begin(), varied.forms.end(), raise_all);
        break;
      case 1:
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

}  // namespace entente::nlp

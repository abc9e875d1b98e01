// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "nlp/evaluate.hpp"

#include <fmt/format.h>

#include <cassert>

namespace entente::nlp {

std::string_view universal_name(Dep label) {
  const std::string_view full = name(label);
  return full.substr(0, full.find(':'));
}

Scores& Scores::operator+=(const Scores& other) {
  for (auto part : {&Scores::tokens, &Scores::sentences, &Scores::upos, &Scores::xpos, &Scores::lemma,
                    &Scores::head, &Scores::label, &Scores::universal_label}) {
    this->*part += other.*part;
  }
  return *this;
}

Scores compare(const Tokens& tokens, const Parse& gold, const Parse& predicted) {
  assert(gold.heads.size() == predicted.heads.size() && "parses of the same tokens");
  Scores scores;
  scores.tokens = tokens.size();
  scores.sentences = tokens.sentences.size();
  for (Index i = 0; i < tokens.size(); ++i) {
    scores.upos += gold.upos[i] == predicted.upos[i] ? 1 : 0;
    scores.xpos += gold.xpos[i] == predicted.xpos[i] ? 1 : 0;
    scores.lemma += gold.lemma(i) == predicted.lemma(i) ? 1 : 0;
    if (gold.heads[i] != predicted.heads[i]) continue;
    ++scores.head;
    scores.label += gold.labels[i] == predicted.labels[i] ? 1 : 0;
    scores.universal_label += universal_name(gold.labels[i]) == universal_name(predicted.labels[i]) ? 1 : 0;
  }
  return scores;
}

Scores evaluate(const Treebank& treebank, const Model& model, Workspace& workspace) {
  return compare(treebank.tokens, treebank.gold, parse(treebank.text, treebank.tokens, model, workspace));
}

std::string to_string(const Scores& s) {
  return fmt::format(
      "{} words, UPOS {:.2f}, XPOS {:.2f}, lemma {:.2f}, UAS {:.2f}, LAS {:.2f}, universal LAS {:.2f}",
      s.tokens, s.percent(s.upos), s.percent(s.xpos), s.percent(s.lemma), s.percent(s.head),
      s.percent(s.label), s.percent(s.universal_label));
}

}  // namespace entente::nlp

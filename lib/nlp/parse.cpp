// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The stage's story: for each sentence, tag, lemmatize, parse, and write the answers at the sentence's place.
// A dateline is parsed apart from what follows it.
#include <algorithm>

#include "nlp/dateline.hpp"
#include "nlp/model.hpp"

namespace entente::nlp {
namespace {

void reserve(Parse& parse, std::size_t tokens, std::size_t bytes) {
  parse.upos.reserve(tokens);
  parse.xpos.reserve(tokens);
  parse.heads.reserve(tokens);
  parse.labels.reserve(tokens);
  parse.lemma_spans.reserve(tokens);
  parse.lemma_bytes.reserve(bytes);
}

void append_tags_and_lemmas(const Model& model, Workspace& workspace, Parse& out) {
  auto begin = static_cast<std::uint32_t>(out.lemma_bytes.size());
  model.lemmatizer().lemmatize(workspace.tagged, model.tagger().set, out.lemma_bytes, workspace.lemma_ends);
  for (std::size_t i = 0; i < workspace.tagged.tags.size(); ++i) {
    const TagPair pair = model.tagger().set.pairs[workspace.tagged.tags[i]];
    out.upos.push_back(pair.upos);
    out.xpos.push_back(pair.xpos);
    out.lemma_spans.push_back({begin, workspace.lemma_ends[i]});
    begin = workspace.lemma_ends[i];
  }
}

void append_arcs(const Configuration& configuration, Index first, Parse& out) {
  for (Index token = 0; token < configuration.size(); ++token) {
    const Index head = configuration.head(token);
    out.heads.push_back(head == configuration.root() ? kNone : first + head);
    out.labels.push_back(configuration.label(token));
  }
}

/// Tokens [first, last) of a text.
struct Words {
  std::string_view text;
  const Tokens& tokens;
  Index first, last;
};

// Treats the words as a sentence of their own.
void append_words(const Words& words, const Model& model, Workspace& workspace, Parse& out) {
  workspace.tagged.forms.clear();
  for (Index token = words.first; token < words.last; ++token) {
    workspace.tagged.forms.push_back(words.tokens.word(words.text, token));
  }
  model.tagger().tag(workspace.tagged, workspace.features, workspace.scores);
  append_tags_and_lemmas(model, workspace, out);
  prepare(workspace.tagged, model.tagger().set, workspace.input);
  model.parser().parse(workspace.input, workspace.configuration, workspace.features, workspace.scores);
  append_arcs(workspace.configuration, words.first, out);
}

// The dateline's root goes below the root of what follows.
void hang_dateline(const Sentence& sentence, Index body, Parse& out) {
  const auto root_from = [&](Index first) {
    return std::find(out.heads.begin() + first, out.heads.end(), kNone) - out.heads.begin();
  };
  const auto dateline = root_from(sentence.first);
  out.heads[dateline] = static_cast<Index>(root_from(body));
  out.labels[dateline] = Dep::parataxis;
}

}  // namespace

Parse parse(std::string_view text, const Tokens& tokens, const Model& model, Workspace& workspace) {
  Parse result;
  reserve(result, tokens.size(), text.size());
  for (const Sentence& sentence : tokens.sentences) {
    const Index body = sentence.first + dateline_length(text, tokens, sentence);
    if (body > sentence.first) append_words({text, tokens, sentence.first, body}, model, workspace, result);
    append_words({text, tokens, body, sentence.last}, model, workspace, result);
    if (body > sentence.first) hang_dateline(sentence, body, result);
  }
  return result;
}

}  // namespace entente::nlp

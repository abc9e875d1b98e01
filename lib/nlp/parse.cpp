// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The stage's story: cut the sentences into pieces that the network can take, analyse pieces of like length
// together, write the answers at their places, and join the pieces of a sentence to one tree. A dateline is a
// piece of its own: the treebanks have hardly any, and its town would become the subject of what follows.
#include <algorithm>
#include <numeric>

#include "nlp/dateline.hpp"
#include "nlp/model.hpp"

namespace entente::nlp {
namespace {

/// Tokens of the longest piece: the cost of a piece grows with the square of its length. Real sentences are
/// shorter.
constexpr Index kLongestPiece = 200;
/// Pieces analysed together; more would not be faster.
constexpr std::size_t kBatch = 15;

using Piece = Workspace::Piece;

void cut_sentence(Piece sentence, Index body, std::vector<Piece>& out) {
  if (body > sentence.first) out.push_back({sentence.first, body});
  for (Index first = body; first < sentence.last; first += kLongestPiece)
    out.push_back({first, std::min(sentence.last, first + kLongestPiece)});
}

void order_by_length(const std::vector<Piece>& pieces, std::vector<std::size_t>& order) {
  order.resize(pieces.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return pieces[a].last - pieces[a].first > pieces[b].last - pieces[b].first;
  });
}

void prepare(Parse& parse, std::size_t tokens, std::size_t bytes) {
  parse.upos.resize(tokens);
  parse.xpos.resize(tokens);
  parse.heads.resize(tokens);
  parse.labels.resize(tokens);
  parse.names.resize(tokens);
  parse.lemma_spans.reserve(tokens);
  parse.lemma_bytes.reserve(bytes);
}

void write_answers(const Analysis& analysis, Index first, Parse& out) {
  for (Index i = 0; i < analysis.tags.size(); ++i) {
    out.upos[first + i] = analysis.tags[i].upos;
    out.xpos[first + i] = analysis.tags[i].xpos;
    out.heads[first + i] = analysis.heads[i] == 0 ? kNone : first + static_cast<Index>(analysis.heads[i]) - 1;
    out.labels[first + i] = analysis.labels[i];
    out.names[first + i] = analysis.names[i];
  }
}

class Parsing {
 public:
  Parsing(std::string_view text, const Tokens& tokens, const Model& model, Workspace& workspace)
      : text_(text), tokens_(tokens), model_(model), workspace_(workspace) {}

  Parse run(const std::vector<bool>& wanted) {
    prepare(result_, tokens_.size(), text_.size());
    workspace_.pieces.clear();
    for (std::size_t i = 0; i < wanted.size(); ++i)
      wanted[i] ? cut(tokens_.sentences[i]) : skip(tokens_.sentences[i]);
    order_by_length(workspace_.pieces, workspace_.order);
    for (std::size_t at = 0; at < workspace_.order.size(); at += kBatch)
      analyse({workspace_.order.data() + at, std::min(kBatch, workspace_.order.size() - at)});
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (wanted[i]) join_pieces(tokens_.sentences[i]);
    }
    for (Index token = 0; token < tokens_.size(); ++token) append_lemma(token);
    return std::move(result_);
  }

 private:
  void cut(const Sentence& sentence) {
    const Index body = sentence.first + dateline_length(text_, tokens_, sentence);
    cut_sentence({sentence.first, sentence.last}, body, workspace_.pieces);
  }

  void skip(const Sentence& sentence) {
    for (Index token = sentence.first; token < sentence.last; ++token) {
      const bool root = token == sentence.first;
      result_.upos[token] = Upos::X;
      result_.xpos[token] = Xpos::other;
      result_.heads[token] = root ? kNone : sentence.first;
      result_.labels[token] = root ? Dep::root : Dep::dep;
    }
  }

  void analyse(std::span<const std::size_t> numbers) {
    workspace_.rows.clear();
    for (const std::size_t number : numbers) append_rows(workspace_.pieces[number]);
    workspace_.batch.clear();
    const FeatureRow* next = workspace_.rows.data();
    for (const std::size_t number : numbers) {
      const Index size = workspace_.pieces[number].last - workspace_.pieces[number].first;
      workspace_.batch.emplace_back(next, size);
      next += size;
    }
    model_.network().analyse(workspace_.batch, workspace_.network, workspace_.analyses);
    for (std::size_t i = 0; i < numbers.size(); ++i)
      write_answers(workspace_.analyses[i], workspace_.pieces[numbers[i]].first, result_);
  }

  void append_rows(Piece piece) {
    workspace_.forms.clear();
    for (Index token = piece.first; token < piece.last; ++token)
      workspace_.forms.push_back(tokens_.word(text_, token));
    model_.features().append_rows(workspace_.forms, workspace_.scratch, workspace_.rows);
  }

  // The roots of the other pieces go below the root of the first one after the dateline.
  void join_pieces(const Sentence& sentence) {
    const Index body = sentence.first + dateline_length(text_, tokens_, sentence);
    Index root = kNone;
    for (Index token = body; token < sentence.last; ++token) {
      if (result_.heads[token] != kNone) continue;
      if (root == kNone) root = token;
      hang(token, root);
    }
    for (Index token = sentence.first; token < body; ++token) {
      if (result_.heads[token] == kNone) hang(token, root);
    }
  }

  void hang(Index token, Index root) {
    if (token == root) return;
    result_.heads[token] = root;
    result_.labels[token] = Dep::parataxis;
  }

  void append_lemma(Index token) {
    const auto begin = static_cast<std::uint32_t>(result_.lemma_bytes.size());
    const TagPair tag{result_.upos[token], result_.xpos[token]};
    model_.lemmatizer().append_lemma(tokens_.word(text_, token), tag, workspace_.scratch[0],
                                     result_.lemma_bytes);
    result_.lemma_spans.push_back({begin, static_cast<std::uint32_t>(result_.lemma_bytes.size())});
  }

  std::string_view text_;
  const Tokens& tokens_;
  const Model& model_;
  Workspace& workspace_;
  Parse result_;
};

}  // namespace

Parse parse(std::string_view text, const Tokens& tokens, const Model& model, Workspace& workspace) {
  return parse(text, tokens, std::vector<bool>(tokens.sentences.size(), true), model, workspace);
}

Parse parse(std::string_view text, const Tokens& tokens, const std::vector<bool>& wanted, const Model& model,
            Workspace& workspace) {
  return Parsing(text, tokens, model, workspace).run(wanted);
}

}  // namespace entente::nlp

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The syntax stage: text and tokens in, tags, lemmas, dependency trees and names out.
//
//   const auto model = nlp::Model::load("data/model/en.bin");
//   nlp::Workspace workspace;
//   const Parse parse = nlp::parse(text, segment(text), model, workspace);
//
// Thread-safety: a Model is const and shared; a Workspace belongs to one thread. Cost: linear in the number
// of tokens whatever their arrangement; loading takes some 20 ms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "nlp/features.hpp"
#include "nlp/lemmatizer.hpp"
#include "nlp/network.hpp"

namespace entente::nlp {

/// Where a model comes from; stands readable at the head of its file.
struct ModelOrigin {
  struct File {
    std::string name;    ///< without folders
    std::string sha256;  ///< in hexadecimal, of the file as it is (compressed or not)
  };
  std::vector<File> files;  ///< the training files in order
  std::string command;      ///< that makes the model again
};

/// Features, network and lemmatizer. Immutable once made.
class Model {
 public:
  Model() = default;
  Model(ModelOrigin origin, FeatureTables features, Network network, Lemmatizer lemmatizer);

  /// Throws IoError when the file cannot be read, DataError when it is no model, is damaged, or is of another
  /// version.
  static Model load(const std::string& path);
  /// The same from bytes; `name` stands for the file in messages.
  static Model read(std::string_view bytes, const std::string& name);
  /// Throws IoError. The file appears whole or not at all.
  void save(const std::string& path) const;
  std::string bytes() const;

  const ModelOrigin& origin() const { return origin_; }
  const FeatureTables& features() const { return features_; }
  const Network& network() const { return network_; }
  const Lemmatizer& lemmatizer() const { return lemmatizer_; }

 private:
  ModelOrigin origin_;
  FeatureTables features_;
  Network network_;
  Lemmatizer lemmatizer_;
};

/// Scratch memory of parse(); reuse it from document to document.
struct Workspace {
  struct Piece {
    Index first = 0, last = 0;  ///< tokens that are parsed as a sentence of their own
  };
  std::vector<Piece> pieces;
  std::vector<std::size_t> order;
  std::vector<std::string_view> forms;
  std::vector<FeatureRow> rows;
  std::vector<std::span<const FeatureRow>> batch;
  std::vector<Analysis> analyses;
  NetworkState network;
  std::array<std::string, 2> scratch;
};

/// Tags, lemmatizes and parses every sentence. Any text and any tokens are valid; every sentence gets a tree
/// with one root. A pure function of its first three arguments.
Parse parse(std::string_view text, const Tokens& tokens, const Model& model, Workspace& workspace);

/// Parses the sentences whose element of `wanted` is true. The words of the others get the tag X, the lemma
/// of an X, and hang on the first one. REQUIRES: wanted.size() == tokens.sentences.size().
Parse parse(std::string_view text, const Tokens& tokens, const std::vector<bool>& wanted, const Model& model,
            Workspace& workspace);

}  // namespace entente::nlp

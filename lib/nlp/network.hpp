// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The network that tags, parses and finds names; network_weights.hpp tells its layers. Weights and states are
// bytes, sums are integers: the same sentence gives the same answer on every processor, alone or in company.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "nlp/binary.hpp"
#include "nlp/features.hpp"
#include "nlp/names.hpp"
#include "nlp/network_weights.hpp"
#include "nlp/quantized.hpp"
#include "nlp/tags.hpp"

namespace entente::nlp {

/// What the network says of one sentence.
struct Analysis {
  std::vector<TagPair> tags;
  std::vector<std::size_t> heads;  ///< 0 for the root, else the head's number from 1: a tree with one root
  std::vector<Dep> labels;
  std::vector<NameLabel> names;
};

/// Scratch memory of Network::analyse(); reuse it.
struct NetworkState {
  std::vector<std::size_t> order;           ///< of the sentences, longest first
  std::vector<std::size_t> starts;          ///< of each ordered sentence in the layers
  std::vector<std::uint8_t> input, output;  ///< of a layer, word by word
  std::vector<std::uint8_t> step_input, hidden;
  std::vector<float> cells;
  std::vector<std::int32_t> sums;
  std::vector<float> results, tags, names;
  struct Views {
    std::vector<float> values;
    std::vector<std::uint8_t> bytes;
  };
  Views arc_dependent, arc_head, label_dependent, label_head;
  std::vector<float> queries, arcs;
  std::vector<std::uint8_t> pairs;
};

class Network {
 public:
  Network() = default;
  /// Rounds the weights to bytes. `tags` are the classes of the tagger.
  Network(const NetworkWeights& weights, std::vector<TagPair> tags);

  /// Analyses sentences of at least one word; faster for several at once. `out` gets an element each, in
  /// order.
  void analyse(std::span<const std::span<const FeatureRow>> sentences, NetworkState& state,
               std::vector<Analysis>& out) const;

  const std::vector<TagPair>& tags() const { return tags_; }
  /// Whether each row that `tables` can give exists.
  bool fits(const FeatureTables& tables) const;

  void write(BinaryWriter& out) const;
  /// Fails the reader when the network is malformed.
  static Network read(BinaryReader& in);

 private:
  using Sentences = std::span<const std::span<const FeatureRow>>;
  void order(Sentences sentences, NetworkState& state) const;
  void embed(Sentences sentences, NetworkState& state) const;
  void run_layer(Sentences sentences, std::size_t layer, std::size_t direction, NetworkState& state) const;
  void make_views(const QuantizedDense& dense, std::size_t words, NetworkState& state,
                  NetworkState::Views& out) const;
  void read_out(std::size_t first, std::size_t size, NetworkState& state, Analysis& out) const;
  void read_tags(std::size_t first, std::size_t size, const NetworkState& state, Analysis& out) const;
  void read_names(std::size_t first, std::size_t size, const NetworkState& state, Analysis& out) const;
  void read_tree(std::size_t first, std::size_t size, NetworkState& state, Analysis& out) const;
  void read_labels(std::size_t first, std::size_t size, NetworkState& state, Analysis& out) const;

  NetworkShape shape_;
  std::vector<TagPair> tags_;
  std::array<std::vector<std::uint8_t>, kTables> embeddings_;
  std::vector<std::array<QuantizedDense, 2>> layers_;
  QuantizedDense tag_, name_;
  QuantizedDense arc_dependent_, arc_head_, label_dependent_, label_head_, arc_, label_;
  std::vector<std::uint8_t> root_arc_, root_label_;
};

}  // namespace entente::nlp

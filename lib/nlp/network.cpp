// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The network's way: embeddings side by side, the layers one after the other over all sentences of a batch,
// then for each sentence tags, names, the best tree and its labels. A layer walks over all sentences at once,
// step by step, so that its weights are fetched once a step and not once a word; the sentences are in the
// order of their lengths, so that those still going on are the first.
#include "nlp/network.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>

#include "nlp/spanning_tree.hpp"

namespace entente::nlp {
namespace {

constexpr std::uint8_t kZero = 128;  ///< the byte of 0

float value_of(std::uint8_t byte) {
  return static_cast<float>(static_cast<int>(byte) - kZero) / 127.0F;
}

std::vector<std::uint8_t> to_bytes(const std::vector<float>& values) {
  std::vector<std::uint8_t> bytes(values.size());
  std::transform(values.begin(), values.end(), bytes.begin(), to_byte);
  return bytes;
}

std::size_t index_of_largest(const float* scores, std::size_t size) {
  return static_cast<std::size_t>(std::max_element(scores, scores + size) - scores);
}

// Classes of tags so far below the best one count for nothing, not even together.
constexpr float kUnlikely = 12;

// exp(-x) for x from 0 to kUnlikely, in steps that are the same on every processor: the series of exp(x), cut
// off, below 1.
float decay(float x) {
  float sum = 1;
  for (float term = 8; term >= 1; --term) sum = 1 + sum * x / term;
  return 1 / sum;
}

bool is_begin(NameLabel label) {
  return static_cast<std::size_t>(label) % 2 == 1;
}

}  // namespace

Network::Network(const NetworkWeights& weights, std::vector<TagPair> tags)
    : shape_(weights.shape),
      tags_(std::move(tags)),
      tag_(weights.tags),
      name_(weights.names),
      arc_dependent_(weights.arc_dependent),
      arc_head_(weights.arc_head),
      label_dependent_(weights.label_dependent),
      label_head_(weights.label_head),
      arc_(weights.arc),
      label_(weights.label),
      root_arc_(to_bytes(weights.root_arc)),
      root_label_(to_bytes(weights.root_label)) {
  for (std::size_t table = 0; table < kTables; ++table)
    embeddings_[table] = to_bytes(weights.embeddings[table]);
  for (const auto& layer : weights.layers)
    layers_.push_back({QuantizedDense(layer[0]), QuantizedDense(layer[1])});
}

bool Network::fits(const FeatureTables& tables) const {
  for (std::size_t table = 0; table < kTables; ++table) {
    if (tables.rows(static_cast<Table>(table)) * shape_.widths[table] > embeddings_[table].size())
      return false;
  }
  return true;
}

void Network::analyse(Sentences sentences, NetworkState& state, std::vector<Analysis>& out) const {
  out.resize(sentences.size());
  order(sentences, state);
  embed(sentences, state);
  const std::size_t words = state.starts.back();
  for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
    state.output.resize(words * 2 * shape_.hidden);
    for (std::size_t direction = 0; direction < 2; ++direction) run_layer(sentences, layer, direction, state);
    state.input.swap(state.output);
  }
  tag_.apply(state.input.data(), words, state.sums, state.tags);
  name_.apply(state.input.data(), words, state.sums, state.names);
  make_views(arc_dependent_, words, state, state.arc_dependent);
  make_views(arc_head_, words, state, state.arc_head);
  make_views(label_dependent_, words, state, state.label_dependent);
  make_views(label_head_, words, state, state.label_head);
  arc_.apply(state.arc_dependent.bytes.data(), words, state.sums, state.queries);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::size_t sentence = state.order[i];
    read_out(state.starts[i], sentences[sentence].size(), state, out[sentence]);
  }
}

void Network::order(Sentences sentences, NetworkState& state) const {
  state.order.resize(sentences.size());
  std::iota(state.order.begin(), state.order.end(), 0);
  std::stable_sort(state.order.begin(), state.order.end(),
                   [&](std::size_t a, std::size_t b) { return sentences[a].size() > sentences[b].size(); });
  state.starts.assign(1, 0);
  for (const std::size_t sentence : state.order)
    state.starts.push_back(state.starts.back() + sentences[sentence].size());
}

void Network::embed(Sentences sentences, NetworkState& state) const {
  state.input.resize(state.starts.back() * shape_.input());
  std::uint8_t* to = state.input.data();
  for (const std::size_t sentence : state.order) {
    for (const FeatureRow& rows : sentences[sentence]) {
      for (std::size_t table = 0; table < kTables; ++table) {
        const std::size_t width = shape_.widths[table];
        to = std::copy_n(embeddings_[table].data() + rows[table] * width, width, to);
      }
    }
  }
}

void Network::run_layer(Sentences sentences, std::size_t layer, std::size_t direction,
                        NetworkState& state) const {
  const QuantizedDense& gates = layers_[layer][direction];
  const std::size_t hidden = shape_.hidden;
  const std::size_t width = gates.columns() - hidden;
  state.cells.assign(sentences.size() * hidden, 0.0F);
  state.hidden.assign(sentences.size() * hidden, kZero);
  state.step_input.resize(sentences.size() * gates.columns());
  std::size_t active = sentences.size();
  const auto length = [&](std::size_t i) { return sentences[state.order[i]].size(); };
  const std::size_t longest = length(0);
  for (std::size_t step = 0; step < longest; ++step) {
    while (length(active - 1) <= step) --active;
    const auto word = [&](std::size_t i) {
      return state.starts[i] + (direction == 0 ? step : length(i) - 1 - step);
    };
    for (std::size_t i = 0; i < active; ++i) {
      std::uint8_t* to = state.step_input.data() + i * gates.columns();
      std::memcpy(to, state.input.data() + word(i) * width, width);
      std::memcpy(to + width, state.hidden.data() + i * hidden, hidden);
    }
    gates.apply(state.step_input.data(), active, state.sums, state.results);
    for (std::size_t i = 0; i < active; ++i) {
      std::uint8_t* now = state.hidden.data() + i * hidden;
      kernels().step(state.results.data() + i * gates.stride(), hidden, state.cells.data() + i * hidden, now);
      std::memcpy(state.output.data() + (word(i) * 2 + direction) * hidden, now, hidden);
    }
  }
}

void Network::make_views(const QuantizedDense& dense, std::size_t words, NetworkState& state,
                         NetworkState::Views& out) const {
  dense.apply(state.input.data(), words, state.sums, out.values);
  const std::size_t size = dense.rows();
  out.bytes.resize(words * size);
  for (std::size_t word = 0; word < words; ++word)
    kernels().squash(out.values.data() + word * dense.stride(), size, out.bytes.data() + word * size);
}

void Network::read_out(std::size_t first, std::size_t size, NetworkState& state, Analysis& out) const {
  read_tags(first, size, state, out);
  read_names(first, size, state, out);
  read_tree(first, size, state, out);
  read_labels(first, size, state, out);
}

// The UPOS of the greatest probability over its classes, then the best class of it.
void Network::read_tags(std::size_t first, std::size_t size, const NetworkState& state, Analysis& out) const {
  out.tags.clear();
  for (std::size_t word = first; word < first + size; ++word) {
    const float* scores = state.tags.data() + word * tag_.stride();
    const std::size_t best = index_of_largest(scores, tags_.size());
    std::array<float, kUposNames.size()> sums{};
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      const float below = scores[best] - scores[i];
      if (below < kUnlikely) sums[static_cast<std::size_t>(tags_[i].upos)] += decay(below);
    }
    const auto upos = static_cast<Upos>(index_of_largest(sums.data(), sums.size()));
    std::size_t chosen = best;
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      if (tags_[i].upos != upos) continue;
      if (tags_[chosen].upos != upos || scores[i] > scores[chosen]) chosen = i;
    }
    out.tags.push_back(tags_[chosen]);
  }
}

// A further word of a name follows one of the same kind: the best such sequence (Viterbi).
void Network::read_names(std::size_t first, std::size_t size, const NetworkState& state,
                         Analysis& out) const {
  constexpr std::size_t kLabels = kNameLabelNames.size();
  std::vector<std::array<std::uint8_t, kLabels>> from(size);
  std::array<float, kLabels> best{};
  for (std::size_t i = 0; i < size; ++i) {
    const float* scores = state.names.data() + (first + i) * name_.stride();
    std::array<float, kLabels> next{};
    for (std::size_t label = 0; label < kLabels; ++label) {
      const bool inside = label > 0 && !is_begin(static_cast<NameLabel>(label));
      const std::size_t any = index_of_largest(best.data(), kLabels);
      std::size_t before = any;
      if (inside) before = best[label - 1] >= best[label] ? label - 1 : label;
      const bool starts_inside = inside && i == 0;
      from[i][label] = static_cast<std::uint8_t>(before);
      next[label] = scores[label] + (starts_inside ? -1e6F : best[before]);
    }
    best = next;
  }
  out.names.assign(size, NameLabel::none);
  std::size_t label = index_of_largest(best.data(), kLabels);
  for (std::size_t i = size; i-- > 0;) {
    out.names[i] = static_cast<NameLabel>(label);
    label = from[i][label];
  }
}

void Network::read_tree(std::size_t first, std::size_t size, NetworkState& state, Analysis& out) const {
  const std::size_t width = size + 1;
  state.arcs.resize(size * width);
  std::vector<float> root(root_arc_.size());
  std::transform(root_arc_.begin(), root_arc_.end(), root.begin(), value_of);
  for (std::size_t word = 0; word < size; ++word) {
    const float* query = state.queries.data() + (first + word) * arc_.stride();
    state.arcs[word * width] = kernels().dot(query, root.data(), shape_.arcs);
    for (std::size_t head = 0; head < size; ++head) {
      const float* view = state.arc_head.values.data() + (first + head) * arc_head_.stride();
      state.arcs[word * width + head + 1] = kernels().dot(query, view, shape_.arcs);
    }
  }
  best_tree({state.arcs.data(), size * width}, size, out.heads);
}

void Network::read_labels(std::size_t first, std::size_t size, NetworkState& state, Analysis& out) const {
  const std::size_t views = shape_.labels;
  state.pairs.resize(size * 3 * views);
  std::vector<float> root(views);
  std::transform(root_label_.begin(), root_label_.end(), root.begin(), value_of);
  for (std::size_t word = 0; word < size; ++word) {
    const bool is_root = out.heads[word] == 0;
    const std::size_t head = is_root ? 0 : first + out.heads[word] - 1;
    const float* dependent = state.label_dependent.values.data() + (first + word) * label_dependent_.stride();
    const float* head_view =
        is_root ? root.data() : state.label_head.values.data() + head * label_head_.stride();
    std::uint8_t* to = state.pairs.data() + word * 3 * views;
    kernels().product(dependent, head_view, views, to);
    std::memcpy(to + views, state.label_dependent.bytes.data() + (first + word) * views, views);
    std::memcpy(to + 2 * views, is_root ? root_label_.data() : state.label_head.bytes.data() + head * views,
                views);
  }
  label_.apply(state.pairs.data(), size, state.sums, state.results);
  out.labels.clear();
  for (std::size_t word = 0; word < size; ++word) {
    const float* scores = state.results.data() + word * label_.stride();
    auto label = static_cast<Dep>(index_of_largest(scores, kDepNames.size()));
    if (out.heads[word] == 0) label = Dep::root;
    if (out.heads[word] != 0 && label == Dep::root) label = Dep::dep;
    out.labels.push_back(label);
  }
}

void Network::write(BinaryWriter& out) const {
  for (const std::size_t width : shape_.widths) out.number(static_cast<std::uint32_t>(width));
  for (const std::size_t size : {shape_.layers, shape_.hidden, shape_.arcs, shape_.labels})
    out.number(static_cast<std::uint32_t>(size));
  write_tags(tags_, out);
  for (const auto& table : embeddings_) out.list(table);
  for (const auto& layer : layers_) {
    layer[0].write(out);
    layer[1].write(out);
  }
  for (const QuantizedDense* dense :
       {&tag_, &name_, &arc_dependent_, &arc_head_, &label_dependent_, &label_head_, &arc_, &label_})
    dense->write(out);
  out.list(root_arc_);
  out.list(root_label_);
}

namespace {

// Sizes that a damaged file may not exceed.
constexpr std::size_t kLargestSize = 4096;
constexpr std::size_t kMostLayers = 16;

std::size_t read_size(BinaryReader& in) {
  const auto size = in.number<std::uint32_t>();
  if (size == 0 || size % 8 != 0 || size > kLargestSize) in.fail();
  return in.failed() ? 8 : size;
}

NetworkShape read_shape(BinaryReader& in) {
  NetworkShape shape;
  for (std::size_t& width : shape.widths) width = read_size(in);
  shape.layers = in.number<std::uint32_t>();
  if (shape.layers == 0 || shape.layers > kMostLayers) in.fail();
  shape.hidden = read_size(in);
  shape.arcs = read_size(in);
  shape.labels = read_size(in);
  return shape;
}

}  // namespace

Network Network::read(BinaryReader& in) {
  Network result;
  const NetworkShape shape = result.shape_ = read_shape(in);
  result.tags_ = nlp::read_tags(in);
  if (result.tags_.empty()) in.fail();
  for (auto& table : result.embeddings_) table = in.list<std::uint8_t>();
  for (std::size_t layer = 0; layer < shape.layers && !in.failed(); ++layer) {
    const std::size_t columns = (layer == 0 ? shape.input() : 2 * shape.hidden) + shape.hidden;
    auto& directions = result.layers_.emplace_back();
    for (auto& direction : directions) direction = QuantizedDense::read(in, 4 * shape.hidden, columns);
  }
  if (in.failed()) return {};
  const std::size_t encoded = 2 * shape.hidden;
  result.tag_ = QuantizedDense::read(in, result.tags_.size(), encoded);
  result.name_ = QuantizedDense::read(in, kNameLabelNames.size(), encoded);
  result.arc_dependent_ = QuantizedDense::read(in, shape.arcs, encoded);
  result.arc_head_ = QuantizedDense::read(in, shape.arcs, encoded);
  result.label_dependent_ = QuantizedDense::read(in, shape.labels, encoded);
  result.label_head_ = QuantizedDense::read(in, shape.labels, encoded);
  result.arc_ = QuantizedDense::read(in, shape.arcs, shape.arcs);
  result.label_ = QuantizedDense::read(in, kDepNames.size(), 3 * shape.labels);
  result.root_arc_ = in.list<std::uint8_t>();
  result.root_label_ = in.list<std::uint8_t>();
  if (result.root_arc_.size() != shape.arcs || result.root_label_.size() != shape.labels) in.fail();
  return in.failed() ? Network() : result;
}

}  // namespace entente::nlp

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The network in floating-point numbers, as its definition reads: one word at a time. Weights and states are
// rounded where the fast one holds them in bytes.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "nlp/network.hpp"
#include "nlp/spanning_tree.hpp"

namespace entente::nlp {

using Vector = std::vector<double>;

inline double rounded(double value, double step) {
  return std::round(value / step) * step;
}

inline Vector dense(const DenseWeights& layer, const Vector& input) {
  Vector result(layer.rows);
  for (std::size_t row = 0; row < layer.rows; ++row) {
    const float* weights = layer.weights.data() + row * layer.columns;
    double most = 0;
    for (std::size_t i = 0; i < layer.columns; ++i) most = std::max<double>(most, std::fabs(weights[i]));
    result[row] = layer.bias[row];
    for (std::size_t i = 0; i < layer.columns; ++i)
      result[row] += rounded(weights[i], most / 127) * rounded(input[i], 1.0 / 127);
  }
  return result;
}

inline Vector joined(Vector a, const Vector& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

inline Vector tanh_of(Vector values) {
  for (double& value : values) value = std::tanh(value);
  return values;
}

inline double sigmoid(double x) {
  return 1 / (1 + std::exp(-x));
}

inline std::size_t largest(const Vector& scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

inline std::vector<Vector> slow_direction(const DenseWeights& gates, std::size_t hidden,
                                          const std::vector<Vector>& words) {
  std::vector<Vector> result;
  Vector state(hidden), cell(hidden);
  for (const Vector& word : words) {
    const Vector g = dense(gates, joined(word, state));
    for (std::size_t i = 0; i < hidden; ++i) {
      cell[i] = sigmoid(g[hidden + i]) * cell[i] + sigmoid(g[i]) * std::tanh(g[2 * hidden + i]);
      state[i] = sigmoid(g[3 * hidden + i]) * std::tanh(cell[i]);
    }
    result.push_back(state);
  }
  return result;
}

inline std::vector<Vector> slow_encoder(const NetworkWeights& weights, std::span<const FeatureRow> rows) {
  std::vector<Vector> words;
  for (const FeatureRow& row : rows) {
    Vector& word = words.emplace_back();
    for (std::size_t table = 0; table < kTables; ++table) {
      const std::size_t width = weights.shape.widths[table];
      const float* from = weights.embeddings[table].data() + row[table] * width;
      word.insert(word.end(), from, from + width);
    }
  }
  for (const auto& layer : weights.layers) {
    const auto forward = slow_direction(layer[0], weights.shape.hidden, words);
    std::reverse(words.begin(), words.end());
    auto backward = slow_direction(layer[1], weights.shape.hidden, words);
    std::reverse(backward.begin(), backward.end());
    for (std::size_t i = 0; i < words.size(); ++i) words[i] = joined(forward[i], backward[i]);
  }
  return words;
}

/// Heads and labels.
inline Analysis slow_analysis(const NetworkWeights& weights, std::span<const FeatureRow> rows) {
  const auto words = slow_encoder(weights, rows);
  std::vector<Vector> arc_heads = {{weights.root_arc.begin(), weights.root_arc.end()}};
  std::vector<Vector> label_heads = {{weights.root_label.begin(), weights.root_label.end()}};
  for (const Vector& word : words) {
    arc_heads.push_back(tanh_of(dense(weights.arc_head, word)));
    label_heads.push_back(tanh_of(dense(weights.label_head, word)));
  }
  Analysis result;
  std::vector<float> arcs;
  for (const Vector& word : words) {
    const Vector query = dense(weights.arc, tanh_of(dense(weights.arc_dependent, word)));
    for (const Vector& head : arc_heads) {
      double score = 0;
      for (std::size_t i = 0; i < head.size(); ++i) score += query[i] * head[i];
      arcs.push_back(static_cast<float>(score));
    }
  }
  best_tree(arcs, words.size(), result.heads);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Vector dependent = tanh_of(dense(weights.label_dependent, words[i]));
    const Vector& head = label_heads[result.heads[i]];
    Vector pair(head.size());
    for (std::size_t k = 0; k < head.size(); ++k) pair[k] = dependent[k] * head[k];
    const auto label = static_cast<Dep>(largest(dense(weights.label, joined(joined(pair, dependent), head))));
    result.labels.push_back(result.heads[i] == 0 ? Dep::root : label);
  }
  return result;
}

}  // namespace entente::nlp

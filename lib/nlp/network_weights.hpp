// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The network as its trainer leaves it: floating-point numbers by name. network.hpp makes of it what runs.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "nlp/features.hpp"

namespace entente::nlp {

/// The sizes of the layers; every width is a multiple of 8.
struct NetworkShape {
  std::array<std::size_t, kTables> widths = {112, 16, 32, 24, 24, 16, 16, 8, 8};  ///< of the embeddings
  std::size_t layers = 3;
  std::size_t hidden = 192;  ///< of each direction of a layer
  std::size_t arcs = 192;    ///< of the two views of a word that score arcs
  std::size_t labels = 192;  ///< of the two views of a word that score labels

  std::size_t input() const {
    std::size_t sum = 0;
    for (const std::size_t width : widths) sum += width;
    return sum;
  }
};

/// y = weights * x + bias; weights row by row.
struct DenseWeights {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<float> weights;
  std::vector<float> bias;
};

/// An encoder of bidirectional LSTM layers (Hochreiter and Schmidhuber 1997; Graves and Schmidhuber 2005) and
/// on it a tagger, a tagger of names, and a biaffine scorer of arcs (Dozat and Manning 2017) and their
/// labels.
struct NetworkWeights {
  NetworkShape shape;
  std::array<std::vector<float>, kTables> embeddings;  ///< row by row, between -1 and 1
  /// Of each layer and direction: rows are the gates i, f, g, o; columns the input, then the hidden state.
  std::vector<std::array<DenseWeights, 2>> layers;
  DenseWeights tags;                                                  ///< encoder -> classes of tags
  DenseWeights names;                                                 ///< encoder -> NameLabels
  DenseWeights arc_dependent, arc_head, label_dependent, label_head;  ///< encoder -> views, then tanh
  DenseWeights arc;    ///< dependent's view -> what its head's view is multiplied with; the bias stands for
                       ///< how likely a word is to be a head at all
  DenseWeights label;  ///< (product of both views, dependent's view, head's view) -> labels
  std::vector<float> root_arc, root_label;  ///< the views of the root, between -1 and 1
};

}  // namespace entente::nlp

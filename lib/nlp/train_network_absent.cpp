// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Stands in for train_network.cpp in builds without libtorch.
#include "entente/error.hpp"
#include "nlp/training.hpp"

namespace entente::nlp {

NetworkWeights train_network(const std::vector<NetworkExample>&, const NetworkTraining&, const AfterEpoch&) {
  throw Error(
      "this build cannot train the syntax model: install libtorch-dev and libopenblas0-pthread, and "
      "configure "
      "with -DENTENTE_TRAINER=ON");
}

}  // namespace entente::nlp

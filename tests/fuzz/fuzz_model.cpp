// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a model file, and, past the check sum, as its parts.
#include <cstdint>

#include "entente/error.hpp"
#include "nlp/model.hpp"

using namespace entente;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    nlp::Model::read(bytes, "fuzz");
  } catch (const DataError&) {
  }
  nlp::BinaryReader in(bytes);
  const auto features = nlp::FeatureTables::read(in);
  const auto network = nlp::Network::read(in);
  nlp::Lemmatizer::read(in);
  network.fits(features);
  return 0;
}

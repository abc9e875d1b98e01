// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entities/gazetteer.hpp"

namespace entente::testing {

/// The gazetteer of tests/entities/data with the word lists of data/entities.
inline const Gazetteer& small_gazetteer() {
  static const Gazetteer gazetteer =
      Gazetteer::load(ENTENTE_SOURCE_DIR "/tests/entities/data", ENTENTE_SOURCE_DIR "/data/entities");
  return gazetteer;
}

}  // namespace entente::testing

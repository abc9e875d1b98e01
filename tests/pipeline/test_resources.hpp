// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entente/pipeline.hpp"

namespace entente::testing {

/// Loaded once for all tests of this program.
inline const Resources& resources() {
  static const Resources loaded = Resources::load(ENTENTE_SOURCE_DIR "/data");
  return loaded;
}

}  // namespace entente::testing

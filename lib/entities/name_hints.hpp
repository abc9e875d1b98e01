// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "entities/gazetteer.hpp"
#include "nlp/recognizer_features.hpp"

namespace entente {

/// What gazetteer and word lists know of each token, for the recognizer of names (nlp/recognizer.hpp).
/// Time: linear.
std::vector<nlp::NameHint> name_hints(std::string_view text, const Tokens& tokens,
                                      const Gazetteer& gazetteer);

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "entente/pipeline.hpp"

namespace entente {

/// What the recognizer of names says of each token; nothing when the data have none. Time: linear.
std::vector<NameLabel> recognise_names(std::string_view text, const Tokens& tokens, const Parse& parse,
                                       const Resources& resources);

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "pipeline/evaluate.hpp"

namespace entente::tools {

/// An HTML page of all false and missed triples with their sentences, to be searched and sifted by kind and
/// type. It needs nothing else; any bytes in the triples are safe.
std::string mistakes_page(const Evaluation& result);

}  // namespace entente::tools

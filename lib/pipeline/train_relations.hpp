// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Makes the examples that the scorer of relations learns from, out of annotated documents.
#pragma once

#include <string>
#include <vector>

#include "entente/pipeline.hpp"
#include "relations/scorer.hpp"

namespace entente {

/// Reads annotated documents (with their text) and gives one example a document. A sentence says the types
/// that it is evidence of. Throws IoError, DataError naming file and line.
std::vector<relations::Example> relation_examples(const std::string& path, const Resources& resources);

}  // namespace entente

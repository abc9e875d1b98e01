// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "entente/pipeline.hpp"
#include "nlp/recognizer.hpp"
#include "nlp/recognizer_data.hpp"

namespace entente {

/// Documents with names, parsed and looked up, for training.
std::vector<nlp::NameExample> name_examples(const std::vector<nlp::NamedDocument>& documents,
                                            const Resources& resources);

/// Marks the names of `documents` with `recognizer` and counts what is right.
nlp::NameScores measure_names(const std::vector<nlp::NamedDocument>& documents, const Resources& resources,
                              const nlp::Recognizer& recognizer);

}  // namespace entente

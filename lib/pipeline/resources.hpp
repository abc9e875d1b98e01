// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What the stages need besides the text. Immutable once loaded; shared by all threads.
#pragma once

#include "entente/pipeline.hpp"
#include "entities/gazetteer.hpp"
#include "nlp/model.hpp"
#include "nlp/recognizer.hpp"
#include "relations/frames.hpp"
#include "relations/scorer.hpp"
#include "text/boundary_model.hpp"

namespace entente {

struct Resources::Parts {
  nlp::Model model;
  Gazetteer gazetteer;
  relations::Frames frames;
  relations::Scorer scorer;    ///< empty when data/ has none: frames alone
  BoundaryModel boundaries;    ///< empty when data/ has none: rules alone
  nlp::Recognizer recognizer;  ///< empty when data/ has none: names that no list has are found by rules alone
};

}  // namespace entente

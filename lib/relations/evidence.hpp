// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "relations/frames.hpp"
#include "relations/roles.hpp"

namespace entente::relations {

/// A word of the sentence that may say a relation, and the frame it belongs to.
struct Evidence {
  const Frame* frame = nullptr;  ///< nullptr: no frame of the type has a word in the sentence
  Index trigger = kNone;
};

/// For each word of the sentence the types (a bit each) of the frames that it triggers, whatever their
/// arguments.
std::vector<std::uint32_t> types_triggered(const SentenceView& view);

/// Whether the sentence tells a result of sport ("beat Croatia 4-2"): what it says of countries is no politics.
bool is_sport(const SentenceView& view);

/// The word nearest to `near` that triggers a frame of `type`, whatever its arguments; of frames with the
/// same word the first.
Evidence nearest_evidence(const SentenceView& view, RelationType type, Index near);

}  // namespace entente::relations

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Structure that mentions themselves tell, without a predicate: who leads whom (a person lifted to an actor),
// which force or body is part of whom, which place or facility lies where ("Oberhof, Germany").
#pragma once

#include <vector>

#include "relations/roles.hpp"
#include "relations/times.hpp"

namespace entente::relations {

/// Appends the structural assertions of the view's sentence to `found`.
void find_structure(SentenceView& view, const std::vector<TimeExpression>& times,
                    std::vector<Assertion>& found);

}  // namespace entente::relations

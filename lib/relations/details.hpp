// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What goes with an assertion: when, where, how much, by whom, after whom.
#pragma once

#include "relations/frames.hpp"
#include "relations/roles.hpp"
#include "relations/times.hpp"

namespace entente::relations {

/// The time that belongs to the trigger: in its clause, else the sentence's only one; empty if none.
std::string time_of(const SentenceView& view, const std::vector<TimeExpression>& times, Index trigger);

/// Names of the place and the facility in the trigger's clause, other than the arguments themselves; empty if
/// none.
std::string named_in_clause(const SentenceView& view, Index trigger, EntityType type);

/// The text of a noun phrase, cut at a relative clause and at 80 bytes.
std::string phrase(const SentenceView& view, Index head);

/// The amount in the trigger's clause: money, percent, troops; empty if none.
std::string amount_of(const SentenceView& view, Index trigger);

/// Who is quoted or cited for the sentence: the outlet in brackets at its end, else the subject of a verb of
/// saying above the trigger; empty if none.
std::string source_of(SentenceView& view, Index trigger);

/// The domain by the words in the trigger's clause (classes `domain_*` of words.txt).
Domain domain_of(const SentenceView& view, Index trigger);

}  // namespace entente::relations

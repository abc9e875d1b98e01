// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Relations as events of PLOVER, the successor of CAMEO (Halterman and others 2023, "PLOVER and POLECAT"), by
// the table data/frames/events.tsv. Immutable; shared by threads.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "entente/ontology.hpp"

namespace entente::relations {

inline constexpr std::array<std::string_view, 16> kPloverTypes = {
    "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};

class EventTypes {
 public:
  /// Knows no events.
  EventTypes() = default;
  /// Reads frames/events.tsv of `data_directory`. Throws IoError, DataError with file and line.
  static EventTypes load(const std::string& data_directory);

  /// The PLOVER type of an assertion, empty for a state. Valid for good.
  std::string_view event(RelationType type, Phase phase, Factuality factuality) const {
    return table_[index(type, phase, factuality)];
  }

 private:
  static constexpr std::size_t index(RelationType type, Phase phase, Factuality factuality) {
    return (static_cast<std::size_t>(type) * kPhaseNames.size() + static_cast<std::size_t>(phase)) *
               kFactualityNames.size() +
           static_cast<std::size_t>(factuality);
  }
  std::array<std::string_view, kRelationTypeCount * kPhaseNames.size() * kFactualityNames.size()> table_{};
};

}  // namespace entente::relations

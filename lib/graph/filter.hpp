// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "entente/graph.hpp"
#include "graph/holding.hpp"
#include "graph/period.hpp"

namespace entente::graph {

/// A GraphFilter made ready for many assertions.
class Filter {
 public:
  /// Throws QueryError when `since`, `until` or `as_of` is no date.
  explicit Filter(const GraphFilter& filter);

  bool allows(RelationType type) const { return (types_ >> static_cast<unsigned>(type) & 1U) != 0; }
  bool allows(RelationType type, const Evidence& evidence) const;
  /// Whether nothing is left out.
  bool allows_everything() const;
  /// Whether what is left of a tie depends on its evidence as a whole, so that select() has to see all of it.
  bool looks_at_ties() const { return now_.asked || min_witnesses_ > 1; }

  /// What is left of all evidence of a tie.
  std::vector<Evidence> select(RelationType type, std::span<const Evidence> evidence) const;
  /// Whether that evidence has witnesses enough.
  bool has_witnesses(std::span<const Evidence> evidence) const;

 private:
  std::uint32_t types_, domains_, phases_, factualities_;
  std::vector<std::string> outlets_;  // sorted
  double min_score_;
  Index min_witnesses_;
  std::optional<Period> range_;
  Now now_;
};

}  // namespace entente::graph

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "entente/graph.hpp"
#include "graph/period.hpp"

namespace entente::graph {

/// A GraphFilter made ready for many assertions.
class Filter {
 public:
  /// Throws QueryError when `since` or `until` is no date.
  explicit Filter(const GraphFilter& filter);

  bool allows(RelationType type) const { return (types_ >> static_cast<unsigned>(type) & 1U) != 0; }
  bool allows(RelationType type, const Evidence& evidence) const;
  /// Whether nothing is left out.
  bool allows_everything() const;

 private:
  std::uint32_t types_, domains_, phases_, factualities_;
  double min_score_;
  std::optional<Period> range_;
};

}  // namespace entente::graph

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What the questions of `entente query` (and `export`) share: options, the opened graph, and how ties and
// evidence are shown.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "args.hpp"
#include "entente/graph.hpp"
#include "entente/query.hpp"
#include "table.hpp"
#include "value.hpp"

namespace entente::tools {

/// --type, --group, --domain, --phase, --factuality, --outlet, --min-score, --min-witnesses, --since,
/// --until, --as-of: which assertions count.
struct FilterArgs {
  std::vector<std::string> types, groups, domains, phases, factualities, outlets;
  double min_score = 0;
  std::uint32_t min_witnesses = 0;
  std::string since, until, as_of;

  GraphFilter filter() const;
};
void add_filter(Options& options, FilterArgs& filter);

/// What all questions have: -g, --limit, --sentences, layout, and the filter.
struct QuestionArgs {
  std::string store;
  std::size_t limit = 0;      ///< rows; 0: all
  std::size_t sentences = 1;  ///< quoted under each row
  LayoutArgs layout;
  std::string data;
  FilterArgs filter;
};

/// A graph with its names.
struct World {
  explicit World(const std::string& store);
  /// Entities are found by the codes of the gazetteer too, where there is one.
  explicit World(const QuestionArgs& shared);

  Graph graph;
  NameIndex names;
};

/// `"Sentence." - document, 2004-06-15`
std::string quote(const Evidence& evidence);
/// The first `limit` as quotes.
Value::List quotes(const std::vector<Evidence>& evidence, std::size_t limit);
/// All that is known of one assertion.
Value::Object object_of(const Evidence& evidence);
/// Names of the domains of a tie.
Value::List domains_of(const Tie& tie);

/// Best supported first: the one to show when there is room for one.
std::vector<Evidence> best_first(std::vector<Evidence> evidence);

/// Keeps the first `limit` rows; 0: all.
void shorten(Table& table, std::size_t limit);

}  // namespace entente::tools

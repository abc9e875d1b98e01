// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The graph of who is tied to whom, with the sentences behind every tie:
//
//   const entente::Graph graph = entente::build_graph(entente::Store("world.db"));
//   for (entente::Index i = 0; i < graph.tie_count(); ++i)
//     for (const entente::Evidence& evidence : graph.evidence(i)) ... evidence.sentence ...
//
// A node is an entity; a tie is a distinct (subject, type, object), symmetric types with their ends in order
// of id. Entities are numbered by id, ties by subject, type and object, evidence by date: the same assertions
// give the same graph in whatever order they came. It is a Boost.Graph graph; `entente/bgl.hpp` shows it as
// one.
//
// Thread-safety: a Graph is immutable and shared by any number of threads. Lifetime: references, spans and
// all string_views of Evidence are valid while the Graph lives (moving it keeps them). Cost: about 250 bytes
// an assertion.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/facts.hpp"

namespace entente {

class Store;

/// How far an assertion of that factuality supports its tie.
constexpr double factuality_weight(Factuality value) {
  constexpr std::array<double, 4> kWeights = {1.0, 0.5, 0.25, 0.0};
  return kWeights[static_cast<std::size_t>(value)];
}

/// One assertion as the support of a tie.
struct Evidence {
  std::string_view document;  ///< id
  std::string_view title;
  std::string_view outlet;
  std::string_view url;
  std::string_view reported;  ///< date of the document, or empty
  std::string_view sentence;  ///< verbatim
  std::string_view trigger;   ///< the words of the sentence that say it
  std::string_view time;      ///< of the event: ISO 8601 date or interval, or empty
  std::string_view place;
  std::string_view facility;
  std::string_view detail;
  std::string_view via;
  std::string_view source;
  std::string_view rule;
  Phase phase = Phase::ongoing;
  Factuality factuality = Factuality::fact;
  Domain domain = Domain::none;
  double score = 1.0;
  Span sentence_span;  ///< bytes of the document's text, as are the following
  Span trigger_span;
  Span subject_span;
  Span object_span;

  /// Time of the event, else the date of the report; may be empty.
  std::string_view when() const { return time.empty() ? reported : time; }
};

/// A distinct (subject, type, object) with what its evidence amounts to.
struct Tie {
  Index index = 0;    ///< number of this tie
  Index subject = 0;  ///< entity
  Index object = 0;   ///< entity
  RelationType type = RelationType::agrees_with;
  Factuality factuality = Factuality::fact;  ///< the best there is: fact, planned, possible, negated
  Phase phase = Phase::ongoing;              ///< of the latest evidence of that factuality
  std::uint32_t domains = 0;                 ///< a bit each, by Domain
  Index assertions = 0;
  Index documents = 0;  ///< distinct
  /// Independent witnesses: distinct outlets, those that print the same sentence counted as one, a document
  /// without outlet as its own.
  Index outlets = 0;
  std::string first;  ///< first day, month or year of the event, else of the report; empty when never dated
  std::string last;
  /// 1 - product of (1 - score * factuality_weight) over independent evidence: of what one outlet says, or
  /// several say in the same words, only the best counts. A ranking aid, not a probability.
  double score = 0;
  Index first_evidence = 0;  ///< evidence [first_evidence, first_evidence + assertions)

  bool has_domain(Domain domain) const { return (domains >> static_cast<unsigned>(domain) & 1U) != 0; }
};

/// Which assertions count. Empty lists allow everything.
struct GraphFilter {
  std::vector<RelationType> types{};
  std::vector<RelationGroup> groups{};  ///< allowed in addition to `types`
  std::vector<Domain> domains{};
  std::vector<Phase> phases{};
  std::vector<Factuality> factualities{};
  std::vector<std::string> outlets{};  ///< as documents name them
  double min_score = 0;
  /// Only ties with so many independent witnesses among the evidence that is left.
  Index min_witnesses = 0;
  /// ISO 8601 day, month or year: what held on its last day, that is, had begun, was not over, and nobody had
  /// said that it had ended. QueryError when it is no date.
  std::string as_of{};
  /// ISO 8601 days, months or years: the event (else the report) is not wholly before or after. When one is
  /// given, undated assertions do not count. QueryError when one is no date.
  std::string since{};
  std::string until{};
};

class Graph {
 public:
  struct Data;  // internal: lib/graph/graph_data.hpp
  explicit Graph(std::unique_ptr<const Data> data);
  Graph();  ///< empty
  ~Graph();
  Graph(Graph&&) noexcept;
  Graph& operator=(Graph&&) noexcept;

  Index entity_count() const;
  Index tie_count() const;
  std::size_t evidence_count() const;

  /// Name and type are those most documents give; aliases are all other names, sorted.
  const Entity& entity(Index entity) const;
  const Tie& tie(Index tie) const;
  /// Chronological, undated ones first.
  std::span<const Evidence> evidence(Index tie) const;
  /// The one to show when there is room for one: best supported, then latest.
  const Evidence& best_evidence(Index tie) const;

  /// Ties whose subject (out) or object (in) it is, in order.
  std::vector<Index> ties_out(Index entity) const;
  std::vector<Index> ties_in(Index entity) const;

  /// `RUS:deploys_to:TJK`: stable over rebuilds.
  std::string tie_id(Index tie) const;
  std::optional<Index> find_tie(std::string_view id) const;
  std::optional<Index> find_entity(std::string_view id) const;

  const Data& data() const { return *data_; }

 private:
  std::unique_ptr<const Data> data_;
};

/// Collects extractions, then makes a graph of them.
class GraphBuilder {
 public:
  explicit GraphBuilder(const GraphFilter& filter = {});
  ~GraphBuilder();
  GraphBuilder(GraphBuilder&&) noexcept;
  GraphBuilder& operator=(GraphBuilder&&) noexcept;

  /// Makes room, so that memory is not moved about on the way there.
  void reserve(std::size_t assertions);
  /// Copies what it needs. Self-loops are left out.
  void add(const Extraction& extraction);
  /// The builder is empty afterwards.
  Graph build();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Without a filter every entity is a node, tied or not; with one, only those with ties.
Graph build_graph(const Store& store, const GraphFilter& filter = {});
Graph build_graph(std::span<const Extraction> extractions, const GraphFilter& filter = {});

/// The whole graph of a store's file. A large one is built once for each state of the store and kept beside
/// it
/// (`world.db-graph`), from where it opens in a fraction of the time. That file may be deleted at any time;
/// where it cannot be written, nothing is kept. Throws as Store does.
Graph open_graph(const std::string& store_file);

}  // namespace entente

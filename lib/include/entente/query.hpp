// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Questions to a graph. Entities are named through NameIndex; answers are plain values, best first:
//
//   const entente::NameIndex names(graph);
//   const auto rules = entente::DependenceRules::load("data/dependence.json");
//   for (const auto& answer : entente::dependencies_of(graph, names.find("Tajikistan"), rules))
//     fmt::print("{} {} {:.2f}\n", graph.entity(answer.provider).name, name(answer.domain), answer.strength);
//
// Errors: QueryError for unknown or ambiguous names and bad dates. Thread-safety: pure functions of immutable
// arguments. Lifetime: Evidence in answers refers to the graph's strings.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/graph.hpp"

namespace entente {

// --- Names
// -----------------------------------------------------------------------------------------------------------

/// A code by which an entity is known besides its own: ISO 3166-1 alpha-2, Wikidata (`Q159`), or a number
/// with the list it is from (`num:643` of ISO, `cow:365` of Correlates of War, `gw:365` of Gleditsch and
/// Ward).
struct EntityCode {
  std::string code;
  std::string id;  ///< of the entity
};
/// Those of a folder such as `data/gazetteer`. Throws IoError.
std::vector<EntityCode> load_codes(const std::string& folder);

/// Finds entities by id, code, name or alias; case, accents, a leading "the" and spacing do not matter.
class NameIndex {
 public:
  /// Linear in the names. REQUIRES: `graph` outlives the index.
  explicit NameIndex(const Graph& graph, std::span<const EntityCode> codes = {});
  ~NameIndex();
  NameIndex(NameIndex&&) noexcept;
  NameIndex& operator=(NameIndex&&) noexcept;

  /// The entity meant. Ids go before codes, codes before names, names before aliases, aliases before the
  /// codes that the index was given. Throws QueryError when several are meant (naming them) or none (with
  /// "did you mean").
  Index find(std::string_view name) const;
  /// All that are meant: one, several when ambiguous (most evidence first), or none.
  std::vector<Index> candidates(std::string_view name) const;
  /// The names closest in spelling, at most `limit`.
  std::vector<std::string> suggestions(std::string_view name, std::size_t limit = 3) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The relation type of that name. Throws QueryError with "did you mean".
RelationType parse_relation_type(std::string_view name);
RelationGroup parse_relation_group(std::string_view name);
Domain parse_domain(std::string_view name);
Phase parse_phase(std::string_view name);
Factuality parse_factuality(std::string_view name);

// --- Ties
// ------------------------------------------------------------------------------------------------------------

/// A tie as far as a filter lets it count.
struct Relation {
  Tie tie;  ///< counts, dates, score, phase and factuality of `evidence` alone; `tie.index` is the graph's
  std::vector<Evidence> evidence;
};

/// All ties of `a`, or those between `a` and `b` in either direction, best supported first.
std::vector<Relation> relations(const Graph& graph, Index a, std::optional<Index> b = {},
                                const GraphFilter& filter = {});

/// Everything known of one tie by its id (`RUS:deploys_to:TJK`; for symmetric types in either order; the ends
/// may be written as any name NameIndex knows). Throws QueryError when there is none, or a filter leaves
/// nothing.
Relation explain(const Graph& graph, const NameIndex& names, std::string_view tie_id,
                 const GraphFilter& filter = {});

struct EntitySummary {
  Index entity = kNone;
  Index ties_out = 0;
  Index ties_in = 0;
  std::size_t assertions = 0;
  Index documents = 0;
  std::string first;  ///< first and last date of its ties
  std::string last;
  std::vector<std::pair<RelationType, Index>> types;  ///< how many ties of each type, in order of type
  std::vector<std::pair<Index, Index>> partners;      ///< entity, assertions; most first
};
EntitySummary describe(const Graph& graph, Index entity, const GraphFilter& filter = {});

/// Somebody with whom two others have ties.
struct Common {
  Index entity = kNone;
  double score = 0;             ///< product of the best tie with the one and the best with the other
  std::vector<Index> with_a{};  ///< ties, best first
  std::vector<Index> with_b{};
};
/// Whom `a` and `b` have both to do with, best supported first.
std::vector<Common> common(const Graph& graph, Index a, Index b, const GraphFilter& filter = {});

/// A tie that some say is and others say is not so.
struct Conflict {
  Index tie = kNone;
  double asserted = 0;  ///< score of those who say so
  double denied = 0;    ///< score of those who deny it, as if they asserted it
  std::vector<Evidence> for_it{};
  std::vector<Evidence> against_it{};
};
/// Ties both asserted and denied, those with the best on both sides first.
std::vector<Conflict> conflicts(const Graph& graph, const GraphFilter& filter = {});

// --- Time
// ------------------------------------------------------------------------------------------------------------

/// What happened at one time to one tie.
struct Event {
  Index tie = kNone;
  Index assertions = 0;  ///< that say so: same dates, phase and factuality
  Index witnesses = 0;   ///< independent ones
  Evidence evidence;     ///< the best
};
/// What happened to `a`, or between `a` and `b`, in order of time, undated events first.
std::vector<Event> timeline(const Graph& graph, Index a, std::optional<Index> b = {},
                            const GraphFilter& filter = {});

enum class ChangeKind : std::uint8_t {
  began,   ///< held at the end of the period, not before it
  ended,   ///< held before it, not at its end
  flipped  ///< what was last said of it has another factuality: planned, now denied
};
inline constexpr std::array<std::string_view, 3> kChangeKindNames = {"began", "ended", "flipped"};

struct Change {
  ChangeKind kind = ChangeKind::began;
  Index tie = kNone;
  std::optional<Factuality>
      before;  ///< what was last said of it before the period; nothing when it was not known
  Factuality after = Factuality::fact;
  Evidence evidence;  ///< the latest in the period, else (when it ran out) the latest
};
/// Ties that changed from `since` to `until` (ISO dates, both included; empty: from the beginning, to the
/// latest report), in order of time. A tie holds while facts say so that no end has closed. The filter's own
/// dates are not looked at.
std::vector<Change> changes(const Graph& graph, const std::string& since, const std::string& until,
                            const GraphFilter& filter = {});

// --- Dependence
// ------------------------------------------------------------------------------------------------------

/// How one relation type counts as dependence.
struct DependenceRule {
  RelationType type = RelationType::depends_on;
  bool subject_depends = true;  ///< else the object depends on the subject
  double weight = 0;
  bool own_domain = false;       ///< the domain of the assertion, when it has one
  Domain domain = Domain::none;  ///< otherwise
  bool needs_consent = false;    ///< not while the provider attacks or controls the dependent
  bool share = false;            ///< a share in the detail ("80 percent of its gas") raises the weight to it
};

/// How an assertion that is about a place or facility (as its object, or by its attributes) counts as
/// dependence on that.
struct PlaceRule {
  DependenceRule rule;  ///< `subject_depends`: the subject does
  bool object_depends = false;
};

/// The table `data/dependence.json`: what is read as dependence, and how much each weighs.
struct DependenceRules {
  std::vector<DependenceRule> rules{};  ///< by relation type
  std::vector<PlaceRule> places{};      ///< the same
  std::array<double, 4> factuality = {1.0, 0.5, 0.25, 0.0};
  std::vector<RelationType> breaks_consent{};
  double consent_years = 0;                  ///< how long an attack rules consent out, before and after
  std::vector<std::string> percent_words{};  ///< "percent", "%"
  std::vector<std::string> not_shares{};     ///< a percentage of these is no share of imports: "exports"
  std::vector<std::pair<std::string, double>> fractions{};  ///< "half" 0.5

  /// Throws IoError, or DataError with file and line (or the place in the document).
  static DependenceRules load(const std::string& file);
};

struct DependenceOptions {
  /// ISO date: what held on that day (a month or year: on its last day). Empty: on the day of the latest
  /// report.
  std::string as_of{};
  double half_life_years = 0;     ///< evidence of that age counts half; 0: age does not matter
  std::vector<Domain> domains{};  ///< of the dependence, not of the assertion; empty: all
  double min_strength = 0;
  /// Whether actors depend on places and facilities too: straits, canals, pipelines, ports, bases. They
  /// always do in questions about one.
  bool places = false;
  /// Which assertions count as evidence; ends and attacks that rule a dependence out always do. Its `as_of`
  /// counts when the other is empty.
  GraphFilter filter{};
};

/// One assertion's share in a dependence.
struct DependencePart {
  Index tie = kNone;
  RelationType type = RelationType::depends_on;
  double weight = 0;  ///< of the type, or the import share
  double value = 0;   ///< weight * factuality * score * age
  double share = 0;   ///< of the dependent's imports, where the detail tells one
  bool counted =
      true;  ///< false: a stronger part of this tie has the same witness (same outlet or same words)
  Evidence evidence;
};

/// `dependent` depends on `provider`. The strength is a ranking aid, not a probability.
struct Dependence {
  Index dependent = kNone;
  Index provider = kNone;
  Domain domain = Domain::none;
  double strength = 0;                ///< 1 - product of (1 - value) over the counted parts
  double share = 0;                   ///< the greatest of the parts; settles the order of equal strengths
  std::vector<DependencePart> parts;  ///< greatest value first
};

/// All dependences, strongest first.
std::vector<Dependence> dependences(const Graph& graph, const DependenceRules& rules,
                                    const DependenceOptions& options = {});
/// Who depends on `provider`.
std::vector<Dependence> depends_on(const Graph& graph, Index provider, const DependenceRules& rules,
                                   const DependenceOptions& options = {});
/// On whom `dependent` depends.
std::vector<Dependence> dependencies_of(const Graph& graph, Index dependent, const DependenceRules& rules,
                                        const DependenceOptions& options = {});

/// Somebody on whom an entity depends, directly or through others; for exposed_to(), who depends on it.
struct Exposure {
  Index provider = kNone;
  double strength = 0;  ///< of the best chain: product of the strengths of its steps over all domains
  Index before =
      kNone;            ///< number, in the report, of the step before on that chain; kNone: the entity itself
  Evidence evidence{};  ///< the best for the dependence between the two
};
/// Somebody through whom every chain to others leads: a single point of failure.
struct PointOfFailure {
  Index entity = kNone;
  Index first = 0;  ///< ExposureReport::behind [first, first + count)
  Index count = 0;
};
/// Chains and what is cut off are kept as trees, so that the report is as long as there are entities.
struct ExposureReport {
  Index entity = kNone;
  std::vector<Exposure> exposures;                ///< strongest first
  std::vector<PointOfFailure> points_of_failure;  ///< the one that cuts off most first
  std::vector<Index> behind;                      ///< all reached, as the tree of dominators nests them

  /// From the entity to the provider.
  std::vector<Index> chain(std::size_t exposure) const;
  /// Who is reached through it alone.
  std::span<const Index> cut_off(const PointOfFailure& point) const {
    return std::span(behind).subspan(point.first, point.count);
  }
};
ExposureReport exposure(const Graph& graph, Index entity, const DependenceRules& rules,
                        const DependenceOptions& options = {});
/// The same turned round: who is exposed to `entity`, which may be a place or facility (a strait, a
/// pipeline), and through whom alone. Chains are to be read backwards, each depends on the one before.
ExposureReport exposed_to(const Graph& graph, Index entity, const DependenceRules& rules,
                          const DependenceOptions& options = {});

/// Groups of entities that all depend on one another, directly or through others, over all domains: strongly
/// connected components of the dependences of at least `min_strength`. The greatest first, members in order.
std::vector<std::vector<Index>> mutual_dependence(const Graph& graph, const DependenceRules& rules,
                                                  const DependenceOptions& options = {});

// --- Paths and ranks
// -------------------------------------------------------------------------------------------------

enum class PathKind : std::uint8_t {
  best_supported,  ///< greatest product of tie scores; of several the one with fewest hops
  shortest         ///< fewest hops; of several, in order of entity ids
};
struct PathOptions {
  PathKind kind = PathKind::best_supported;
  GraphFilter filter{};   ///< which evidence may carry a hop; negated evidence never does
  bool directed = false;  ///< only from subjects to objects
  /// Chains do not lead through entities with more partners than that, such as organizations of which all are
  /// members; 0: through anybody.
  Index max_partners = 0;
};
struct Hop {
  Index from = kNone;
  Index to = kNone;
  Index tie = kNone;  ///< its subject is `from`, or `to` when it is taken backwards
  double score = 0;
  Evidence evidence;  ///< the best
};
struct Path {
  std::vector<Hop> hops;
  double score = 0;  ///< product over the hops
};
/// The chain from `a` to `b`; nothing when there is none. No hops when they are the same.
std::optional<Path> find_path(const Graph& graph, Index a, Index b, const PathOptions& options = {});

enum class Centrality : std::uint8_t { degree, pagerank, betweenness };
inline constexpr std::array<std::string_view, 3> kCentralityNames = {"degree", "pagerank", "betweenness"};

struct Ranked {
  Index entity = kNone;
  double value = 0;
};
/// The most central entities, at most `limit`. degree: ties; pagerank: on ties from subject to object,
/// symmetric ones in both directions; betweenness: share of shortest chains, on pairs of partners without
/// direction.
std::vector<Ranked> top(const Graph& graph, Centrality measure, std::size_t limit = 20,
                        const GraphFilter& filter = {});

struct BlocOptions {
  /// Which ties bind; without types and groups, those of agreement, deployment, dependency and cooperation.
  GraphFilter filter{};
  double resolution = 1;  ///< greater: more and smaller blocs
};
struct Bloc {
  std::vector<Index> members;  ///< most bound to the bloc first
  double inside = 0;           ///< sum of the scores of ties between members
  double outside = 0;          ///< sum of the scores of ties with others
};
struct BlocReport {
  std::vector<Bloc> blocs;  ///< of two or more, greatest first
  double modularity = 0;    ///< of the whole partition; 0: no better than chance
};
/// Communities: groups with more ties among them than chance would give, by Louvain's method with its last
/// level refined, so that each bloc hangs together and no single move makes it better.
BlocReport blocs(const Graph& graph, const BlocOptions& options = {});

}  // namespace entente

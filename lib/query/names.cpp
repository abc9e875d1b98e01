// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// All names of all entities in folded form, sorted: a look-up is a binary search, a suggestion one pass.
#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "entente/query.hpp"
#include "query/spelling.hpp"

namespace entente {
namespace {

/// What a name is to its entity: the earlier goes first.
enum class Kind : std::uint8_t { id, code, name, alias, other_code };

struct Entry {
  std::string folded;
  Kind kind;
  Index entity;
  friend auto operator<=>(const Entry&, const Entry&) = default;
};

constexpr std::size_t kLongestShown = 60;  // bytes of a name in a message

std::string shortened(std::string_view name) {
  if (name.size() <= kLongestShown) return std::string(name);
  std::size_t end = kLongestShown;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80) --end;
  return std::string(name.substr(0, end)) + "...";
}

}  // namespace

struct NameIndex::State {
  const Graph& graph;
  std::vector<Entry> entries;
  std::vector<std::size_t> weights;  // assertions about each entity

  State(const Graph& of, std::span<const EntityCode> codes) : graph(of), weights(of.entity_count()) {
    for (Index i = 0; i < graph.entity_count(); ++i) add(i);
    for (const EntityCode& one : codes)
      if (const auto entity = graph.find_entity(one.id))
        entries.push_back({query::fold(one.code), Kind::other_code, *entity});
    std::sort(entries.begin(), entries.end());
    for (Index i = 0; i < graph.tie_count(); ++i) {
      const Tie& tie = graph.tie(i);
      weights[tie.subject] += tie.assertions;
      weights[tie.object] += tie.assertions;
    }
  }

  void add(Index i) {
    const Entity& entity = graph.entity(i);
    entries.push_back({query::fold(entity.id), Kind::id, i});
    if (!entity.code.empty()) entries.push_back({query::fold(entity.code), Kind::code, i});
    entries.push_back({query::fold(entity.name), Kind::name, i});
    for (const std::string& alias : entity.aliases) entries.push_back({query::fold(alias), Kind::alias, i});
  }

  void sort_by_weight(std::vector<Index>& entities) const {
    std::sort(entities.begin(), entities.end(), [&](Index a, Index b) {
      return std::make_tuple(weights[b], a) < std::make_tuple(weights[a], b);
    });
  }
};

NameIndex::NameIndex(const Graph& graph, std::span<const EntityCode> codes)
    : state_(std::make_unique<State>(graph, codes)) {}
NameIndex::~NameIndex() = default;
NameIndex::NameIndex(NameIndex&&) noexcept = default;
NameIndex& NameIndex::operator=(NameIndex&&) noexcept = default;

std::vector<Index> NameIndex::candidates(std::string_view name) const {
  if (const auto exact = state_->graph.find_entity(name)) return {*exact};
  const std::string folded = query::fold(name);
  std::vector<Index> found;
  if (folded.empty()) return found;
  auto entry = std::lower_bound(state_->entries.begin(), state_->entries.end(), folded,
                                [](const Entry& a, const std::string& b) { return a.folded < b; });
  if (entry == state_->entries.end()) return found;
  const Kind kind = entry->kind;
  for (; entry != state_->entries.end() && entry->folded == folded && entry->kind == kind; ++entry)
    if (found.empty() || found.back() != entry->entity) found.push_back(entry->entity);
  state_->sort_by_weight(found);
  return found;
}

std::vector<std::string> NameIndex::suggestions(std::string_view name, std::size_t limit) const {
  const std::string folded = query::fold(name);
  const std::u32string wanted = query::code_points(folded);
  const std::size_t slips = query::tolerated(wanted.size());
  constexpr std::size_t kShortestStart = 3;
  std::map<Index, std::size_t> distances;
  for (const Entry& entry : state_->entries) {
    if (entry.kind == Kind::other_code) continue;  // nobody mistypes a name into a number
    std::size_t distance = query::edit_distance(wanted, query::code_points(entry.folded), slips);
    // The beginning of a name is as good as a name with the worst spelling.
    const bool start = wanted.size() >= kShortestStart && entry.folded.compare(0, folded.size(), folded) == 0;
    if (distance > slips && !start) continue;
    distance = std::min(distance, slips);
    const auto [known, added] = distances.try_emplace(entry.entity, distance);
    if (!added) known->second = std::min(known->second, distance);
  }
  std::vector<std::tuple<std::size_t, std::size_t, Index>> ranked;
  for (const auto& [entity, distance] : distances) {
    // Lighter entities after heavier ones of the same distance.
    ranked.emplace_back(distance, ~state_->weights[entity], entity);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> names;
  for (const auto& row : ranked) {
    if (names.size() == limit) break;
    const std::string& found = state_->graph.entity(std::get<2>(row)).name;
    if (std::find(names.begin(), names.end(), found) == names.end()) names.push_back(found);
  }
  return names;
}

Index NameIndex::find(std::string_view name) const {
  const std::vector<Index> found = candidates(name);
  if (found.size() == 1) return found.front();
  std::string others;
  if (found.empty()) {
    for (const std::string& suggestion : suggestions(name))
      others += (others.empty() ? "; did you mean " : ", ") + shortened(suggestion);
    throw QueryError(fmt::format("the graph knows nobody called \"{}\"{}{}", shortened(name), others,
                                 others.empty() ? "" : "?"));
  }
  constexpr std::size_t kMostShown = 8;
  for (std::size_t i = 0; i < std::min(found.size(), kMostShown); ++i) {
    const Entity& entity = state_->graph.entity(found[i]);
    others += fmt::format("{}{} ({})", i == 0 ? "" : ", ", entity.id, shortened(entity.name));
  }
  throw QueryError(fmt::format("\"{}\" may be {}{}; use one of these ids", shortened(name), others,
                               found.size() > kMostShown ? ", ..." : ""));
}

}  // namespace entente

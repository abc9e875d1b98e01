// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Lists of allowed values as sets of bits.
#include "graph/filter.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graph/summary.hpp"

namespace entente::graph {
namespace {

constexpr std::uint32_t kEverything = ~0U;

template <class Enum>
std::uint32_t bits_of(const std::vector<Enum>& values) {
  std::uint32_t result = 0;
  for (const Enum value : values) result |= 1U << static_cast<unsigned>(value);
  return values.empty() ? kEverything : result;
}

std::uint32_t types_of(const GraphFilter& filter) {
  if (filter.groups.empty()) return bits_of(filter.types);
  const std::uint32_t groups = bits_of(filter.groups);
  std::uint32_t result = filter.types.empty() ? 0 : bits_of(filter.types);
  for (unsigned type = 0; type < kRelationTypeCount; ++type)
    if ((groups >> static_cast<unsigned>(kRelations[type].group) & 1U) != 0) result |= 1U << type;
  return result;
}

Period date(const std::string& text) {
  const auto period = parse_date(text);
  if (!period) throw QueryError(fmt::format("\"{}\" is not a date; write 2004, 2004-06 or 2004-06-15", text));
  return *period;
}

std::optional<Period> range_of(const GraphFilter& filter) {
  if (filter.since.empty() && filter.until.empty()) return std::nullopt;
  Period range;
  if (!filter.since.empty()) range.begin = date(filter.since).begin;
  if (!filter.until.empty()) range.end = date(filter.until).end;
  return range;
}

std::vector<std::string> sorted(std::vector<std::string> list) {
  std::sort(list.begin(), list.end());
  return list;
}

bool has_bit(std::uint32_t set, unsigned value) {
  return (set >> value & 1U) != 0;
}

}  // namespace

Filter::Filter(const GraphFilter& filter)
    : types_(types_of(filter)),
      domains_(bits_of(filter.domains)),
      phases_(bits_of(filter.phases)),
      factualities_(bits_of(filter.factualities)),
      outlets_(sorted(filter.outlets)),
      min_score_(filter.min_score),
      min_witnesses_(filter.min_witnesses),
      range_(range_of(filter)),
      now_(filter.as_of.empty() ? Now{} : Now{date(filter.as_of).end, true}) {}

bool Filter::allows(RelationType type, const Evidence& evidence) const {
  if (!allows(type) || evidence.score < min_score_) return false;
  if (!has_bit(domains_, static_cast<unsigned>(evidence.domain))) return false;
  if (!has_bit(phases_, static_cast<unsigned>(evidence.phase))) return false;
  if (!has_bit(factualities_, static_cast<unsigned>(evidence.factuality))) return false;
  if (!outlets_.empty() && !std::binary_search(outlets_.begin(), outlets_.end(), evidence.outlet))
    return false;
  if (!range_) return true;
  auto period = parse_period(evidence.time);
  if (!period) period = parse_date(evidence.reported);
  return period && period->overlaps(*range_);
}

bool Filter::allows_everything() const {
  return types_ == kEverything && domains_ == kEverything && phases_ == kEverything &&
         factualities_ == kEverything && outlets_.empty() && min_score_ <= 0 && !range_ && !looks_at_ties();
}

std::vector<Evidence> Filter::select(RelationType type, std::span<const Evidence> evidence) const {
  if (allows_everything()) return {evidence.begin(), evidence.end()};
  std::vector<Evidence> result;
  if (!allows(type)) return result;
  const std::vector<bool> holds = now_.asked ? holding(evidence, now_) : std::vector<bool>();
  for (std::size_t i = 0; i < evidence.size(); ++i)
    if ((!now_.asked || holds[i]) && allows(type, evidence[i])) result.push_back(evidence[i]);
  if (!has_witnesses(result)) result.clear();
  return result;
}

bool Filter::has_witnesses(std::span<const Evidence> evidence) const {
  if (min_witnesses_ <= 1 || evidence.empty()) return true;
  return evidence.size() >= min_witnesses_ && independent_groups(evidence).count >= min_witnesses_;
}

}  // namespace entente::graph

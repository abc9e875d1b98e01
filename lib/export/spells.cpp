// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A union of intervals: sorted by their begin, one pass.
#include "export/spells.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

#include <fmt/format.h>

namespace entente::exporters {
namespace {

std::optional<Spell> spell_of(const Evidence& evidence) {
  auto period = graph::parse_period(evidence.time);
  if (!period) period = graph::parse_date(evidence.reported);
  if (!period) return std::nullopt;
  return Spell{period->begin, period->end};
}

}  // namespace

std::vector<Spell> spells_of(const Tie& tie, std::span<const Evidence> evidence) {
  std::vector<Spell> spells;
  for (const Evidence& e : evidence) {
    if (e.factuality == Factuality::negated && tie.factuality != Factuality::negated) continue;
    if (const auto spell = spell_of(e)) spells.push_back(*spell);
  }
  std::sort(spells.begin(), spells.end(), [](const Spell& a, const Spell& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  std::size_t last = 0;
  for (std::size_t i = 1; i < spells.size(); ++i) {
    Spell& open = spells[last];
    if (open.end == graph::kAlwaysAfter || spells[i].begin <= open.end + 1) {
      open.end = std::max(open.end, spells[i].end);
    } else {
      spells[++last] = spells[i];
    }
  }
  if (!spells.empty()) spells.resize(last + 1);
  return spells;
}

std::string iso_date(graph::Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace entente::exporters

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The values stand in the order of the tables in attributes.hpp. Nothing is copied but lists of views, whose
// memory is used again for the next node or edge.
#include "export/attributes.hpp"

#include <algorithm>

namespace entente::exporters {
namespace {

Value text(std::string_view value) {
  return {.text = value};
}
Value list(const std::vector<std::string_view>& values) {
  return {.list = values};
}
Value integer(Index value) {
  return {.integer = value};
}

/// The different values of a field in all evidence, in order of their first.
void collect(std::span<const Evidence> evidence, std::string_view Evidence::*field,
             std::vector<std::string_view>& values) {
  values.clear();
  for (const Evidence& e : evidence)
    if (!(e.*field).empty()) values.push_back(e.*field);
  if (values.size() < 2) return;
  std::vector<std::string_view> sorted = values;
  std::sort(sorted.begin(), sorted.end());
  std::vector<bool> seen(sorted.size());
  const auto is_first = [&](std::string_view value) {
    const auto at =
        static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
    const bool first = !seen[at];
    seen[at] = true;
    return first;
  };
  values.erase(std::remove_if(values.begin(), values.end(), [&](auto value) { return !is_first(value); }),
               values.end());
}

/// Whether one of its parts between colons is called so.
bool holds_relation_type(std::string_view id) {
  if (id.find(':') == std::string_view::npos) return false;
  for (std::size_t begin = 0; begin <= id.size();) {
    const std::size_t end = std::min(id.find(':', begin), id.size());
    if (relation_type(id.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

const std::array<Value, kNodeAttributes.size()>& NodeValues::of(const Entity& entity) {
  aliases_.assign(entity.aliases.begin(), entity.aliases.end());
  const auto code = [&](std::string_view name) {
    return text(codes_ == nullptr ? std::string_view() : codes_->find(entity.id, name));
  };
  values_ = {text(entity.id),   text(name(entity.type)),
             text(entity.code), list(aliases_),
             code("iso2"),      code("num"),
             code("cow"),       code("gw"),
             code("qid")};
  return values_;
}

const std::array<Value, kEdgeAttributes.size()>& EdgeValues::of(const Tie& tie) {
  const auto evidence = graph_.evidence(tie.index);
  const Evidence& best = graph_.best_evidence(tie.index);
  domains_.clear();
  for (std::size_t i = 1; i < kDomainNames.size(); ++i)
    if (tie.has_domain(static_cast<Domain>(i))) domains_.push_back(kDomainNames[i]);
  collect(evidence, &Evidence::place, places_);
  collect(evidence, &Evidence::facility, facilities_);
  const RelationInfo& relation = info(tie.type);
  values_ = {text(relation.name),
             text(name(relation.group)),
             Value{.truth = relation.symmetric},
             text(name(tie.phase)),
             text(name(tie.factuality)),
             list(domains_),
             integer(tie.assertions),
             integer(tie.documents),
             integer(tie.outlets),
             text(tie.first),
             text(tie.last),
             Value{.number = tie.score},
             text(best.sentence),
             text(best.document),
             text(best.reported),
             text(best.outlet),
             text(best.detail),
             text(best.url),
             text(best.via),
             text(best.source),
             list(places_),
             list(facilities_)};
  return values_;
}

EdgeIds::EdgeIds(const Graph& graph) : graph_(graph) {
  for (Index i = 0; i < graph.entity_count() && !unclear_; ++i)
    unclear_ = holds_relation_type(graph.entity(i).id);
}

std::string EdgeIds::of(const Tie& tie) const {
  std::string id = graph_.tie_id(tie.index);
  const auto taken = [&] {
    const auto other = graph_.find_tie(id);
    return (other && *other != tie.index) || graph_.find_entity(id);
  };
  while (unclear_ && taken()) id += '~' + std::to_string(tie.index);
  return id;
}

std::string upper_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), upper);
  return result;
}

std::string camel_case(std::string_view text) {
  std::string result;
  bool start = true;
  for (const char c : text) {
    if (c != '_') result += start ? upper(c) : c;
    start = c == '_';
  }
  return result;
}

std::string join(std::span<const std::string_view> parts, std::string_view separator) {
  std::string result;
  for (const std::string_view part : parts) {
    if (!result.empty()) result += separator;
    result += part;
  }
  return result;
}

}  // namespace entente::exporters

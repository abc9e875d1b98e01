// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The words of the ontology as people type them: `DEPLOYS-TO` is deploys_to.
#include <fmt/format.h>

#include "entente/query.hpp"
#include "query/spelling.hpp"

namespace entente {
namespace {

std::string canonical(std::string_view word) {
  std::string result;
  for (const char c : word) {
    const bool upper = c >= 'A' && c <= 'Z';
    result += upper ? static_cast<char>(c - 'A' + 'a') : c == '-' || c == ' ' ? '_' : c;
  }
  return result;
}

template <class Enum, class Names>
Enum parse(std::string_view word, const char* kind, const Names& names) {
  const std::string wanted = canonical(word);
  std::vector<std::string_view> known;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].empty()) continue;
    if (names[i] == wanted) return static_cast<Enum>(i);
    known.push_back(names[i]);
  }
  const std::string closest = query::did_you_mean(word, known);
  if (!closest.empty()) throw QueryError(fmt::format("unknown {} \"{}\"{}", kind, word, closest));
  throw QueryError(fmt::format("unknown {} \"{}\"; there are {}", kind, word, fmt::join(known, ", ")));
}

}  // namespace

RelationType parse_relation_type(std::string_view name) {
  std::array<std::string_view, kRelationTypeCount> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kRelations[i].name;
  return parse<RelationType>(name, "relation type", names);
}

RelationGroup parse_relation_group(std::string_view name) {
  return parse<RelationGroup>(name, "relation group", kRelationGroupNames);
}

Domain parse_domain(std::string_view name) {
  return parse<Domain>(name, "domain", kDomainNames);
}
Phase parse_phase(std::string_view name) {
  return parse<Phase>(name, "phase", kPhaseNames);
}
Factuality parse_factuality(std::string_view name) {
  return parse<Factuality>(name, "factuality", kFactualityNames);
}

}  // namespace entente

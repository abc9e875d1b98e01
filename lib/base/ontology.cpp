// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "entente/ontology.hpp"

namespace entente {
namespace {

using enum EntityType;

constexpr EntityTypes kAll = (1U << kEntityTypeNames.size()) - 1;
constexpr EntityTypes kPerson = bits(person);

template <class Enum, class Table>
std::optional<Enum> find(const Table& table, std::string_view name) {
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

const std::array<RelationInfo, kRelationTypeCount> kRelations = {{
    {"agrees_with", RelationGroup::agreement, true, kActors, kActors},
    {"party_to", RelationGroup::agreement, false, kActors, bits(EntityType::agreement)},
    {"allied_with", RelationGroup::agreement, true, kActors, kActors},
    {"member_of", RelationGroup::agreement, false, kActors, bits(igo, organization)},
    {"deploys_to", RelationGroup::deployment, false, kActors, static_cast<EntityTypes>(kAreas | bits(place))},
    {"has_base_in", RelationGroup::deployment, false, kActors, kAreas},
    {"exercises_with", RelationGroup::deployment, true, kActors, kActors},
    {"transfers_to", RelationGroup::deployment, false, kActors, kActors},
    {"depends_on", RelationGroup::dependency, false, kActors, kActors},
    {"supplies", RelationGroup::dependency, false, kActors, kActors},
    {"arms", RelationGroup::dependency, false, kActors, kActors},
    {"aids", RelationGroup::dependency, false, kActors, kActors},
    {"owes_debt_to", RelationGroup::dependency, false, kActors, kActors},
    {"invests_in", RelationGroup::dependency, false, kActors, static_cast<EntityTypes>(kActors | bits(facility))},
    {"protects", RelationGroup::dependency, false, kActors, kActors},
    {"controls", RelationGroup::dependency, false, kActors, static_cast<EntityTypes>(kActors | bits(facility, place))},
    {"consults", RelationGroup::cooperation, true, kActors, kActors},
    {"cooperates_with", RelationGroup::cooperation, true, kActors, kActors},
    {"supports", RelationGroup::cooperation, false, kActors, static_cast<EntityTypes>(kActors | kPerson)},
    {"requests", RelationGroup::cooperation, false, kActors, kActors},
    {"attacks", RelationGroup::conflict, false, kActors, static_cast<EntityTypes>(kActors | bits(place))},
    {"threatens", RelationGroup::conflict, false, kActors, kActors},
    {"sanctions", RelationGroup::conflict, false, kActors, static_cast<EntityTypes>(kActors | kPerson)},
    {"opposes", RelationGroup::conflict, false, kActors, static_cast<EntityTypes>(kActors | kPerson | bits(EntityType::agreement))},
    {"disputes_with", RelationGroup::conflict, true, kActors, kActors},
    {"leads", RelationGroup::structure, false, kPerson, static_cast<EntityTypes>(kAll & ~bits(person, EntityType::agreement))},
    {"part_of", RelationGroup::structure, false, static_cast<EntityTypes>(kAll & ~bits(person, EntityType::agreement, country)),
     static_cast<EntityTypes>(kActors | bits(armed_force, government_body))},
    {"located_in", RelationGroup::structure, false,
     bits(facility, place, territory, organization, government_body, armed_force, igo),
     static_cast<EntityTypes>(kAreas | bits(place))},
    {"borders", RelationGroup::structure, true, kAreas, kAreas},
}};

std::optional<EntityType> entity_type(std::string_view name) { return find<EntityType>(kEntityTypeNames, name); }
std::optional<RelationType> relation_type(std::string_view name) {
  for (std::size_t i = 0; i < kRelations.size(); ++i)
    if (kRelations[i].name == name) return static_cast<RelationType>(i);
  return std::nullopt;
}
std::optional<RelationGroup> relation_group(std::string_view name) {
  return find<RelationGroup>(kRelationGroupNames, name);
}
std::optional<Phase> phase(std::string_view name) { return find<Phase>(kPhaseNames, name); }
std::optional<Factuality> factuality(std::string_view name) { return find<Factuality>(kFactualityNames, name); }
std::optional<Domain> domain(std::string_view name) { return find<Domain>(kDomainNames, name); }

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What Entente looks for: entity types, relation types and the values of their attributes. Each enum has one name
// table, which parsing, printing and the documents use. Nothing here allocates; everything is constant.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

enum class EntityType : std::uint8_t {
  country, territory, region, place, igo, government_body, armed_force, armed_group, person, company, organization,
  facility, agreement
};
inline constexpr std::array<std::string_view, 13> kEntityTypeNames = {
    "country", "territory", "region", "place", "igo", "government_body", "armed_force", "armed_group", "person",
    "company", "organization", "facility", "agreement"};

/// A set of entity types, a bit each.
using EntityTypes = std::uint16_t;
constexpr EntityTypes bit(EntityType type) { return static_cast<EntityTypes>(1U << static_cast<unsigned>(type)); }
template <class... Types>
constexpr EntityTypes bits(Types... types) {
  return static_cast<EntityTypes>((0U | ... | bit(types)));
}
constexpr bool has(EntityTypes set, EntityType type) { return (set & bit(type)) != 0; }

/// Those that act: countries, territories, regions, IGOs, armed groups, companies, organizations.
inline constexpr EntityTypes kActors =
    bits(EntityType::country, EntityType::territory, EntityType::region, EntityType::igo, EntityType::armed_group,
         EntityType::company, EntityType::organization);
/// Those that lie somewhere as areas.
inline constexpr EntityTypes kAreas = bits(EntityType::country, EntityType::territory, EntityType::region);

enum class RelationType : std::uint8_t {
  agrees_with, party_to, allied_with, member_of, deploys_to, has_base_in, exercises_with, transfers_to, depends_on,
  supplies, arms, aids, owes_debt_to, invests_in, protects, controls, consults, cooperates_with, supports, requests,
  attacks, threatens, sanctions, opposes, disputes_with, leads, part_of, located_in, borders
};
inline constexpr std::size_t kRelationTypeCount = 29;

enum class RelationGroup : std::uint8_t { agreement, deployment, dependency, cooperation, conflict, structure };
inline constexpr std::array<std::string_view, 6> kRelationGroupNames = {"agreement",   "deployment", "dependency",
                                                                        "cooperation", "conflict",   "structure"};

/// What a relation type is: its name, group, whether (A, B) is (B, A), and the entity types its ends may have.
struct RelationInfo {
  std::string_view name;
  RelationGroup group;
  bool symmetric;
  EntityTypes subjects;
  EntityTypes objects;
};
/// By RelationType.
extern const std::array<RelationInfo, kRelationTypeCount> kRelations;
inline const RelationInfo& info(RelationType type) { return kRelations[static_cast<std::size_t>(type)]; }

enum class Phase : std::uint8_t { ongoing, start, end };
inline constexpr std::array<std::string_view, 3> kPhaseNames = {"ongoing", "start", "end"};

enum class Factuality : std::uint8_t { fact, planned, possible, negated };
inline constexpr std::array<std::string_view, 4> kFactualityNames = {"fact", "planned", "possible", "negated"};

enum class Domain : std::uint8_t {
  none, security, border, energy, trade, finance, aid, arms, nuclear, space, technology, transit, migration, narcotics,
  terrorism, water, food, territory, diplomatic, recognition, humanitarian, justice, politics
};
inline constexpr std::array<std::string_view, 23> kDomainNames = {
    "", "security", "border", "energy", "trade", "finance", "aid", "arms", "nuclear", "space", "technology", "transit",
    "migration", "narcotics", "terrorism", "water", "food", "territory", "diplomatic", "recognition", "humanitarian",
    "justice", "politics"};

inline std::string_view name(EntityType value) { return kEntityTypeNames[static_cast<std::size_t>(value)]; }
inline std::string_view name(RelationType value) { return info(value).name; }
inline std::string_view name(RelationGroup value) { return kRelationGroupNames[static_cast<std::size_t>(value)]; }
inline std::string_view name(Phase value) { return kPhaseNames[static_cast<std::size_t>(value)]; }
inline std::string_view name(Factuality value) { return kFactualityNames[static_cast<std::size_t>(value)]; }
inline std::string_view name(Domain value) { return kDomainNames[static_cast<std::size_t>(value)]; }

/// The value of that name, or nothing.
std::optional<EntityType> entity_type(std::string_view name);
std::optional<RelationType> relation_type(std::string_view name);
std::optional<RelationGroup> relation_group(std::string_view name);
std::optional<Phase> phase(std::string_view name);
std::optional<Factuality> factuality(std::string_view name);
std::optional<Domain> domain(std::string_view name);

}  // namespace entente

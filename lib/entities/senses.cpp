// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A score for each sense: what the document names elsewhere beyond doubt, whether the entity existed at the
// time, the part of speech, and the order of the gazetteer as the last word (one sense per discourse: Gale et
// al. 1992).
#include "entities/senses.hpp"

#include <algorithm>

namespace entente {
namespace {

bool is_person(const Reading& reading, const Sense& sense) {
  return reading.gazetteer.entry(sense.entry).type == EntityType::person;
}

bool is_town(const Reading& reading, const Sense& sense) {
  return sense.kind == SenseKind::name && reading.gazetteer.entry(sense.entry).type == EntityType::place;
}

bool exists_in(const GazetteerEntry& entry, int year) {
  if (year == 0 || (entry.valid_from == 0 && entry.valid_to == 0)) return true;
  constexpr int kMemory = 15;  // states are spoken of for a while after their end
  return year >= entry.valid_from && (entry.valid_to == 0 || year <= entry.valid_to + kMemory);
}

/// Whether the phrase meant the entity in a year: "Republic of China" was China until 1949, then Taiwan.
bool means_in(const Sense& sense, int year) {
  if (year == 0) return true;
  return year >= sense.from && (sense.to == 0 || year <= sense.to);
}

/// "Atlanta, Georgia": the country of the town right before, kNone when there is none.
Index country_of_town_before(const Reading& reading, const Draft& draft, const Draft* before) {
  const Index first = draft.mention.first;
  if (before == nullptr || first < 2 || before->mention.last + 1 != first || reading.word(first - 1) != ",")
    return kNone;
  for (const Sense& sense : before->senses)
    if (is_town(reading, sense)) return reading.gazetteer.entry(sense.entry).of;
  return kNone;
}

/// Larger is better; the sense's place in the gazetteer breaks ties.
int score(const Reading& reading, const Votes& votes, const Draft& draft, const Sense& sense) {
  const GazetteerEntry& entry = reading.gazetteer.entry(sense.entry);
  int points = std::min(votes.of(sense.entry), 8) * 3 + std::min(votes.towns_of(sense.entry), 3);
  if (entry.type == EntityType::territory) {  // "Georgia" among other states of the Union
    const auto siblings = votes.territories.find(entry.of);
    points += siblings == votes.territories.end() ? -3 : 8;
  } else if (entry.of != kNone) {
    points += std::min(votes.of(entry.of), 4);
  }
  const int year = reading.year_at(draft.mention.first);
  if (!exists_in(entry, year) || !means_in(sense, year)) points -= 25;
  if (entry.valid_to != 0) {  // a state of the past needs a reason
    const bool then = year >= entry.valid_from && year <= entry.valid_to;
    points += year == 0 ? -3 : then ? 4 : -6;
  }
  const bool modifier = reading.upos(draft.mention.head) == Upos::ADJ;
  if (modifier && sense.kind == SenseKind::adjective) points += 4;
  if (sense.kind == SenseKind::seat) points -= 1;
  return points;
}

MentionKind mention_kind(SenseKind kind) {
  switch (kind) {
    case SenseKind::adjective:
    case SenseKind::inhabitant:
    case SenseKind::prefix:
      return MentionKind::demonym;
    case SenseKind::seat:
      return MentionKind::metonym;
    case SenseKind::name:
    case SenseKind::surname:
      return MentionKind::name;
  }
  return MentionKind::name;
}

/// A name that is a country's own beats its capital's: "Singapore", "Panama".
bool names_country(const Reading& reading, const Draft& draft) {
  return std::any_of(draft.senses.begin(), draft.senses.end(), [&](const Sense& sense) {
    return sense.kind == SenseKind::name &&
           has(bits(EntityType::country), reading.gazetteer.entry(sense.entry).type);
  });
}

/// "National Revolutionary Front", an alias of a group in a country that the document does not name: another
/// one.
bool is_namesake(const Reading& reading, const Votes& votes, const Draft& draft) {
  constexpr EntityTypes kLocal = bits(EntityType::armed_group, EntityType::organization,
                                      EntityType::government_body, EntityType::armed_force);
  const GazetteerEntry& entry = reading.gazetteer.entry(draft.entry);
  if (!has(kLocal, entry.type) || entry.of == kNone || votes.of(entry.of) + votes.towns_of(entry.of) > 0)
    return false;
  const GazetteerEntry& country = reading.gazetteer.entry(entry.of);
  if (country.type != EntityType::country) return false;
  const std::string_view text = reading.text(draft.mention.first, draft.mention.last);
  const bool says_so = text.find(country.name) != std::string_view::npos ||
                       (!country.adjective.empty() && text.find(country.adjective) != std::string_view::npos);
  if (says_so) return false;  // "Afghan Army"
  if (text == entry.name) return false;
  const Index words = draft.mention.last - draft.mention.first;
  if (reading.shape(draft.mention.first) == Shape::caps)  // "SAF": of Sudan or of Singapore
    return words == 1 && entry.type == EntityType::armed_force;
  const WordLists& lists = reading.gazetteer.words();
  const auto common = [&](Index token) {
    return lists.has(WordList::designators, reading.lower(token)) ||
           lists.has(WordList::acting_nouns, reading.lower(token));
  };
  return common(draft.mention.last - 1) || (words > 1 && common(draft.mention.first));
}

/// A town whose name is also a word or another town's: only where its country is named too.
bool lacks_country(const Reading& reading, const Votes& votes, const Draft& draft, const Sense& sense) {
  const GazetteerEntry& entry = reading.gazetteer.entry(sense.entry);
  if (!entry.ambiguous || entry.of == kNone || entry.type != EntityType::place) return false;
  return draft.senses.size() == 1 && votes.of(entry.of) == 0 && votes.towns_of(entry.of) == 0;
}

/// `before` is the name to the left, or nullptr.
void choose_sense(const Reading& reading, const Votes& votes, const Draft* before, Draft& draft) {
  const Index town_country = country_of_town_before(reading, draft, before);
  const bool seat = std::any_of(draft.senses.begin(), draft.senses.end(),
                                [](const Sense& sense) { return sense.kind == SenseKind::seat; });
  const bool town = std::any_of(draft.senses.begin(), draft.senses.end(),
                                [&](const Sense& sense) { return is_town(reading, sense); });
  const bool country = names_country(reading, draft);
  const bool government = seat && !country && stands_for_government(reading, draft);
  const Sense* best = nullptr;
  int best_points = 0;
  for (const Sense& sense : draft.senses) {
    if (is_person(reading, sense)) continue;
    if (seat && country && (sense.kind == SenseKind::seat || is_town(reading, sense))) continue;
    if (seat && !country && government != (sense.kind == SenseKind::seat) && (government || town)) continue;
    if (lacks_country(reading, votes, draft, sense)) continue;
    int points = score(reading, votes, draft, sense);
    if (town_country != kNone &&
        (sense.entry == town_country || reading.gazetteer.entry(sense.entry).of == town_country))
      points += 15;
    if (best != nullptr && points <= best_points) continue;
    best = &sense;
    best_points = points;
  }
  if (best == nullptr) return;
  draft.entry = best->entry;
  draft.type = reading.gazetteer.entry(best->entry).type;
  draft.mention.kind = mention_kind(best->kind);
  if (is_namesake(reading, votes, draft)) {
    draft.entry = kNone;
    draft.name = std::string(reading.text(draft.mention.first, draft.mention.last));
    draft.mention.kind = MentionKind::name;
    return;
  }
  draft.place_only = best->kind == SenseKind::seat && !government;
}

/// The country that all senses of a name are a town or the seat of; kNone when they are not.
Index country_of_towns(const Reading& reading, const Draft& draft) {
  Index country = kNone;
  for (const Sense& sense : draft.senses) {
    const GazetteerEntry& entry = reading.gazetteer.entry(sense.entry);
    const bool town = is_town(reading, sense) && !entry.ambiguous;
    if (!town && sense.kind != SenseKind::seat) return kNone;
    const Index of = town ? entry.of : sense.entry;
    if (of == kNone || (country != kNone && country != of)) return kNone;
    country = of;
  }
  return country;
}

}  // namespace

bool has_person_sense(const Reading& reading, const Draft& draft) {
  return std::any_of(draft.senses.begin(), draft.senses.end(),
                     [&](const Sense& sense) { return is_person(reading, sense); });
}

Votes count_votes(const Reading& reading, const std::vector<Draft>& names) {
  Votes votes;
  for (const Draft& draft : names) {
    if (const Index country = country_of_towns(reading, draft); country != kNone) ++votes.towns[country];
    Index entry = kNone;
    bool sure = true;
    for (const Sense& sense : draft.senses) {
      if (sense.kind == SenseKind::seat || sense.kind == SenseKind::surname || is_town(reading, sense))
        continue;
      sure = sure && (entry == kNone || entry == sense.entry);
      entry = sense.entry;
    }
    if (entry == kNone || !sure) continue;
    ++votes.entries[entry];
    const GazetteerEntry& known = reading.gazetteer.entry(entry);
    if (known.type == EntityType::territory && known.of != kNone) ++votes.territories[known.of];
  }
  return votes;
}

void choose_senses(const Reading& reading, const Votes& votes, std::vector<Draft>& names) {
  for (Index i = 0; i < names.size(); ++i)
    choose_sense(reading, votes, i == 0 ? nullptr : &names[i - 1], names[i]);
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The recognizer knows persons, locations and organizations; the ontology has thirteen types. A name's own
// words decide first ("Vostok Gas Company"), then nouns beside it ("the militia X", "X, a shipping company",
// "fighters of X"), then the verb it is the subject of. What is left is an organization or a place.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "entities/names.hpp"

namespace entente {
namespace {

constexpr Index kLongestName = 9;  // tokens
constexpr EntityTypes kOrganizations =
    bits(EntityType::igo, EntityType::government_body, EntityType::armed_force, EntityType::armed_group,
         EntityType::company, EntityType::organization);
constexpr EntityTypes kLocations =
    bits(EntityType::place, EntityType::facility, EntityType::territory, EntityType::region);

class RecognisedFinder {
 public:
  RecognisedFinder(const Reading& reading, const std::vector<Draft>& names)
      : reading_(reading), words_(reading.gazetteer.words()), cover_(cover_of(reading, names)) {}

  std::vector<Draft> find() {
    for (Index token = 0; token < reading_.size(); ++token) {
      const Index end = reading_.recognised_end(token);
      if (end == token) continue;
      add(token, end);
      token = end - 1;
    }
    return std::move(found_);
  }

 private:
  void add(Index first, Index last) {
    const NameLabel label = reading_.recognised(first);
    const bool person = label == NameLabel::person_begin;
    if (last - first > kLongestName) return;
    if (reading_.word(first) == "the" || reading_.word(first) == "The") ++first;
    if (first == last || !is_name(first, last) || is_thing(first, last)) return;
    const bool location = label == NameLabel::location_begin;
    const auto type =
        person ? by_title(first, last) : type_of(first, last, location ? kLocations : kOrganizations);
    if (person && !type) return;
    Draft draft = make_draft(reading_, first, last);
    draft.type = type.value_or(location ? EntityType::place : EntityType::organization);
    draft.name = std::string(reading_.text(first, last));
    std::replace(draft.name.begin(), draft.name.end(), '\n', ' ');
    found_.push_back(std::move(draft));
  }

  /// Whether nothing else has taken the words and their capitals mean something.
  bool is_name(Index first, Index last) const {
    if (reading_.headline(first)) return false;
    bool proper = false;
    for (Index i = first; i < last; ++i) {
      if (cover_[i] != kNone) return false;
      if (i == first && words_.has(WordList::not_names, reading_.word(i))) return false;
      proper = proper || (reading_.capitalised(i) && reading_.upos(i) == Upos::PROPN);
    }
    const bool title = last - first == 1 && !office_class(reading_, first).empty();
    return proper && reading_.capitalised(first) && !title;
  }

  std::optional<EntityType> type_of(Index first, Index last, EntityTypes allowed) const {
    if (const auto type = by_designator(first, last, allowed)) return type;
    for (const Index token : words_beside(reading_, first, last))
      if (const auto type = said_by(token, kOrganizations | kLocations)) return type;
    return by_verb(reading_.head_of(first, last), allowed);
  }

  /// What the recognizer takes for a person, but the words beside it do not: "the militia X", "X, a shipping
  /// company", "rebels of X". "X's militia" is a person's.
  std::optional<EntityType> by_title(Index first, Index last) const {
    if (first > reading_.sentence(first).first)
      if (const auto type = said_by(first - 1, kOrganizations | kLocations)) return type;
    const Index head = reading_.head_of(first, last);
    for (const Index child : reading_.children(head))
      if (child >= last && reading_.label(child) == Dep::appos)
        if (const auto type = said_by(child, kOrganizations | kLocations)) return type;
    const bool members = reading_.label(head) == Dep::nmod && reading_.preposition(head) == "of";
    return members ? said_by(reading_.head(head), bit(EntityType::armed_group)) : std::nullopt;
  }

  std::optional<EntityType> by_designator(Index first, Index last, EntityTypes allowed) const {
    for (Index i = last; i > first; --i) {
      const std::string* found = words_.find(WordList::designators, reading_.lower(i - 1));
      if (found == nullptr) continue;
      const auto type = entity_type(std::string_view(*found).substr(0, found->find(' ')));
      if (type && has(allowed, *type)) return type;
    }
    return std::nullopt;
  }

  const std::string* context_class(Index token) const {
    return words_.find(WordList::type_contexts, ascii_lower(reading_.lemma(token)));
  }
  bool is_thing(Index first, Index last) const {
    const auto beside = words_beside(reading_, first, last);
    return std::any_of(beside.begin(), beside.end(), [&](Index token) {
      const std::string* found = context_class(token);
      return found != nullptr && *found == "thing";
    });
  }

  /// The type that a noun says, when the kind of name allows it.
  std::optional<EntityType> said_by(Index token, EntityTypes allowed, bool verb = false) const {
    const std::string* found = token < reading_.size() ? context_class(token) : nullptr;
    if (found == nullptr || (found->find(" verb") != std::string::npos) != verb) return std::nullopt;
    const auto type = entity_type(std::string_view(*found).substr(0, found->find(' ')));
    return type && has(allowed, *type) ? type : std::nullopt;
  }

  std::optional<EntityType> by_verb(Index head, EntityTypes allowed) const {
    return reading_.label(head) == Dep::nsubj ? said_by(reading_.head(head), allowed, true) : std::nullopt;
  }

  const Reading& reading_;
  const WordLists& words_;
  std::vector<Index> cover_;
  std::vector<Draft> found_;
};

/// The same words are the same thing in one document: all get the type that some of them give away.
void agree_on_types(std::vector<Draft>& drafts) {
  const auto plain = [](EntityType type) {
    return type == EntityType::organization || type == EntityType::place;
  };
  std::unordered_map<std::string, EntityType> types;
  for (const Draft& draft : drafts)
    if (!plain(draft.type)) types.emplace(draft.name, draft.type);
  for (Draft& draft : drafts) {
    const auto better = types.find(draft.name);
    if (better != types.end()) draft.type = better->second;
  }
}

}  // namespace

std::vector<Index> words_beside(const Reading& reading, Index first, Index last) {
  std::vector<Index> result;
  const Index head = reading.head_of(first, last);
  for (const Index child : reading.children(head)) {
    const Dep label = reading.label(child);
    const bool outside = child < first || child >= last;
    if (outside && (label == Dep::appos || label == Dep::nmod_desc || label == Dep::compound))
      result.push_back(child);
  }
  switch (reading.label(head)) {
    case Dep::appos:
    case Dep::nmod_desc:
    case Dep::compound:
    case Dep::nmod:
    case Dep::nmod_poss:
    case Dep::flat:
      if (reading.head(head) < reading.size()) result.push_back(reading.head(head));
      break;
    default:
      break;
  }
  const Sentence& sentence = reading.sentence(first);
  if (first > sentence.first) result.push_back(first - 1);
  if (last < sentence.last) result.push_back(last);
  return result;
}

std::vector<Draft> with_recognised(const Reading& reading, std::vector<Draft> names) {
  std::vector<Draft> found = RecognisedFinder(reading, names).find();
  if (found.empty()) return names;
  agree_on_types(found);
  names.insert(names.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  std::stable_sort(names.begin(), names.end(),
                   [](const Draft& a, const Draft& b) { return a.mention.first < b.mention.first; });
  return names;
}

}  // namespace entente

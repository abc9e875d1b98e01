// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Names that say by a word what they are (data/entities/designators.txt): "Bagram Air Base", "Treaty of
// Rome", "Camp Lemonnier", "Rogun dam". From the designator the name grows over capitalised words to the
// left, or after "of" to the right; names of the gazetteer inside are swallowed whole, and the country among
// them becomes the owner.
#include <algorithm>
#include <optional>
#include <utility>

#include "entities/names.hpp"

namespace entente {
namespace {

constexpr Index kLongestDesignator = 4;
constexpr Index kLongestName = 9;

/// A designator at [first, last) of the text.
struct Designator {
  Index first = 0;
  Index last = 0;
  EntityType type = EntityType::facility;
  bool suffix = false;
  bool of = false;
  bool lower = false;  ///< its words may be written small
  bool prefix = false;
  bool in = false;       ///< it goes on with "in" and a place: an embassy
  bool capital = false;  ///< and here they are not
};

class DesignatedFinder {
 public:
  DesignatedFinder(const Reading& reading, const std::vector<Draft>& names)
      : reading_(reading),
        words_(reading.gazetteer.words()),
        names_(names),
        cover_(cover_of(reading, names)) {}

  std::vector<Draft> find() {
    for (const Sentence& sentence : reading_.tokens.sentences) {
      if (sentence.first < sentence.last && reading_.headline(sentence.first)) continue;
      Index free_from = sentence.first;
      for (Index token = sentence.first; token < sentence.last; ++token) {
        const Designator designator = designator_at(token, sentence);
        if (designator.last == designator.first) continue;
        const auto [first, last] = name_around(designator, sentence, free_from);
        if (first == last) continue;
        add(designator, first, last);
        free_from = last;
        token = last - 1;
      }
    }
    return std::move(found_);
  }

 private:
  static bool has_flag(std::string_view word_class, std::string_view flag) {
    return word_class.find(flag) != std::string_view::npos;
  }
  static std::optional<EntityType> type_of(std::string_view word_class) {
    const std::string_view word = word_class.substr(0, word_class.find(' '));
    if (word == "land") return EntityType::territory;
    return entity_type(word);
  }

  /// The longest designator that starts at `token` and is not inside a name of the gazetteer.
  Designator designator_at(Index token, const Sentence& sentence) const {
    Designator best;
    if (reading_.shape(token) == Shape::mark || reading_.shape(token) == Shape::number) return best;
    for (Index last = std::min(token + kLongestDesignator, sentence.last); last > token; --last) {
      if (cover_[last - 1] != kNone) continue;
      const std::string phrase = reading_.phrase(token, last);
      const std::string* word_class = words_.find(WordList::designators, phrase);
      if (word_class == nullptr) continue;
      const auto type = type_of(*word_class);
      if (!type) continue;
      best = {token,
              last,
              *type,
              has_flag(*word_class, "suffix"),
              has_flag(*word_class, "of"),
              has_flag(*word_class, "lower"),
              has_flag(*word_class, "prefix"),
              has_flag(*word_class, " in"),
              reading_.capitalised(last - 1)};
      for (Index i = token; i < last; ++i)
        best.capital = best.capital && (reading_.capitalised(i) || reading_.word(i) == "-");
      if (best.capital || best.lower) return best;
      return {};
    }
    return best;
  }

  bool is_stop(Index token) const {
    const std::string* word_class = words_.find(WordList::not_names, reading_.word(token));
    return word_class != nullptr &&
           (word_class->find("time") != std::string::npos || word_class->find("word") != std::string::npos);
  }
  bool is_ordinal(Index token) const {
    const std::string_view word = reading_.word(token);
    return reading_.shape(token) == Shape::number && word.size() > 2 && word.back() >= 'a' &&
           word.back() <= 'z';
  }
  bool glued_hyphen(Index token) const {
    return reading_.word(token) == "-" && token > 0 && token + 1 < reading_.size() &&
           reading_.tokens.spans[token - 1].end == reading_.tokens.spans[token].begin;
  }

  /// Whether the name may take in a token, as a capitalised word.
  bool is_part(Index token, const Sentence& sentence) const {
    if (is_ordinal(token)) return true;
    if (!reading_.capitalised(token) || is_stop(token)) return false;
    if (cover_[token] != kNone) return true;
    if (token == sentence.first && reading_.upos(token) != Upos::PROPN)
      return reading_.upos(token) == Upos::ADJ;
    return reading_.upos(token) != Upos::PRON && reading_.upos(token) != Upos::DET;
  }

  /// To the left of a suffix: the first token of the name.
  Index grow_left(Index from, Index free_from, const Sentence& sentence) const {
    Index first = from;
    while (first > free_from && from - first < kLongestName) {
      Index at = first - 1;
      const bool hyphen = glued_hyphen(at) && at > free_from && first < from;
      if (hyphen) --at;
      const bool joint =
          (reading_.word(at) == "and" || reading_.word(at) == "&" || reading_.word(at) == "of") &&
          first < from && at > free_from && is_part(at - 1, sentence) && cover_[at - 1] == kNone &&
          cover_[first] == kNone;
      if (joint) --at;
      if (!is_part(at, sentence)) break;
      const Index start = cover_[at] == kNone ? at : names_[cover_[at]].mention.first;
      if (start < free_from) break;
      first = start;
    }
    return first;
  }

  /// To the right of "X of": the end of a capitalised phrase, over "the", "and" and commas between capitals.
  Index grow_right(Index from, const Sentence& sentence) const {
    Index last = from;
    for (Index at = from; at < sentence.last && at - from < kLongestName + 4;) {
      const std::string_view word = reading_.word(at);
      const bool number = reading_.shape(at) == Shape::number && at == from;
      if (is_part(at, sentence) || number) {
        at = cover_[at] == kNone ? at + 1 : names_[cover_[at]].mention.last;
        last = at;
        if (number) break;
        continue;
      }
      const bool link = word == "the" || word == "and" || word == "of" || word == "for" || word == "&" ||
                        glued_hyphen(at) || word == "in" || word == "on" || word == "'s" || word == "\u2019s";
      if (!link || at + 1 >= sentence.last) break;
      const bool crosses =
          (word == "and" || word == "in" || word == "on") && at > from && cover_[at - 1] != kNone;
      if (crosses) break;
      ++at;
    }
    return last;
  }

  std::pair<Index, Index> name_around(const Designator& designator, const Sentence& sentence,
                                      Index free_from) const {
    const std::pair<Index, Index> none{designator.first, designator.first};
    const bool of_follows = designator.of && designator.last + 1 < sentence.last &&
                            reading_.word(designator.last) == "of" &&
                            (designator.capital || designator.type == EntityType::facility ||
                             designator.type == EntityType::place);
    Index first = designator.suffix ? grow_left(designator.first, free_from, sentence) : designator.first;
    if (first < designator.first && !good_left(designator, first)) first = designator.first;
    if (of_follows) {
      const Index last = grow_right(designator.last + 1, sentence);
      if (last > designator.last + 1 && good_right(designator, designator.last + 1, last))
        return {designator.capital ? first : designator.first, last};
    }
    if (designator.in) return embassy(designator, sentence, free_from);
    if (first < designator.first) return {first, end_of(designator, sentence)};
    if (designator.prefix && designator.capital) {
      const Index last = grow_right(designator.last, sentence);
      if (last > designator.last && reading_.word(designator.last) != "of") return {designator.first, last};
    }
    const bool whole = designator.type == EntityType::government_body && designator.capital &&
                       designator.last - designator.first > 1;
    return whole ? std::pair{designator.first, designator.last} : none;
  }

  /// "U.S. Embassy in Nairobi": whose, and where.
  std::pair<Index, Index> embassy(const Designator& designator, const Sentence& sentence,
                                  Index free_from) const {
    const Index at = designator.last;
    const Index first = grow_left(designator.first, free_from, sentence);
    const bool placed = at + 1 < sentence.last && (reading_.word(at) == "in" || reading_.word(at) == "at") &&
                        cover_[at + 1] != kNone && first < designator.first;
    if (!placed) return {designator.first, designator.first};
    return {first, names_[cover_[at + 1]].mention.last};
  }

  /// With what may follow a designator: "Treaty of 1902", "Energy Ltd".
  Index end_of(const Designator& designator, const Sentence& sentence) const {
    Index last = designator.last;
    while (designator.type == EntityType::company && last < sentence.last && cover_[last] == kNone &&
           reading_.capitalised(last) && is_company_word(last))
      ++last;
    const bool year = designator.type == EntityType::agreement && last + 1 < sentence.last &&
                      reading_.word(last) == "of" && reading_.shape(last + 1) == Shape::number &&
                      reading_.word(last + 1).size() == 4;
    return year ? last + 2 : last;
  }

  bool is_company_word(Index token) const {
    std::string word = reading_.lower(token);
    if (word.back() == '.') word.pop_back();
    const std::string* found = words_.find(WordList::designators, word);
    return found != nullptr && type_of(*found) == EntityType::company;
  }

  bool is_kind(Index token, MentionKind kind) const {
    return cover_[token] != kNone && names_[cover_[token]].mention.kind == kind;
  }
  bool is_type(Index token, EntityTypes types) const {
    return cover_[token] != kNone && has(types, names_[cover_[token]].type);
  }

  /// What stands to the left must name something: "Bagram air base", not "Russian air base" or "Iran plant".
  bool good_left(const Designator& designator, Index first) const {
    bool own = false;    // a word that is no name of the gazetteer
    bool place = false;  // a town or other place
    for (Index i = first; i < designator.first; ++i) {
      if (reading_.word(i) == "-") continue;
      if (cover_[i] == kNone) own = own || reading_.capitalised(i) || is_ordinal(i);
      place = place || (is_type(i, bits(EntityType::place, EntityType::facility, EntityType::person)) ||
                        (cover_[i] != kNone && names_[cover_[i]].mention.kind == MentionKind::metonym));
    }
    if (own) return true;
    switch (designator.type) {
      case EntityType::armed_force:
      case EntityType::government_body:
      case EntityType::agreement:
      case EntityType::organization:
      case EntityType::company:
        return designator.capital || (place && designator.type == EntityType::agreement);
      case EntityType::facility:
      case EntityType::place:
      case EntityType::territory:
        return place;
      case EntityType::country:
      case EntityType::region:
      case EntityType::igo:
      case EntityType::armed_group:
      case EntityType::person:
        return false;
    }
    return false;
  }
  bool good_right(const Designator& designator, Index first, Index last) const {
    if (designator.capital) return true;
    return reading_.capitalised(first) && !is_kind(first, MentionKind::demonym) &&
           (!is_type(first, kAreas) || designator.type == EntityType::place) && last > first;
  }

  void add(const Designator& designator, Index first, Index last) {
    Draft draft = make_draft(reading_, first, last);
    draft.type = designator.type;
    draft.name = std::string(reading_.text(first, last));
    std::replace(draft.name.begin(), draft.name.end(), '\n', ' ');
    const bool land = has(bits(EntityType::place, EntityType::facility), designator.type);
    const EntityTypes owners =
        land ? bits(EntityType::country, EntityType::igo, EntityType::place, EntityType::territory)
             : bits(EntityType::country, EntityType::igo);
    for (Index i = first; i < last; ++i)
      if (is_type(i, owners) && draft.owner == kNone) draft.owner = names_[cover_[i]].entry;
    found_.push_back(std::move(draft));
  }

  const Reading& reading_;
  const WordLists& words_;
  const std::vector<Draft>& names_;
  std::vector<Index> cover_;
  std::vector<Draft> found_;
};

}  // namespace

std::vector<Draft> with_designated(const Reading& reading, std::vector<Draft> names) {
  std::vector<Draft> found = DesignatedFinder(reading, names).find();
  const std::vector<Index> cover = cover_of(reading, found);
  for (Draft& name : names) {
    bool free = true;
    for (Index i = name.mention.first; i < name.mention.last; ++i) free = free && cover[i] == kNone;
    if (free) found.push_back(std::move(name));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Draft& a, const Draft& b) { return a.mention.first < b.mention.first; });
  return found;
}

}  // namespace entente

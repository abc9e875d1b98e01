// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A document's own short names: acronyms in brackets after a name (Schwartz and Hearst 2003: the letters must
// occur in the name in order), "the Division" after "201st Motor Rifle Division", "Okno" after "Okno tracking
// station".
#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "entities/names.hpp"

namespace entente {
namespace {

constexpr EntityTypes kShortened =
    bits(EntityType::igo, EntityType::government_body, EntityType::armed_force, EntityType::armed_group,
         EntityType::company, EntityType::organization, EntityType::facility, EntityType::agreement);

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether the letters of an acronym occur in a name in order, the first at the start of a word.
bool abbreviates(std::string_view acronym, std::string_view name) {
  std::size_t at = 0;
  bool first = true;
  for (const char c : acronym) {
    if (!is_letter(c)) continue;
    while (at < name.size() && (lower(name[at]) != lower(c) || (first && at > 0 && is_letter(name[at - 1]))))
      ++at;
    if (at == name.size()) return false;
    ++at;
    first = false;
  }
  return !first;
}

class ShortNames {
 public:
  ShortNames(const Reading& reading, std::vector<Draft> names)
      : reading_(reading),
        words_(reading.gazetteer.words()),
        names_(std::move(names)),
        cover_(cover_of(reading, names_)) {}

  std::vector<Draft> find() {
    const Index known = static_cast<Index>(names_.size());
    for (Index i = 0; i < known; ++i) note_acronym(i);
    note_unknown_acronyms();
    for (Index token = 0; token < reading_.size(); ++token) {
      if (cover_[token] != kNone) {
        note_short_forms(cover_[token], token);
      } else {
        use(token);
      }
    }
    rename_acronyms();
    std::stable_sort(names_.begin(), names_.end(),
                     [](const Draft& a, const Draft& b) { return a.mention.first < b.mention.first; });
    return std::move(names_);
  }

 private:
  bool is_acronym(Index token) const {
    if (reading_.shape(token) != Shape::caps) return false;
    const std::string_view word = reading_.word(token);
    return word.size() >= 2 && word.size() <= 12;
  }
  static bool is_quote(std::string_view word) {
    return word == "\"" || word == "''" || word == "``" || word == "\u201c" || word == "\u201d";
  }
  /// The opening bracket before an acronym, which may stand in quotes; kNone when it has none.
  Index bracket_before(Index token) const {
    Index at = token;
    if (at > 0 && is_quote(reading_.word(at - 1))) --at;
    if (at == 0 || reading_.word(at - 1) != "(") return kNone;
    Index next = token + 1;
    if (next < reading_.size() && is_quote(reading_.word(next))) ++next;
    if (next >= reading_.size()) return kNone;
    const std::string_view mark = reading_.word(next);
    return mark == ")" || mark == ";" || mark == "," ? at - 1 : kNone;
  }

  /// "Collective Security Treaty Organization (CSTO)": the acronym means the name from now on.
  void note_acronym(Index index) {
    const Draft& name = names_[index];
    const Index bracket = name.mention.last;
    if (bracket + 2 >= reading_.size() || reading_.word(bracket) != "(") return;
    const Index token = is_quote(reading_.word(bracket + 1)) ? bracket + 2 : bracket + 1;
    if (!is_acronym(token) || bracket_before(token) != bracket) return;
    if (name.mention.kind != MentionKind::name || name.type == EntityType::person) return;
    if (name.mention.last - name.mention.first < 2) return;
    const bool letters =
        abbreviates(reading_.word(token), reading_.text(name.mention.first, name.mention.last));
    if (!letters && cover_[token] != kNone) return;  // a name of its own
    acronyms_.emplace(std::string(reading_.word(token)), index);
    if (cover_[token] == kNone) add_copy(token, index);
  }

  /// "Congolese Rally for Democracy (RCD)" that nothing else has recognised: the capitalised words before a
  /// bracket.
  void note_unknown_acronyms() {
    for (Index token = 3; token + 1 < reading_.size(); ++token) {
      const Index last = is_acronym(token) ? bracket_before(token) : kNone;
      if (last == kNone || last == 0 || acronyms_.count(std::string(reading_.word(token))) > 0) continue;
      const Index first = words_before(last, reading_.word(token));
      if (last - first < 2 || cover_[last - 1] != kNone) continue;
      const bool taken = cover_[token] != kNone;  // by the gazetteer, for somebody else
      if (taken && !abbreviates(reading_.word(token), reading_.text(first, last))) continue;
      Draft draft = make_draft(reading_, first, last);
      draft.name = std::string(reading_.text(first, last));
      std::replace(draft.name.begin(), draft.name.end(), '\n', ' ');
      draft.type = guess_type(first, last);
      const Index index = static_cast<Index>(names_.size());
      replace_covered(first, last);
      names_.push_back(std::move(draft));
      for (Index i = first; i < last; ++i) cover_[i] = index;
      acronyms_.emplace(std::string(reading_.word(token)), index);
      if (!taken) add_copy(token, index);
    }
  }
  /// The capitalised phrase that ends before `last`: cut to the first word with the acronym's first letter,
  /// if any.
  Index words_before(Index last, std::string_view acronym) const {
    const Sentence& sentence = reading_.sentence(last - 1);
    Index first = last;
    Index with_letter = kNone;
    for (Index at = last; at > sentence.first && last - at < 12;) {
      --at;
      if (reading_.capitalised(at)) {
        if (cover_[at] != kNone && names_[cover_[at]].mention.first < at)
          at = names_[cover_[at]].mention.first;
        const bool starts = at == sentence.first && reading_.upos(at) == Upos::DET;
        if (starts) break;
        first = at;
        if (lower(reading_.word(at).front()) == lower(acronym.front()) &&
            abbreviates(acronym, reading_.text(at, last)))
          with_letter = at;
        continue;
      }
      const std::string_view word = reading_.word(at);
      const bool link = word == "of" || word == "for" || word == "the" || word == "and" || word == "-" ||
                        word == "in" || word == "on" || word == "de" || word == "to" || word == "&";
      if (!link || first == last) break;
    }
    return with_letter == kNone ? first : with_letter;
  }
  void replace_covered(Index first, Index last) {
    for (Index i = first; i < last; ++i)
      if (cover_[i] != kNone) names_[cover_[i]].mention.kind = MentionKind::pronoun;  // marked: swallowed
  }

  EntityType guess_type(Index first, Index last) const {
    for (Index i = last; i > first; --i) {
      const std::string* found = words_.find(WordList::designators, reading_.lower(i - 1));
      if (found == nullptr) continue;
      const auto type = entity_type(std::string_view(*found).substr(0, found->find(' ')));
      if (type && has(kShortened, *type)) return *type;
    }
    const Sentence& sentence = reading_.sentence(first);
    for (Index i = sentence.first; i < sentence.last; ++i) {
      const std::string* found = words_.find(WordList::descriptions, ascii_lower(reading_.lemma(i)));
      if (found != nullptr && *found == "armed_group") return EntityType::armed_group;
    }
    return EntityType::organization;
  }

  /// Words that may stand for a name further on.
  void note_short_forms(Index index, Index token) {
    const Draft& name = names_[index];
    if (token + 1 != name.mention.last || name.mention.kind != MentionKind::name ||
        !has(kShortened, name.type))
      return;
    if (name.mention.last - name.mention.first < 2) return;
    last_words_[reading_.lower(token)] = index;
    const Index first = name.mention.first;
    const std::string word(reading_.word(first));
    const bool own = reading_.shape(first) == Shape::capital && word.size() > 3 && cover_[first] == index &&
                     !words_.has(WordList::not_names, word) && !words_.has(WordList::given_names, word) &&
                     !words_.has(WordList::designators, reading_.lower(first)) &&
                     office_class(reading_, first).empty() && reading_.gazetteer.lookup(word).empty() &&
                     reading_.upos(first) == Upos::PROPN;
    if (own) first_words_.emplace(word, index);
  }

  void use(Index token) {
    const std::string word(reading_.word(token));
    if (is_acronym(token)) {
      const auto found = acronyms_.find(word);
      if (found != acronyms_.end()) add_copy(token, found->second);
      return;
    }
    if (reading_.shape(token) != Shape::capital) return;
    const bool followed = token + 1 < reading_.size() && reading_.capitalised(token + 1);
    const bool preceded = token > 0 && reading_.capitalised(token - 1) && reading_.word(token - 1) != "The";
    if (followed || preceded) return;
    const bool definite = token > 0 && ascii_lower(reading_.word(token - 1)) == "the";
    if (definite) {
      const auto found = last_words_.find(ascii_lower(word));
      if (found != last_words_.end()) add_copy(token, found->second);
      return;
    }
    const auto found = first_words_.find(word);
    if (found != first_words_.end() && reading_.upos(token) == Upos::PROPN) add_copy(token, found->second);
  }

  void add_copy(Index token, Index of) {
    Draft draft = make_draft(reading_, token, token + 1);
    const Draft& name = names_[of];
    draft.type = name.type;
    draft.entry = name.entry;
    draft.name = name.name;
    draft.owner = name.owner;
    cover_[token] = static_cast<Index>(names_.size());
    names_.push_back(std::move(draft));
  }

  /// What the gazetteer takes an acronym for yields to what the document says it is.
  void rename_acronyms() {
    for (Index i = 0; i < names_.size(); ++i) {
      Draft& name = names_[i];
      if (name.mention.last - name.mention.first != 1 || !is_acronym(name.mention.first)) continue;
      const auto found = acronyms_.find(std::string(reading_.word(name.mention.first)));
      if (found == acronyms_.end() || found->second == i) continue;
      const Draft& meant = names_[found->second];
      name.type = meant.type;
      name.entry = meant.entry;
      name.name = meant.name;
      name.owner = meant.owner;
      name.mention.kind = MentionKind::name;
      name.senses = {};
    }
    names_.erase(std::remove_if(names_.begin(), names_.end(),
                                [](const Draft& d) { return d.mention.kind == MentionKind::pronoun; }),
                 names_.end());
  }

  const Reading& reading_;
  const WordLists& words_;
  std::vector<Draft> names_;
  std::vector<Index> cover_;
  std::unordered_map<std::string, Index> acronyms_;
  std::unordered_map<std::string, Index> last_words_;
  std::unordered_map<std::string, Index> first_words_;
};

}  // namespace

std::vector<Draft> with_short_names(const Reading& reading, std::vector<Draft> names) {
  return ShortNames(reading, std::move(names)).find();
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A run of capitalised words is a person's name when something says so: a title before it, a given name at
// its start, initials, an office in apposition, or a verb that only people do. The run may hold particles
// ("bin", "de") and hyphens, and words that the gazetteer also knows as something else ("Michael Jordan").
#include <algorithm>
#include <iterator>
#include <utility>

#include "entities/names.hpp"

namespace entente {
namespace {

constexpr Index kLongestName = 7;  // tokens

class PersonFinder {
 public:
  PersonFinder(const Reading& reading, const std::vector<Draft>& names)
      : reading_(reading),
        words_(reading.gazetteer.words()),
        names_(names),
        cover_(cover_of(reading, names)) {}

  std::vector<Draft> find() {
    for (const Sentence& sentence : reading_.tokens.sentences) {
      for (Index token = sentence.first; token < sentence.last;) {
        const Index end = run_end(token, sentence);
        if (end == token) {
          ++token;
          continue;
        }
        add_person(token, end, sentence);
        token = end;
      }
    }
    return std::move(persons_);
  }

 private:
  bool is_given(Index token) const { return words_.has(WordList::given_names, reading_.word(token)); }
  bool is_name_word(Index token, std::string_view word_class) const {
    const std::string* found = words_.find(WordList::name_words, reading_.word(token));
    return found != nullptr && *found == word_class;
  }
  bool is_initial(Index token) const {
    const std::string_view word = reading_.word(token);
    if (word.size() < 2 || word.size() > 6 || word.back() != '.') return false;
    for (std::size_t i = 0; i < word.size(); ++i)
      if (i % 2 == 0 ? word[i] < 'A' || word[i] > 'Z' : word[i] != '.') return false;
    return true;
  }
  const Draft* name_at(Index token) const {
    return cover_[token] == kNone ? nullptr : &names_[cover_[token]];
  }
  bool adjacent(Index token) const {
    return reading_.tokens.spans[token].end == reading_.tokens.spans[token + 1].begin;
  }

  /// Whether the token can be part of a person's name; `first` is where the run began.
  bool is_part(Index token, Index first) const {
    if (!reading_.capitalised(token)) return false;
    if (const Draft* known = name_at(token)) {
      if (known->senses.empty()) return false;
      if (has_person_sense(reading_, *known)) return true;
      const bool single = known->mention.last - known->mention.first == 1;
      if (token == first)
        return single && is_given(token) && token + 1 < reading_.size() &&
               reading_.label(token + 1) == Dep::flat && reading_.head(token + 1) == token;
      return single && is_given(first) && token == first + 1 && reading_.label(token) == Dep::flat &&
             reading_.head(token) == first;
    }
    const bool initial = is_initial(token);
    if (!initial && words_.has(WordList::not_names, reading_.word(token))) return false;
    const std::string_view office = office_class(reading_, token);
    if (!office.empty() && (token == first || !is_given(first))) return false;
    const Upos tag = reading_.upos(token);
    const bool nominal = tag == Upos::PROPN || tag == Upos::NOUN || tag == Upos::X || tag == Upos::ADJ;
    return tag == Upos::PROPN || initial || is_given(token) || (token != first && nominal) ||
           (token == first && nominal && token != reading_.sentence(token).first);
  }

  /// "sam" of "Kim Young-sam"; not "led" of "Russia-led".
  bool is_second_syllable(Index token, Index first) const {
    if (reading_.shape(token) != Shape::lower || reading_.word(token).size() > 6) return false;
    if (words_.has(WordList::acting_nouns, reading_.word(token))) return false;
    return reading_.label(token) == Dep::flat || token - first >= 3 || reading_.upos(token) == Upos::PROPN;
  }

  /// The end of the run of name parts at `first`; `first` when there is none.
  Index run_end(Index first, const Sentence& sentence) const {
    if (!is_part(first, first)) {
      const bool particle = reading_.shape(first) == Shape::lower && is_name_word(first, "particle") &&
                            first + 1 < sentence.last && reading_.upos(first) == Upos::PROPN;
      if (!particle) return first;
    }
    Index end = first;
    Index token = first;
    while (token < sentence.last && token - first < kLongestName) {
      if (is_part(token, first)) {
        const Draft* known = name_at(token);
        const bool whole = known != nullptr && has_person_sense(reading_, *known);
        token = end = whole ? known->mention.last : token + 1;
        continue;
      }
      const bool hyphen = reading_.word(token) == "-" && token > first && token + 1 < sentence.last &&
                          adjacent(token - 1) && adjacent(token);
      if (hyphen && is_second_syllable(token + 1, first)) {
        token += 2;
        end = token;
        continue;
      }
      const Draft* rest = token > first ? name_at(token) : nullptr;
      if (rest != nullptr && rest->mention.first == token &&
          has_person_sense(reading_, *rest)) {  // "al-Sisi"
        token = end = rest->mention.last;
        continue;
      }
      const bool particle = is_name_word(token, "particle") && cover_[token] == kNone;
      const bool suffix = is_name_word(token, "suffix") && token > first;
      if (suffix) end = token + 1;
      const bool joined = hyphen && reading_.capitalised(token + 1) && reading_.label(token + 1) == Dep::flat;
      if (!joined && !particle && !suffix) break;
      ++token;
    }
    return end;
  }

  /// The gazetteer's draft that is exactly the tokens [first, last), if any.
  const Draft* known_person(Index first, Index last) const {
    const Draft* known = name_at(first);
    if (known == nullptr || !has_person_sense(reading_, *known)) return nullptr;
    return known->mention.first == first && known->mention.last == last ? known : nullptr;
  }

  /// An office in apposition: ", the foreign minister", or "its president, X".
  bool has_apposed_office(Index head) const {
    for (const Index child : reading_.children(head)) {
      const Dep label = reading_.label(child);
      if ((label == Dep::appos || label == Dep::nmod_desc) && is_office(child)) return true;
    }
    const Index governor = reading_.head(head);
    return reading_.label(head) == Dep::appos && governor < reading_.size() && is_office(governor);
  }
  bool is_office(Index token) const {
    const std::string_view word_class = office_class(reading_, token);
    return !word_class.empty() && word_class != "modifier";
  }

  bool does_what_people_do(Index head) const {
    const Index governor = reading_.head(head);
    if (governor >= reading_.size()) return false;
    const Dep label = reading_.label(head);
    const bool subject = label == Dep::nsubj || label == Dep::nsubj_pass || label == Dep::obl_agent;
    return subject && words_.has(WordList::person_contexts, reading_.lemma(governor));
  }

  bool ends_in_designator(Index last) const {
    return words_.has(WordList::designators, reading_.lower(last - 1)) && !is_given(last - 1);
  }

  bool is_person(Index first, Index last, bool titled) const {
    Index words = 0;
    bool initials = false;
    for (Index i = first; i < last; ++i) {
      words += reading_.capitalised(i) ? 1 : 0;
      initials = initials || (is_initial(i) && i + 1 < last);
    }
    if (titled) return !ends_in_designator(last) || words == 1;
    if (initials && reading_.word(last - 1).size() < 3) return false;  // "E.ON"
    if (words < 2 || ends_in_designator(last) || reading_.headline(first)) return false;
    const Index head = reading_.head_of(first, last);
    if (is_given(first) || initials || has_apposed_office(head)) return true;
    if (office_beside(reading_, first, last) != kNone) return true;
    if (is_recognised(first, last)) return true;
    return reading_.upos(head) == Upos::PROPN && does_what_people_do(head);
  }
  /// "(El Siglo, July 31)", "the Barents Observer": what is quoted, not a person.
  bool is_cited(Index first) const {
    if (first == reading_.sentence(first).first) return false;
    const std::string_view before = reading_.word(first - 1);
    return before == "(" || before == "[" || before == "the" || before == "The";
  }

  /// By the recognizer of names alone, and nothing speaks against it: a word that the gazetteer knows, a
  /// place or ship beside it.
  bool is_recognised(Index first, Index last) const {
    if (reading_.recognised(first) != NameLabel::person_begin || reading_.recognised_end(first) != last)
      return false;
    for (Index i = first; i < last; ++i)
      if (cover_[i] != kNone) return false;
    const bool pair = last - first == 3 && reading_.word(first + 1) == "-";  // "the Songhai-Zarma"
    if (pair || reading_.shape(first) == Shape::caps || is_cited(first)) return false;
    auto beside = words_beside(reading_, first, last);
    beside.push_back(first);
    return std::none_of(beside.begin(), beside.end(), [&](Index token) {
      return words_.has(WordList::type_contexts, ascii_lower(reading_.lemma(token)));
    });
  }

  void add_person(Index first, Index last, const Sentence& sentence) {
    const Index title = title_begin(reading_, first, sentence.first);
    const Draft* known = known_person(first, last);
    const std::string* shared = shared_title(first, title);
    const bool rather_not =
        known != nullptr && known->entry != kNone && last - first == 1 && title == first && shared == nullptr;
    if (rather_not) return;  // "Washington": a surname too, but not without a title
    if (known == nullptr && !is_person(first, last, title < first || shared != nullptr)) {
      add_known_within(first, last, sentence);
      return;
    }
    Draft person = make_draft(reading_, title, last);
    person.type = EntityType::person;
    person.name_first = first;
    person.name_last = last;
    person.name = std::string(reading_.text(first, last));
    if (title < first) person.office = std::string(reading_.text(title, first));
    if (shared != nullptr) person.office = *shared;
    if (known != nullptr) person.senses = known->senses;
    persons_.push_back(std::move(person));
  }

  /// "Presidents Putin and Rakhmonov": the title of the person before, when it is plural and an "and" or
  /// comma follows.
  const std::string* shared_title(Index first, Index title) const {
    if (title < first || first == 0 || persons_.empty()) return nullptr;
    const Draft& before = persons_.back();
    if (before.office.empty() || before.office.back() != 's' || before.mention.last + 1 != first)
      return nullptr;
    const std::string_view link = reading_.word(first - 1);
    return link == "and" || link == "," || link == "&" ? &before.office : nullptr;
  }

  /// The run as a whole is nobody's name, but holds names of the gazetteer: "Then Putin".
  void add_known_within(Index first, Index last, const Sentence& sentence) {
    for (Index token = first; token < last;) {
      const Draft* known = name_at(token);
      if (known == nullptr || known->mention.first != token || !has_person_sense(reading_, *known)) {
        ++token;
        continue;
      }
      const Index title = title_begin(reading_, token, sentence.first);
      Draft person = make_draft(reading_, title, known->mention.last);
      person.type = EntityType::person;
      person.name_first = token;
      person.name_last = known->mention.last;
      person.senses = known->senses;
      person.name = std::string(reading_.text(token, known->mention.last));
      if (title < token) person.office = std::string(reading_.text(title, token));
      token = known->mention.last;
      persons_.push_back(std::move(person));
    }
  }

  const Reading& reading_;
  const WordLists& words_;
  const std::vector<Draft>& names_;
  std::vector<Index> cover_;
  std::vector<Draft> persons_;
};

}  // namespace

std::vector<Draft> with_persons(const Reading& reading, std::vector<Draft> names) {
  std::vector<Draft> persons = PersonFinder(reading, names).find();
  const std::vector<Index> cover = cover_of(reading, persons);
  std::vector<Draft> all;
  for (Draft& name : names) {
    bool free = true;
    for (Index i = name.mention.first; i < name.mention.last; ++i) free = free && cover[i] == kNone;
    if (free && name.entry == kNone && name.name.empty()) continue;  // nothing but persons it is not
    if (free) all.push_back(std::move(name));
  }
  all.insert(all.end(), std::make_move_iterator(persons.begin()), std::make_move_iterator(persons.end()));
  std::stable_sort(all.begin(), all.end(),
                   [](const Draft& a, const Draft& b) { return a.mention.first < b.mention.first; });
  return all;
}

}  // namespace entente

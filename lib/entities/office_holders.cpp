// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The office is read off the words before the noun ("foreign" of "foreign minister"); any other word
// ("former", "next") means somebody else. The terms of the country's offices that overlap the document's date
// have to name one person. A year in or shortly before the sentence that is not the document's tells of
// another time.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

#include "entities/lift.hpp"
#include "entities/names.hpp"
#include "entities/tsv_reader.hpp"

namespace entente {
namespace {

/// First and last day of a date of any precision, as comparable text.
std::pair<std::string, std::string> days_of(const std::string& date) {
  static constexpr std::string_view kFirst = "0000-01-01";
  static constexpr std::string_view kLast = "9999-12-31";
  const std::size_t size = std::min(date.size(), kFirst.size());
  return {date.substr(0, size) + std::string(kFirst.substr(size)),
          date.substr(0, size) + std::string(kLast.substr(size))};
}

class OfficeHolders {
 public:
  OfficeHolders(const Reading& reading, EntityTable& entities) : reading_(reading), entities_(entities) {}

  void name(Draft& official) {
    Mention& mention = official.mention;
    const Xpos tag = reading_.parse.xpos[mention.head];
    if (mention.actors.size() != 1 || (tag != Xpos::NN && tag != Xpos::NNP)) return;
    Index first = mention.head;
    const std::string* offices = office_at(mention, first);
    const Index of = entities_.entry_of(mention.actors.front());
    if (offices == nullptr || of == kNone || !plain(mention, first) || other_time(mention.head)) return;
    const Index person = holder(of, *offices);
    if (person == kNone) return;
    mention.entity = entities_.known(person);
    mention.reason = Reason::office;
    entities_.add_actor(mention.entity, mention.actors.front());
    mention.first = std::min(mention.first, first);
    mention.span.begin = reading_.tokens.spans[mention.first].begin;
  }

 private:
  /// The longest office that ends with the head; `first` becomes its first token.
  const std::string* office_at(const Mention& mention, Index& first) const {
    const Index sentence = reading_.sentence(mention.head).first;
    const std::string* best = nullptr;
    for (Index length = 1; length <= 3 && mention.head + 1 >= sentence + length; ++length) {
      const Index begin = mention.head + 1 - length;
      const std::string* found =
          reading_.gazetteer.words().find(WordList::office_terms, reading_.phrase(begin, mention.head + 1));
      if (found == nullptr) continue;
      best = found;
      first = begin;
    }
    return best;
  }

  /// Nothing but the actor's name and an article stand beside the office.
  bool plain(const Mention& mention, Index office) const {
    const Index begin = std::min(mention.first, office);
    for (Index i = begin; i < office; ++i)
      if (reading_.shape(i) == Shape::lower && reading_.lower(i) != "the" && reading_.lower(i) != "s")
        return false;
    if (begin == reading_.sentence(begin).first) return true;
    const std::string before = reading_.lower(begin - 1);
    const bool article = before == "the" || reading_.shape(begin - 1) == Shape::mark;
    return article || reading_.upos(begin - 1) == Upos::VERB || reading_.upos(begin - 1) == Upos::ADP ||
           reading_.upos(begin - 1) == Upos::CCONJ || reading_.upos(begin - 1) == Upos::SCONJ;
  }

  bool other_time(Index token) const {
    const int year = std::atoi(reading_.document.date.c_str());
    const Index here = reading_.sentence_index(token);
    const Index begin = reading_.tokens.sentences[here < 2 ? 0 : here - 2].first;
    for (Index i = begin; i < reading_.sentence(token).last; ++i) {
      if (reading_.shape(i) != Shape::number || reading_.word(i).size() != 4) continue;
      const int named = std::atoi(std::string(reading_.word(i)).c_str());
      if (named >= 1500 && named <= 2100 && named != year) return true;
    }
    return false;
  }

  static bool is_office(const Term& term, const std::string& offices) {
    const auto names = split_cell(offices);
    return std::find(names.begin(), names.end(), term.office) != names.end();
  }

  /// The one person who held one of the offices on the document's date, or kNone.
  Index holder(Index of, const std::string& offices) const {
    if (reading_.document.date.size() < 4) return kNone;
    const auto [begin, end] = days_of(reading_.document.date);
    Index person = kNone;
    for (const Index index : reading_.gazetteer.terms_in(of)) {
      const Term& term = reading_.gazetteer.terms()[index];
      if (term.from.empty() || !is_office(term, offices)) continue;
      const bool over = !term.to.empty() && days_of(term.to).second < begin;
      if (over || days_of(term.from).first > end) continue;
      if (person != kNone && person != term.person) return kNone;
      person = term.person;
    }
    return person;
  }

  const Reading& reading_;
  EntityTable& entities_;
};

}  // namespace

void name_office_holders(const Reading& reading, std::vector<Draft>& officials, EntityTable& entities) {
  OfficeHolders holders(reading, entities);
  for (Draft& official : officials) holders.name(official);
}

}  // namespace entente

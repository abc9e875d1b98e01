// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A person's full name is the anchor; a surname alone goes to the last person so named, then to the leader of
// the gazetteer who fits best: in office at the time, of the country that the title or the document names.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "entities/actors.hpp"
#include "entities/link.hpp"
#include "entities/name_key.hpp"
#include "entities/names.hpp"

namespace entente {
namespace {

struct Known {
  Index token;
  Index entity;
};

class PersonLinker {
 public:
  PersonLinker(const Reading& reading, const Votes& votes, std::vector<Draft>& names, EntityTable& entities)
      : reading_(reading),
        votes_(votes),
        names_(names),
        entities_(entities),
        cover_(cover_of(reading, names)),
        finder_(reading, names, cover_) {}

  void link() {
    for (Draft& draft : names_)
      if (draft.type == EntityType::person && words_in_name(draft) > 1) link_full(draft);
    add_surnames_alone();
    for (Draft& draft : names_)
      if (draft.type == EntityType::person && words_in_name(draft) <= 1) link_short(draft);
    for (Draft& draft : names_)
      if (draft.type == EntityType::person && draft.mention.entity != kNone) add_actors(draft);
  }

 private:
  Index words_in_name(const Draft& draft) const {
    Index words = 0;
    for (Index i = draft.name_first; i < draft.name_last; ++i) words += reading_.capitalised(i) ? 1 : 0;
    return words;
  }
  bool is_suffix(Index token) const {
    const std::string* found = reading_.gazetteer.words().find(WordList::name_words, reading_.word(token));
    return found != nullptr && *found == "suffix";
  }
  std::string surname_of(const Draft& draft) const {
    Index last = draft.name_last;
    while (last > draft.name_first + 1 && (is_suffix(last - 1) || reading_.shape(last - 1) == Shape::mark))
      --last;
    const std::string_view word = reading_.word(last - 1);
    const std::string title_case = word.size() > 2 ? title_case_key(word) : std::string();
    return title_case.empty() ? std::string(word) : title_case;  // "Alpha CONDE"
  }

  /// Entities of the countries and organizations that the words around a person name.
  std::vector<Index> stated_actors(const Draft& draft) const {
    const Mention& mention = draft.mention;
    if (mention.first < draft.name_first) {
      const ActingPhrase phrase = finder_.of_noun(mention.first);
      if (!phrase.actors.empty()) return phrase.actors;
      const Index after = mention.last;  // "President Hassan Rouhani of Iran"
      if (after + 1 < reading_.size() && reading_.word(after) == "of") {
        const Index at =
            reading_.word(after + 1) == "the" && after + 2 < reading_.size() ? after + 2 : after + 1;
        if (cover_[at] != kNone && !names_[cover_[at]].mention.actors.empty())
          return names_[cover_[at]].mention.actors;
      }
    }
    const Index national = national_office(draft);
    if (national != kNone) return {entities_.known(national)};
    std::vector<Index> nouns;
    for (const Index child : reading_.children(mention.head)) {
      const Dep label = reading_.label(child);
      if (label == Dep::appos || label == Dep::nmod_desc) nouns.push_back(child);
    }
    if (reading_.label(mention.head) == Dep::appos) nouns.push_back(reading_.head(mention.head));
    const Index beside = office_beside(reading_, mention.first, mention.last);
    if (beside != kNone) nouns.push_back(beside);
    for (const Index noun : nouns) {
      if (noun >= reading_.size() || cover_[noun] != kNone || office_class(reading_, noun).empty()) continue;
      const ActingPhrase phrase = finder_.of_noun(noun);
      if (!phrase.actors.empty()) return phrase.actors;
    }
    return {};
  }

  /// "Secretary of State": an office that one country alone has.
  Index national_office(const Draft& draft) const {
    if (draft.office.empty()) return kNone;
    const std::string* id = reading_.gazetteer.words().find(
        WordList::national_offices, reading_.phrase(draft.mention.first, draft.name_first));
    return id == nullptr ? kNone : reading_.gazetteer.find(*id);
  }

  int score(const Draft& draft, Index person, const std::vector<Index>& stated) const {
    int best = -1000;
    const int year = reading_.year_at(draft.mention.first);
    for (const Term& term : reading_.gazetteer.terms_of(person)) {
      int points = 0;
      const int named = votes_.of(term.of);
      if (named > 0) points += 15 + std::min(named, 10);
      for (const Index actor : stated) points += entities_.entry_of(actor) == term.of ? 40 : -40;
      if (year != 0) points += term.covers(year) ? 20 : -2 * std::min(term.distance(year), 30);
      if (!draft.office.empty() && shares_word(draft.office, term.office)) points += 10;
      const bool head = is_head(term);
      const bool remote = named == 0 && stated.empty() && words_in_name(draft) <= 1;
      if (head) points += 6;
      // Ministers of countries that the text does not speak of, and leaders at other times.
      if (remote && (!head || (year != 0 && !term.covers(year)))) points -= 20;
      best = std::max(best, points);
    }
    return best;
  }
  static bool shares_word(const std::string& office, const std::string& term_office) {
    std::size_t begin = office.find_last_of(" -");
    begin = begin == std::string::npos ? 0 : begin + 1;
    std::string word = ascii_lower(office.substr(begin));
    if (word.size() > 4 && word.back() == 's') word.pop_back();  // "Presidents A and B"
    return ascii_lower(term_office).find(word) != std::string::npos;
  }

  /// Capitalised words that are the family name of somebody named in full, and nothing else.
  void add_surnames_alone() {
    for (Index token = 0; token < reading_.size(); ++token) {
      if (cover_[token] != kNone || reading_.shape(token) != Shape::capital ||
          reading_.upos(token) == Upos::PUNCT)
        continue;
      const std::string word(reading_.word(token));
      const auto known = surnames_.count(word) > 0;
      const bool part = (token > 0 && reading_.capitalised(token - 1) && cover_[token - 1] == kNone &&
                         reading_.sentence(token).first < token - 1) ||
                        (token + 1 < reading_.size() && reading_.capitalised(token + 1));
      const Dep label = reading_.label(token);
      const bool acts = reading_.upos(token) == Upos::PROPN && (label == Dep::nsubj || label == Dep::obj ||
                                                                label == Dep::nmod_poss);  // "called May"
      if (!known || part || (!acts && reading_.gazetteer.words().has(WordList::not_names, word))) continue;
      Draft draft = make_draft(reading_, token, token + 1);
      draft.type = EntityType::person;
      draft.name = word;
      names_.push_back(std::move(draft));
    }
  }

  /// "Serzh Sargsyan" when the gazetteer has "Serzh Sarkisian", in office then and of a country named here.
  Index sounding_like(const Draft& draft) const {
    std::vector<Sense> senses;
    for (const Index person :
         reading_.gazetteer.sounding_like(reading_.word(draft.name_first), surname_of(draft)))
      senses.push_back({person, SenseKind::name});
    return best_leader(draft, senses, 20);
  }

  /// A word that is nothing but a family name: "Putin", not "King" or "Ali".
  bool is_surname_alone(const Draft& draft, const std::string& surname) const {
    const WordLists& words = reading_.gazetteer.words();
    return reading_.upos(draft.mention.head) == Upos::PROPN && !words.has(WordList::given_names, surname) &&
           !words.has(WordList::offices, ascii_lower(surname)) && !words.has(WordList::not_names, surname) &&
           !words.has(WordList::designators, ascii_lower(surname));
  }

  /// "Tajik President Rakhmonov": the one who held that office of that country then, if the names sound
  /// alike.
  Index office_holder(const Draft& draft, const std::string& surname) const {
    const int year = reading_.year_at(draft.mention.first);
    const std::string sound = sound_key(surname);
    for (const Index actor : stated_actors(draft)) {
      if (entities_.entry_of(actor) == kNone) continue;
      for (const Index index : reading_.gazetteer.terms_in(entities_.entry_of(actor))) {
        const Term& term = reading_.gazetteer.terms()[index];
        if (year != 0 && !term.covers(year)) continue;
        if (!shares_word(draft.office, term.office)) continue;
        const std::string& name = reading_.gazetteer.entry(term.person).name;
        const std::string other = sound_key(name.substr(name.find_last_of(' ') + 1));
        if (std::min(sound.size(), other.size()) >= 3 &&
            sound.compare(0, other.size(), other, 0, sound.size()) == 0)
          return term.person;
      }
    }
    return kNone;
  }

  /// An office at the head of a state, government or organization.
  bool is_head(const Term& term) const {
    const auto& offices = reading_.gazetteer.words().lines(WordList::head_offices);
    return std::any_of(offices.begin(), offices.end(), [&](const auto& office) {
      return term.office.compare(0, office.first.size(), office.first) == 0;
    });
  }

  /// Whether one person bears the name, or one of them alone was a head of state or government.
  bool is_clear(std::span<const Sense> senses) const {
    int persons = 0;
    int heads = 0;
    for (const Sense& sense : senses) {
      if (reading_.gazetteer.entry(sense.entry).type != EntityType::person) continue;
      const auto terms = reading_.gazetteer.terms_of(sense.entry);
      ++persons;
      heads +=
          std::any_of(terms.begin(), terms.end(), [&](const Term& term) { return is_head(term); }) ? 1 : 0;
    }
    return persons == 1 || heads == 1;
  }

  /// The best person among the senses, with at least `least` points; kNone when none has.
  Index best_leader(const Draft& draft, std::span<const Sense> senses, int least) const {
    const std::vector<Index> stated = stated_actors(draft);
    Index best = kNone;
    for (const Sense& sense : senses) {
      if (reading_.gazetteer.entry(sense.entry).type != EntityType::person) continue;
      const int points = score(draft, sense.entry, stated);
      if (points < least || (best != kNone && points == least)) continue;
      least = points;
      best = sense.entry;
    }
    return best;
  }

  void add_aliases(const Draft& draft) {
    entities_.add_alias(draft.mention.entity, reading_.text(draft.name_first, draft.name_last));
    if (draft.mention.first < draft.name_first)
      entities_.add_alias(draft.mention.entity, reading_.text(draft.mention.first, draft.mention.last));
  }

  void link_full(Draft& draft) {
    constexpr int kAny = -10000;
    Index person = best_leader(draft, draft.senses, kAny);
    if (person == kNone) {  // "George H.W. Bush" when the gazetteer has "George Bush"
      const std::string outer = std::string(reading_.word(draft.name_first)) + " " + surname_of(draft);
      person = best_leader(draft, reading_.gazetteer.lookup(outer), 20);
      if (person == kNone) person = sounding_like(draft);
    }
    draft.mention.entity =
        person != kNone ? entities_.known(person) : entities_.named(EntityType::person, draft.name);
    add_aliases(draft);
    draft.entry = person;
    persons_[surname_of(draft)].push_back({draft.mention.first, draft.mention.entity});
    surnames_.insert(surname_of(draft));
    const bool family_first = !draft.office.empty() || person != kNone;
    if (family_first)
      persons_[std::string(reading_.word(draft.name_first))].push_back(
          {draft.mention.first, draft.mention.entity});
  }

  /// The one last named in full before `token`, else the first. REQUIRES: known is sorted and not empty.
  static Index latest_before(const std::vector<Known>& known, Index token) {
    auto next = std::lower_bound(known.begin(), known.end(), token,
                                 [](const Known& k, Index value) { return k.token < value; });
    return next == known.begin() ? next->entity : (next - 1)->entity;
  }

  void link_short(Draft& draft) {
    const std::string surname = surname_of(draft);
    const auto found = persons_.find(surname);
    if (found != persons_.end()) {
      draft.mention.entity = latest_before(found->second, draft.mention.first);
      draft.entry = entities_.entry_of(draft.mention.entity);
    } else {
      const bool titled = !draft.office.empty();
      const Index person = best_leader(draft, draft.senses, titled || !is_clear(draft.senses) ? 20 : 0);
      if (person != kNone && (titled || is_surname_alone(draft, surname))) {
        draft.entry = person;
        draft.mention.entity = entities_.known(person);
        persons_[surname].push_back({draft.mention.first, draft.mention.entity});
      } else if (const Index holder = titled ? office_holder(draft, surname) : kNone; holder != kNone) {
        draft.entry = holder;
        draft.mention.entity = entities_.known(holder);
        persons_[surname].push_back({draft.mention.first, draft.mention.entity});
      } else if (titled) {
        draft.mention.entity = entities_.named(EntityType::person, draft.name);
        persons_[surname].push_back({draft.mention.first, draft.mention.entity});
      }
    }
    if (draft.mention.entity != kNone) add_aliases(draft);
  }

  /// Whom a person acts for: what the text says, else the office of the gazetteer that is nearest in time.
  void add_actors(Draft& draft) {
    std::vector<Index> actors = stated_actors(draft);
    if (!actors.empty()) {
      for (const Index actor : actors) entities_.add_actor(draft.mention.entity, actor);
    } else if (entities_.actors(draft.mention.entity).empty() && draft.entry != kNone) {
      const Index of = nearest_office(draft);
      if (of != kNone) entities_.add_actor(draft.mention.entity, entities_.known(of));
    }
    draft.mention.actors = actors.empty() ? entities_.actors(draft.mention.entity) : actors;
    if (draft.mention.actors.size() > 1 && actors.empty()) draft.mention.actors.resize(1);
  }
  Index nearest_office(const Draft& draft) const {
    const int year = reading_.year_at(draft.mention.first);
    Index of = kNone;
    int least = 1000;
    for (const Term& term : reading_.gazetteer.terms_of(draft.entry)) {
      const bool office = !draft.office.empty() && shares_word(draft.office, term.office);
      const int distance = (year == 0 ? 0 : term.distance(year)) - (office ? 3 : 0);
      if (distance >= least) continue;
      least = distance;
      of = term.of;
    }
    return of;
  }

  const Reading& reading_;
  const Votes& votes_;
  std::vector<Draft>& names_;
  EntityTable& entities_;
  std::vector<Index> cover_;
  ActorFinder finder_;
  std::unordered_map<std::string, std::vector<Known>> persons_;
  std::unordered_set<std::string> surnames_;
};

}  // namespace

void link_persons(const Reading& reading, const Votes& votes, std::vector<Draft>& names,
                  EntityTable& entities) {
  PersonLinker(reading, votes, names, entities).link();
  names.erase(
      std::remove_if(names.begin(), names.end(), [](const Draft& d) { return d.mention.entity == kNone; }),
      names.end());
}

}  // namespace entente

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A title is cut at its separators; the first part that is a name as a whole counts. Brackets, marks of
// footnotes and the words of headings (data/entities/headings.txt) around the name do not matter.
#include "entities/topic.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "entities/reading.hpp"

namespace entente {
namespace {

constexpr EntityTypes kTopics =
    bits(EntityType::country, EntityType::territory, EntityType::igo, EntityType::region);

bool is_edge(char c) {
  return c == ' ' || c == '\t' || c == '*' || c == '.' || c == ',' || c == ';' || c == '"';
}

std::string_view trimmed(std::string_view part) {
  while (!part.empty() && is_edge(part.front())) part.remove_prefix(1);
  while (!part.empty() && is_edge(part.back())) part.remove_suffix(1);
  return part;
}

/// Without "(Islas Malvinas)" at its end.
std::string_view without_brackets(std::string_view part) {
  if (part.empty() || part.back() != ')') return part;
  return trimmed(part.substr(0, std::min(part.rfind('('), part.size())));
}

/// Without "Country profile of", "History of the" before it and "profile" behind it.
std::string_view without_heading(std::string_view part, const WordLists& words) {
  for (std::size_t blank = part.rfind(' '); blank != std::string_view::npos && blank > 0;
       blank = part.rfind(' ', blank - 1)) {
    const std::string* before = words.find(WordList::headings, ascii_lower(part.substr(0, blank)));
    if (before != nullptr && before->find("before") != std::string::npos) return trimmed(part.substr(blank));
  }
  for (std::size_t blank = part.find(' '); blank != std::string_view::npos;
       blank = part.find(' ', blank + 1)) {
    const std::string* behind = words.find(WordList::headings, ascii_lower(part.substr(blank + 1)));
    if (behind != nullptr && behind->find("behind") != std::string::npos)
      return trimmed(part.substr(0, blank));
  }
  return part;
}

Index entry_named(std::string_view part, const Gazetteer& gazetteer) {
  for (const Sense& sense : gazetteer.lookup(part))
    if (sense.kind == SenseKind::name && has(kTopics, gazetteer.entry(sense.entry).type)) return sense.entry;
  return kNone;
}

/// The word that stands for what is left out: the root, or the first of its words that is no mention's head.
Index predicate_of(const Reading& reading, const Sentence& sentence, const std::vector<bool>& taken) {
  Index first = kNone;
  for (Index token = sentence.first; token < sentence.last; ++token) {
    if (taken[token - sentence.first] || reading.shape(token) == Shape::mark) continue;
    if (reading.head(token) == kNone) return token;
    if (first == kNone) first = token;
  }
  return first;
}

Mention omitted(const Reading& reading, Index token, Index topic) {
  Mention mention;
  mention.span = reading.tokens.spans[token];
  mention.first = mention.head = token;
  mention.last = token + 1;
  mention.entity = topic;
  mention.actors = {topic};
  mention.kind = MentionKind::omitted;
  mention.reason = Reason::topic;
  return mention;
}

}  // namespace

void add_omitted(const Reading& reading, Index topic, std::vector<Mention>& mentions) {
  std::vector<Mention> added;
  auto mention = mentions.begin();
  for (const Sentence& sentence : reading.tokens.sentences) {
    bool named = false, others = false;
    std::vector<bool> taken(sentence.last - sentence.first, false);
    for (; mention != mentions.end() && mention->first < sentence.last; ++mention) {
      const auto& actors = mention->actors;
      named =
          named || mention->entity == topic || std::find(actors.begin(), actors.end(), topic) != actors.end();
      others = others || mention->entity != kNone || !actors.empty();
      if (mention->head >= sentence.first && mention->head < sentence.last)
        taken[mention->head - sentence.first] = true;
    }
    if (named || !others) continue;
    if (const Index token = predicate_of(reading, sentence, taken); token != kNone)
      added.push_back(omitted(reading, token, topic));
  }
  mentions.insert(mentions.end(), added.begin(), added.end());
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
}

Index topic_of(const Document& document, const Gazetteer& gazetteer) {
  constexpr std::size_t kLongest = 200;  // bytes: no heading is longer
  static constexpr std::array<std::string_view, 6> kSeparators = {" - ", " | ", ": ", " – ", " — ", " / "};
  if (document.title.size() > kLongest) return kNone;
  std::string_view rest = document.title;
  while (!rest.empty()) {
    std::size_t end = rest.size(), next = rest.size();
    for (const std::string_view separator : kSeparators)
      if (const std::size_t at = rest.find(separator); at < end) {
        end = at;
        next = at + separator.size();
      }
    const std::string_view part = without_brackets(trimmed(rest.substr(0, end)));
    for (const std::string_view form : {part, without_heading(part, gazetteer.words())})
      if (const Index entry = entry_named(form, gazetteer); entry != kNone) return entry;
    rest.remove_prefix(next);
  }
  return kNone;
}

}  // namespace entente

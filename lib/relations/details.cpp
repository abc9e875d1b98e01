// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "relations/details.hpp"

#include <algorithm>
#include <cstdlib>

namespace entente::relations {
namespace {

constexpr std::size_t kMaxPhrase = 80;
constexpr Index kFronted = 5;  // tokens from the beginning of a sentence

/// The head of the clause that a token belongs to.
Index clause(const SentenceView& view, Index token) {
  Index at = token;
  while (view.upos(at) != Upos::VERB && view.head(at) != kNone && view.label(at) != Dep::root &&
         view.label(at) != Dep::conj && view.label(at) != Dep::appos)
    at = view.head(at);
  return at;
}

std::string text_between(const SentenceView& view, Index first, Index last) {
  const auto& spans = view.reading().tokens.spans;
  const std::string& text = view.reading().document.text;
  std::string result = text.substr(spans[first].begin, spans[last].end - spans[first].begin);
  for (char& c : result)
    if (c == '\n' || c == '\t') c = ' ';
  return result;
}

bool inside(Index token, std::pair<Index, Index> range) {
  return range.first <= token && token <= range.second;
}

}  // namespace

std::string time_of(const SentenceView& view, const std::vector<TimeExpression>& times, Index trigger) {
  const auto own = view.extent(trigger);
  const auto wide = view.extent(clause(view, trigger));
  const TimeExpression* best = nullptr;
  int best_rank = 0;
  Index best_distance = 0;
  const bool dated = std::any_of(times.begin(), times.end(), [](const auto& time) { return !time.dateline; });
  for (const TimeExpression& time : times) {
    if (time.dateline && dated) continue;  // when it was written, not when it was
    // "In May Russia closed the base and Georgia ...": what comes first holds for all that follows.
    const bool fronted = time.first < view.sentence().first + kFronted;
    const int rank = inside(time.first, own)        ? 3
                     : inside(time.first, wide)     ? 2
                     : times.size() == 1 || fronted ? 1
                                                    : 0;
    if (rank == 0) continue;
    const Index distance = time.first > trigger ? time.first - trigger : trigger - time.first;
    if (best != nullptr && (rank < best_rank || (rank == best_rank && distance >= best_distance))) continue;
    best = &time;
    best_rank = rank;
    best_distance = distance;
  }
  return best == nullptr ? std::string() : best->value;
}

std::string named_in_clause(const SentenceView& view, Index trigger, EntityType type) {
  // A noun's places are its own; a verb's may stand anywhere in its clause.
  const bool nominal = view.upos(trigger) == Upos::NOUN || view.upos(trigger) == Upos::PROPN;
  const auto range = view.extent(nominal ? trigger : clause(view, trigger));
  const Mentions& mentions = view.reading().mentions;
  const Mention* best = nullptr;
  const auto distance = [&](const Mention& m) {
    return m.head > trigger ? m.head - trigger : trigger - m.head;
  };
  for (const Mention& mention : mentions.mentions) {
    if (mention.first < view.sentence().first || mention.entity == kNone) continue;
    if (mention.first >= view.sentence().last) break;
    if (mentions.entities[mention.entity].type != type || !inside(mention.head, range) ||
        !mention.actors.empty())
      continue;
    if (best == nullptr || distance(mention) < distance(*best)) best = &mention;
  }
  return best == nullptr ? std::string() : mentions.entities[best->entity].name;
}

std::string phrase(const SentenceView& view, Index head) {
  auto [first, last] = view.extent(head);
  for (const Index c : view.children(head)) {
    const Dep label = view.label(c);
    if (c > head && (label == Dep::acl_relcl || label == Dep::appos || label == Dep::conj ||
                     label == Dep::punct || label == Dep::parataxis))
      last = std::min(last, view.extent(c).first - 1);
  }
  first = std::min(first, head);
  const auto opens = [&](Upos tag) {
    return tag == Upos::PUNCT || tag == Upos::CCONJ || tag == Upos::DET || tag == Upos::ADP;
  };
  while (first < head && opens(view.upos(first))) ++first;
  last = std::max(last, head);
  const auto& spans = view.reading().tokens.spans;
  while (last > head && spans[last].end - spans[first].begin > kMaxPhrase) --last;
  while (first < head && spans[last].end - spans[first].begin > kMaxPhrase) ++first;
  return text_between(view, first, last);
}

std::string amount_of(const SentenceView& view, Index trigger) {
  const ClassId counted = view.frames().words().id("counted");
  const auto range = view.extent(clause(view, trigger));
  for (Index token = range.first; token <= range.second; ++token) {
    if (view.upos(token) != Upos::NUM) continue;
    const Index unit = view.head(token);
    const bool money =
        token > view.sentence().first &&
        (view.upos(token - 1) == Upos::SYM || view.word(token - 1) == "$" || view.word(token - 1) == "€");
    Index last = token;
    while (last < range.second && (view.upos(last + 1) == Upos::NUM || view.word(last + 1) == "%")) ++last;
    if (money) return text_between(view, token - 1, last);
    if (unit != kNone && unit > last && unit - last <= 3 && view.in_class(unit, counted))
      return text_between(view, token, unit);
    if (last + 1 <= range.second && (view.word(last + 1) == "percent" || view.word(last) == "%"))
      return text_between(view, token, view.word(last) == "%" ? last : last + 1);
  }
  return {};
}

std::string source_of(SentenceView& view, Index trigger) {
  const auto& words = view.frames().words();
  // "(Interfax, Moscow, June 9 2004)" closes the sentence it vouches for, or stands right behind it.
  const auto& text = view.reading().document.text;
  const std::string_view rest = std::string_view(text).substr(view.sentence().span.begin);
  std::size_t close = view.sentence().span.size();
  if (close < rest.size() && rest.substr(close, 2) == " (") close += 2;
  const std::size_t open =
      close > 2 && rest.substr(close - 2, 2) == " (" ? close - 1 : rest.substr(0, close).rfind('(');
  const std::size_t end = open == std::string_view::npos ? open : rest.find(')', open);
  if (end != std::string_view::npos && end - open < 90 && end + 3 >= view.sentence().span.size()) {
    const std::string_view cited = rest.substr(open + 1, end - open - 1);
    if (cited.find(',') != std::string_view::npos &&
        cited.find_first_of("0123456789") != std::string_view::npos &&
        cited.find('\n') == std::string_view::npos)
      return std::string(cited);
  }
  const ClassId saying = words.id("saying");
  Index at = trigger;
  for (int step = 0; step < 5; ++step) {
    const Index parent = view.head(at);
    const bool clausal = view.label(at) == Dep::ccomp || view.label(at) == Dep::parataxis;
    if (clausal && parent != kNone && view.in_class(parent, saying))
      if (const Index speaker = view.child(parent, Dep::nsubj); speaker != kNone)
        return phrase(view, view.antecedent(speaker));
    for (const Index c : view.children(at))
      if (view.label(c) == Dep::parataxis && view.in_class(c, saying))
        if (const Index speaker = view.child(c, Dep::nsubj); speaker != kNone)
          return phrase(view, view.antecedent(speaker));
    if (parent == kNone) break;
    at = parent;
  }
  return {};
}

Domain domain_of(const SentenceView& view, Index trigger) {
  const auto& words = view.frames().words();
  const auto range = view.extent(clause(view, trigger));
  Domain best = Domain::none;
  Index least = kNone;
  for (std::size_t i = 1; i < kDomainNames.size(); ++i) {
    const ClassId word_class = words.id("domain_" + std::string(kDomainNames[i]));
    for (Index token = range.first; token <= range.second; ++token) {
      const Index distance = token > trigger ? token - trigger : trigger - token;
      if (distance < least && view.in_class(token, word_class)) {
        best = static_cast<Domain>(i);
        least = distance;
      }
    }
  }
  return best;
}

}  // namespace entente::relations

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Sentence by sentence: match frames, give each match its attributes, keep one of those that say the same.
#include "relations/extractor.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "relations/details.hpp"
#include "relations/evidence.hpp"
#include "relations/matcher.hpp"
#include "relations/pairs.hpp"
#include "relations/qualifiers.hpp"
#include "relations/structure.hpp"
#include "relations/times.hpp"

namespace entente::relations {
namespace {

constexpr double kGuessed = 0.7;    // how much less a reading by word order is worth
constexpr float kKeep = 0.003F;     // what a frame found needs this much
constexpr double kSure = 0.8;       // frames of this score stay whatever the scorer says
constexpr float kSureLeast = 0.3F;  // and count at least so much

class Extractor {
 public:
  Extractor(const Reading& reading, const Frames& frames, const Scorer& scorer)
      : reading_(reading), view_(reading, frames), scorer_(scorer), times_(reading.document) {}

  std::vector<Assertion> run() {
    for (const Sentence& sentence : reading_.tokens.sentences) {
      // The finder sees every sentence: later dates without a year lean on earlier ones.
      const std::vector<TimeExpression> times =
          times_.find(reading_.document.text, reading_.tokens, sentence);
      if (!mentions_in(sentence)) continue;
      view_.enter(sentence);
      std::vector<Match> matches;
      find_matches(view_, matches);
      const std::size_t first = found_.size();
      if (!scorer_.empty()) weigh(matches);
      for (const Match& match : matches) found_.push_back(assertion(match, times));
      std::vector<Assertion> structure;
      find_structure(view_, structure);
      for (Assertion& made : structure) keep_structure(std::move(made));
      thin(first);
    }
    return std::move(found_);
  }

 private:
  bool mentions_in(const Sentence& sentence) {
    const auto& mentions = reading_.mentions.mentions;
    while (next_mention_ < mentions.size() && mentions[next_mention_].first < sentence.first) ++next_mention_;
    return next_mention_ < mentions.size() && mentions[next_mention_].first < sentence.last;
  }

  /// Lets the scorer drop matches, and add those for which a frame has a word but no way to the arguments.
  void weigh(std::vector<Match>& matches) {
    using Key = std::tuple<Index, RelationType, Index>;
    struct Best {
      float probability = 0;
      Pair pair;
      Index trigger = kNone;
    };
    std::map<Key, Best> best;
    const PairFeatures features(view_, matches);
    if (matches.empty() && features.evidence() == 0) return;  // nothing to weigh or to add
    for (const Pair& pair : pairs_of(view_)) {
      features.fill(pair, features_);
      const Probabilities probabilities = scorer_.score(features_);
      for (std::size_t i = 0; i < kRelationTypeCount; ++i) {
        const auto type = static_cast<RelationType>(i);
        const RelationInfo& about = info(type);
        const auto& entities = reading_.mentions.entities;
        if (probabilities[i] < kKeep || !has(about.subjects, entities[pair.subject.entity].type) ||
            !has(about.objects, entities[pair.object.entity].type))
          continue;
        const bool swap = about.symmetric && pair.object.entity < pair.subject.entity;
        Best& at = best[swap ? Key(pair.object.entity, type, pair.subject.entity)
                             : Key(pair.subject.entity, type, pair.object.entity)];
        if (probabilities[i] > at.probability) at = {probabilities[i], pair, features.predicate(pair)};
      }
    }
    const auto key = [](const Match& m) {
      const bool swap = info(m.frame->type).symmetric && m.object.entity < m.subject.entity;
      return swap ? Key(m.object.entity, m.frame->type, m.subject.entity)
                  : Key(m.subject.entity, m.frame->type, m.object.entity);
    };
    std::set<Key> framed;
    std::erase_if(matches, [&](Match& match) {
      const auto found = best.find(key(match));
      const bool sure = match.wedged || (match.frame->score >= kSure && !match.guessed);
      if (found == best.end() && !sure) return true;
      match.probability =
          std::max(found == best.end() ? 0 : found->second.probability, sure ? kSureLeast : 0);
      framed.insert(key(match));
      return false;
    });
    for (const auto& [which, found] : best) {
      if (found.probability < scorer_.threshold(std::get<1>(which)) || framed.contains(which)) continue;
      Match match;
      match.type = std::get<1>(which);
      const Evidence evidence = nearest_evidence(view_, match.type, found.trigger);
      if (evidence.frame == nullptr) continue;
      match.frame = evidence.frame;
      match.trigger = evidence.trigger;
      match.scored = true;
      match.subject = found.pair.subject;
      match.object = found.pair.object;
      match.probability = found.probability;
      matches.push_back(match);
    }
  }

  Assertion assertion(const Match& match, const std::vector<TimeExpression>& times) {
    const Frame& frame = *match.frame;
    Assertion made;
    made.subject = match.subject.entity;
    made.type = match.type;
    made.object = match.object.entity;
    made.phase = frame.phase
                     ? *frame.phase
                     : phase_of(view_, match.trigger).value_or(view_.frames().default_phase(match.type));
    made.factuality = factuality_of(view_, match.trigger);
    if (frame.factuality && made.factuality == Factuality::fact) made.factuality = *frame.factuality;
    made.domain = frame.domain != Domain::none ? frame.domain : domain_of(view_, match.trigger);
    made.time = time_of(view_, times, match.trigger);
    made.sentence = view_.sentence().span;
    made.trigger = reading_.tokens.spans[match.trigger];
    if (match.particle != kNone)
      made.trigger.end = std::max(made.trigger.end, reading_.tokens.spans[match.particle].end);
    const Mention& subject = reading_.mentions.mentions[match.subject.mention];
    const Mention& object = reading_.mentions.mentions[match.object.mention];
    made.subject_span = subject.span;
    made.object_span = object.span;
    made.place = match.object.located && object.entity != kNone
                     ? reading_.mentions.entities[object.entity].name
                     : named_in_clause(view_, match.trigger, EntityType::place);
    made.facility = named_in_clause(view_, match.trigger, EntityType::facility);
    made.detail = detail(match);
    made.via = via(subject, made.subject);
    made.source = source_of(view_, match.trigger);
    made.score = match.probability > 0 ? std::round(static_cast<double>(match.probability) * 1000) / 1000
                 : match.guessed       ? frame.score * kGuessed
                                       : frame.score;
    made.rule = rule_of(match);
    return made;
  }

  /// The frame; with `?` where word order told an argument, with `+` where the scorer told both.
  static std::string rule_of(const Match& match) {
    return match.frame->id + (match.scored ? "+" : match.guessed ? "?" : "");
  }

  std::string detail(const Match& match) {
    const std::string amount = amount_of(view_, match.trigger);
    if (match.detail == kNone) return amount;
    const std::string what = phrase(view_, match.detail);
    return amount.empty() || what.find(amount) != std::string::npos ? what : what + ", " + amount;
  }

  /// Who acts for the subject: the text of a mention that does not name the actor itself.
  std::string via(const Mention& mention, Index actor) const {
    if (mention.entity != kNone && mention.entity != actor && mention.kind != MentionKind::metonym)
      return reading_.mentions.entities[mention.entity].name;
    if (mention.kind != MentionKind::official) return {};
    return reading_.document.text.substr(mention.span.begin, mention.span.size());
  }

  /// Structure is told once a document: by the first sentence that shows it.
  void keep_structure(Assertion&& made) {
    const auto same = [&](const Assertion& other) {
      return other.type == made.type && other.subject == made.subject &&
             (other.object == made.object || made.type == RelationType::leads);
    };
    if (std::none_of(found_.begin(), found_.end(), same)) found_.push_back(std::move(made));
  }

  /// Of the assertions of one sentence that say the same, the best stays.
  void thin(std::size_t first) {
    const auto begin = found_.begin() + static_cast<std::ptrdiff_t>(first);
    using Key = std::tuple<Index, RelationType, Index, Phase, Factuality, std::string>;
    const auto key = [](const Assertion& a) {
      const bool swapped = info(a.type).symmetric && a.object < a.subject;
      // Two bases in a country are two statements.
      const bool sited = a.type == RelationType::has_base_in;
      return Key(swapped ? a.object : a.subject, a.type, swapped ? a.subject : a.object, a.phase,
                 a.factuality, sited ? a.place + "/" + a.facility : std::string());
    };
    std::stable_sort(begin, found_.end(),
                     [](const Assertion& a, const Assertion& b) { return a.score > b.score; });
    std::set<Key> seen;
    found_.erase(
        std::remove_if(begin, found_.end(), [&](const Assertion& a) { return !seen.insert(key(a)).second; }),
        found_.end());
    std::stable_sort(found_.begin() + static_cast<std::ptrdiff_t>(first), found_.end(),
                     [](const Assertion& a, const Assertion& b) { return a.trigger < b.trigger; });
  }

  const Reading& reading_;
  SentenceView view_;
  const Scorer& scorer_;
  std::vector<std::uint32_t> features_;  ///< reused between pairs
  TimeFinder times_;
  std::vector<Assertion> found_;
  std::size_t next_mention_ = 0;
};

}  // namespace

std::vector<Assertion> find_assertions(const Document& document, const Tokens& tokens, const Parse& parse,
                                       const Mentions& mentions, const Frames& frames, const Scorer& scorer) {
  const Reading reading{document, tokens, parse, mentions};
  return Extractor(reading, frames, scorer).run();
}

std::vector<SentencePairs> find_pairs(const Document& document, const Tokens& tokens, const Parse& parse,
                                      const Mentions& mentions, const Frames& frames) {
  const Reading reading{document, tokens, parse, mentions};
  SentenceView view(reading, frames);
  std::vector<SentencePairs> result;
  for (const Sentence& sentence : tokens.sentences) {
    view.enter(sentence);
    std::vector<Match> matches;
    find_matches(view, matches);
    const PairFeatures features(view, matches);
    SentencePairs made{sentence.span, {}, {}, {}, features.evidence()};
    for (const Pair& pair : pairs_of(view)) {
      made.subjects.push_back(pair.subject.entity);
      made.objects.push_back(pair.object.entity);
      features.fill(pair, made.features.emplace_back());
    }
    if (!made.features.empty()) result.push_back(std::move(made));
  }
  return result;
}

}  // namespace entente::relations

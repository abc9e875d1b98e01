// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// First every sentence is read: frames that match, and pairs of actors. Then the document as a whole decides
// which relations hold, and the sentences that say them become assertions with their attributes; of those of
// a sentence that say the same, one is kept.
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
constexpr double kSure = 0.8;       // frames of this score stay whatever the scorer says
constexpr float kSureLeast = 0.3F;  // and count at least so much
constexpr float kShare = 0.5F;      // of the best reading of a relation: sentences that say it nearly as well

double frame_score(const Match& match) {
  return match.frame->score * (match.guessed ? kGuessed : 1);
}

/// The readings of the pairs in the sentence that `view` is at; `pairs` in the same order.
void read_pairs(const SentenceView& view, Index number, const std::vector<Match>& matches,
                const PairFeatures& features, std::vector<PairReading>& readings, std::vector<Pair>& pairs) {
  const auto& [entities, mentions, topic] = view.reading().mentions;
  for (const Pair& pair : pairs_of(view)) {
    const Mention &subject = mentions[pair.subject.mention], &object = mentions[pair.object.mention];
    PairReading made;
    made.subject = pair.subject.entity;
    made.object = pair.object.entity;
    made.subject_type = entities[made.subject].type;
    made.object_type = entities[made.object].type;
    made.subject_kind = subject.kind;
    made.object_kind = object.kind;
    made.in_order = subject.head < object.head;
    made.distance = made.in_order ? object.head - subject.head : subject.head - object.head;
    made.sentence = number;
    made.sentence_length = view.sentence().last - view.sentence().first;
    made.evidence = features.evidence();
    for (const Match& match : matches) {
      const bool same = match.subject.entity == made.subject && match.object.entity == made.object;
      const bool swapped = info(match.type).symmetric && match.subject.entity == made.object &&
                           match.object.entity == made.subject;
      float& best = made.frames[static_cast<std::size_t>(match.type)];
      if (same || swapped) best = std::max(best, static_cast<float>(frame_score(match)));
    }
    features.fill(pair, made.features);
    readings.push_back(std::move(made));
    pairs.push_back(pair);
  }
}

class Extractor {
 public:
  Extractor(const Reading& reading, const Frames& frames, const Scorer& scorer)
      : reading_(reading), view_(reading, frames), scorer_(scorer), times_(reading.document) {}

  std::vector<Assertion> run() {
    for (const Sentence& sentence : reading_.tokens.sentences) read(sentence);
    if (!scorer_.empty()) decide();
    for (SentenceReading& sentence : sentences_) {
      view_.enter(*sentence.sentence);
      if (!scorer_.empty()) weigh(sentence);
      const std::size_t first = found_.size();
      for (const Match& match : sentence.matches) found_.push_back(assertion(match, sentence.times));
      for (Assertion& made : sentence.structure) keep_structure(std::move(made));
      thin(first);
    }
    return std::move(found_);
  }

 private:
  /// A relation of the document: subject, type, object; of symmetric types the smaller index first.
  using Key = std::tuple<Index, RelationType, Index>;

  struct SentenceReading {
    const Sentence* sentence = nullptr;
    std::vector<TimeExpression> times;
    std::vector<Match> matches;
    std::vector<Assertion> structure;
    std::size_t first_pair = 0, last_pair = 0;  ///< in readings_
  };

  struct Verdict {
    float probability = 0;  ///< by the whole document
    float best = 0;         ///< of its readings
  };

  static Key key(Index subject, RelationType type, Index object) {
    const bool swap = info(type).symmetric && object < subject;
    return swap ? Key(object, type, subject) : Key(subject, type, object);
  }

  void read(const Sentence& sentence) {
    // The finder sees every sentence: later dates without a year lean on earlier ones.
    std::vector<TimeExpression> times = times_.find(reading_.document.text, reading_.tokens, sentence);
    if (!mentions_in(sentence)) return;
    view_.enter(sentence);
    if (is_sport(view_)) return;
    SentenceReading made{&sentence, std::move(times), {}, {}, readings_.size(), readings_.size()};
    find_matches(view_, made.matches);
    find_structure(view_, made.times, made.structure);
    if (!scorer_.empty()) {
      const PairFeatures features(view_, made.matches);
      const auto number = static_cast<Index>(&sentence - reading_.tokens.sentences.data());
      // Without a word of a frame there is nothing to weigh or to add.
      if (features.evidence() != 0) read_pairs(view_, number, made.matches, features, readings_, pairs_);
      for (std::size_t i = made.first_pair; i < readings_.size(); ++i) {
        readings_[i].probabilities = scorer_.score(readings_[i].features);
        readings_[i].features = {};
      }
      made.last_pair = readings_.size();
    }
    sentences_.push_back(std::move(made));
  }

  bool mentions_in(const Sentence& sentence) {
    const auto& mentions = reading_.mentions.mentions;
    while (next_mention_ < mentions.size() && mentions[next_mention_].first < sentence.first) ++next_mention_;
    return next_mention_ < mentions.size() && mentions[next_mention_].first < sentence.last;
  }

  /// Which relations the document holds.
  void decide() {
    for (const Candidate& candidate : candidates_of(readings_)) {
      const float probability = scorer_.probability(candidate);
      if (probability >= scorer_.threshold())
        held_[{candidate.subject, candidate.type, candidate.object}] = {probability, candidate.best};
    }
  }

  /// Drops the matches of relations that do not hold, and adds those that do where no frame found its way to
  /// the arguments.
  void weigh(SentenceReading& sentence) {
    std::set<Key> framed;
    std::erase_if(sentence.matches, [&](Match& match) {
      const Key which = key(match.subject.entity, match.type, match.object.entity);
      const auto verdict = held_.find(which);
      const bool sure = match.wedged || (match.frame->score >= kSure && !match.guessed);
      if (verdict == held_.end() && !sure) return true;
      match.probability =
          std::max(verdict == held_.end() ? 0 : verdict->second.probability, sure ? kSureLeast : 0);
      framed.insert(which);
      return false;
    });
    struct Best {
      std::size_t pair = 0;
      float probability = 0;
    };
    std::map<Key, Best> said;
    for (std::size_t i = sentence.first_pair; i < sentence.last_pair; ++i)
      for (std::size_t t = 0; t < kRelationTypeCount; ++t) {
        const PairReading& pair = readings_[i];
        if (((pair.evidence >> t) & 1U) == 0) continue;
        const Key which = key(pair.subject, static_cast<RelationType>(t), pair.object);
        const auto verdict = held_.find(which);
        if (verdict == held_.end() || pair.probabilities[t] < kShare * verdict->second.best) continue;
        Best& best = said[which];
        if (pair.probabilities[t] > best.probability) best = {i, pair.probabilities[t]};
      }
    for (const auto& [which, best] : said)
      if (!framed.contains(which))
        add(std::get<1>(which), pairs_[best.pair], held_.at(which), sentence.matches);
  }

  void add(RelationType type, const Pair& pair, const Verdict& verdict, std::vector<Match>& matches) const {
    const Evidence evidence = nearest_evidence(view_, type, predicate_of(view_, pair));
    if (evidence.frame == nullptr) return;
    Match match;
    match.type = type;
    match.frame = evidence.frame;
    match.trigger = evidence.trigger;
    match.scored = true;
    match.subject = pair.subject;
    match.object = pair.object;
    match.probability = verdict.probability;
    matches.push_back(match);
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
                                       : frame_score(match);
    made.rule = rule_of(match);
    made.event = view_.frames().events().event(made.type, made.phase, made.factuality);
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
    using Saying = std::tuple<Index, RelationType, Index, Phase, Factuality, std::string>;
    const auto key = [](const Assertion& a) {
      const bool swapped = info(a.type).symmetric && a.object < a.subject;
      // Two bases in a country are two statements.
      const bool sited = a.type == RelationType::has_base_in;
      return Saying(swapped ? a.object : a.subject, a.type, swapped ? a.subject : a.object, a.phase,
                    a.factuality, sited ? a.place + "/" + a.facility : std::string());
    };
    std::stable_sort(begin, found_.end(),
                     [](const Assertion& a, const Assertion& b) { return a.score > b.score; });
    std::set<Saying> seen;
    found_.erase(
        std::remove_if(begin, found_.end(), [&](const Assertion& a) { return !seen.insert(key(a)).second; }),
        found_.end());
    std::stable_sort(found_.begin() + static_cast<std::ptrdiff_t>(first), found_.end(),
                     [](const Assertion& a, const Assertion& b) { return a.trigger < b.trigger; });
  }

  const Reading& reading_;
  SentenceView view_;
  const Scorer& scorer_;
  TimeFinder times_;
  std::vector<SentenceReading> sentences_;
  std::vector<PairReading> readings_;
  std::vector<Pair> pairs_;  ///< as readings_
  std::map<Key, Verdict> held_;
  std::vector<Assertion> found_;
  std::size_t next_mention_ = 0;
};

}  // namespace

std::vector<Assertion> find_assertions(const Document& document, const Tokens& tokens, const Parse& parse,
                                       const Mentions& mentions, const Frames& frames, const Scorer& scorer) {
  const Reading reading{document, tokens, parse, mentions};
  return Extractor(reading, frames, scorer).run();
}

std::vector<PairReading> find_pairs(const Document& document, const Tokens& tokens, const Parse& parse,
                                    const Mentions& mentions, const Frames& frames) {
  const Reading reading{document, tokens, parse, mentions};
  SentenceView view(reading, frames);
  std::vector<PairReading> readings;
  std::vector<Pair> pairs;
  for (Index number = 0; number < tokens.sentences.size(); ++number) {
    view.enter(tokens.sentences[number]);
    std::vector<Match> matches;
    find_matches(view, matches);
    read_pairs(view, number, matches, PairFeatures(view, matches), readings, pairs);
  }
  return readings;
}

}  // namespace entente::relations

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// First the ontology: the relation type, what its ends may be, the values of attributes. Then the evidence:
// the sentence has to hold its trigger and a mention of each end, by the spans given, else by the words
// given, else by a name of the entity.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "graph/period.hpp"
#include "import/statement.hpp"
#include "query/spelling.hpp"

namespace entente::importers {
namespace {

bool is_word(const CodePoint& point) {
  return point.valid && (is_letter(point.value) || is_digit(point.value));
}

bool is_border(std::string_view text, std::size_t at) {
  return at == 0 || at >= text.size() || !is_word(decode_before(text, at)) || !is_word(decode(text, at));
}

/// A relation type as other programs write it: `DEPLOYS_TO`, `deploys to`.
std::string normal(std::string_view relation) {
  std::string result = lower_case(relation);
  std::replace_if(
      result.begin(), result.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
  return result;
}

std::string unknown_relation(std::string_view relation) {
  std::vector<std::string_view> names;
  for (const RelationInfo& row : kRelations) names.push_back(row.name);
  return fmt::format("there is no relation type \"{}\"{}", relation,
                     query::did_you_mean(normal(relation), names));
}

/// Sets `value` when the word is one of its names; the reason when it is not.
template <class Enum>
std::optional<std::string> set(std::string_view what, std::string_view word,
                               std::optional<Enum> (*parse)(std::string_view), Enum& value) {
  value = Enum{};
  if (word.empty()) return std::nullopt;
  if (const auto parsed = parse(word)) {
    value = *parsed;
    return std::nullopt;
  }
  return fmt::format("there is no {} \"{}\"", what, word);
}

std::optional<std::string> set_score(std::string_view text, double& score) {
  score = 1;
  if (text.empty()) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(value > 0 && value <= 1))
    return fmt::format("its score \"{}\" is no number in (0, 1]", text);
  score = value;
  return std::nullopt;
}

std::optional<std::string> set_time(std::string_view text, std::string& time) {
  time.clear();
  if (text.empty()) return std::nullopt;
  if (!graph::parse_period(text)) return fmt::format("its time \"{}\" is no ISO 8601 date or interval", text);
  time = text;
  return std::nullopt;
}

std::optional<std::string> set_attributes(const Statement& said, Rule rule, Assertion& assertion) {
  for (auto reason : {set<Phase>("phase", said.phase, phase, assertion.phase),
                      set<Factuality>("factuality", said.factuality, factuality, assertion.factuality),
                      set<Domain>("domain", said.domain, domain, assertion.domain),
                      set_time(said.time, assertion.time), set_score(said.score, assertion.score)})
    if (reason && rule == Rule::evidence) return reason;
  assertion.place = said.place;
  assertion.facility = said.facility;
  assertion.detail = said.detail;
  assertion.via = said.via;
  assertion.source = said.source;
  assertion.rule = said.rule;
  return std::nullopt;
}

/// Not empty, within the sentence, at borders of characters.
bool lies_in(std::string_view sentence, Span span) {
  const auto whole = [&](std::size_t at) {
    return at >= sentence.size() || (static_cast<unsigned char>(sentence[at]) & 0xC0U) != 0x80;
  };
  return span.begin < span.end && span.end <= sentence.size() && whole(span.begin) && whole(span.end);
}

std::optional<Span> find_mention(std::string_view sentence, const Entity& entity, std::string_view words,
                                 std::optional<Span> span) {
  if (span) return lies_in(sentence, *span) ? span : std::nullopt;
  if (!words.empty()) return find_words(sentence, words);
  if (const auto found = find_words(sentence, entity.name)) return found;
  for (const std::string& alias : entity.aliases)
    if (const auto found = find_words(sentence, alias)) return found;
  return std::nullopt;
}

std::optional<Span> find_trigger(std::string_view sentence, const Statement& said, const Assertion& a) {
  if (said.trigger_span) return lies_in(sentence, *said.trigger_span) ? said.trigger_span : std::nullopt;
  if (!said.trigger.empty()) return find_words(sentence, said.trigger);
  // What stands between the ends, else everything.
  Span between{std::min(a.subject_span.end, a.object_span.end),
               std::max(a.subject_span.begin, a.object_span.begin)};
  while (between.begin < between.end && sentence[between.begin] == ' ') ++between.begin;
  while (between.begin < between.end && sentence[between.end - 1] == ' ') --between.end;
  if (between.begin < between.end) return between;
  return Span{0, static_cast<std::uint32_t>(sentence.size())};
}

/// For an edge without a sentence.
void word(const Entity& subject, const Entity& object, Assertion& assertion, std::string& sentence) {
  sentence.clear();
  const auto append = [&](std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(sentence.size());
    sentence += text;
    return Span{begin, static_cast<std::uint32_t>(sentence.size())};
  };
  const auto name_of = [](const Entity& entity) { return entity.name.empty() ? entity.id : entity.name; };
  assertion.subject_span = append(name_of(subject));
  sentence += ' ';
  assertion.trigger = append(name(assertion.type));
  std::replace(sentence.begin() + assertion.trigger.begin, sentence.end(), '_', ' ');
  sentence += ' ';
  assertion.object_span = append(name_of(object));
  sentence += '.';
  assertion.sentence = {0, static_cast<std::uint32_t>(sentence.size())};
}

std::optional<std::string> set_evidence(const Statement& said, const Entity& subject, const Entity& object,
                                        Rule rule, Assertion& assertion) {
  const std::string_view sentence = said.sentence;
  const Span all{0, static_cast<std::uint32_t>(sentence.size())};
  assertion.sentence = all;
  for (const auto& [entity, words, span, end] :
       {std::tuple{&subject, said.subject_mention, said.subject_span, &assertion.subject_span},
        std::tuple{&object, said.object_mention, said.object_span, &assertion.object_span}}) {
    const auto found = find_mention(sentence, *entity, words, span);
    if (!found && rule == Rule::evidence)
      return fmt::format("its sentence does not hold {} \"{}\"",
                         end == &assertion.subject_span ? "its subject" : "its object",
                         words.empty() ? std::string_view(entity->name) : words);
    *end = found.value_or(all);
  }
  const auto trigger = find_trigger(sentence, said, assertion);
  if (!trigger && rule == Rule::evidence)
    return fmt::format("its sentence does not hold its words \"{}\"", said.trigger);
  assertion.trigger = trigger.value_or(all);
  return std::nullopt;
}

}  // namespace

std::optional<Span> find_words(std::string_view sentence, std::string_view words) {
  if (words.empty()) return std::nullopt;
  for (std::size_t at = sentence.find(words); at != std::string_view::npos;
       at = sentence.find(words, at + words.size()))
    if (is_border(sentence, at) && is_border(sentence, at + words.size()))
      return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  return std::nullopt;
}

std::string id_for(EntityType type, std::string_view name) {
  std::string id(entente::name(type));
  id += ':';
  bool gap = false;
  const std::string lower = lower_case(name);
  for (std::size_t at = 0; at < lower.size();) {
    const CodePoint point = decode(lower, at);
    if (is_word(point)) {
      if (gap && id.back() != ':') id += '-';
      id.append(lower, at, point.size);
    }
    gap = !is_word(point);
    at += point.size;
  }
  return id;
}

Checker::Checker(const ImportOptions& options) : options_(options) {
  for (const auto& [theirs, ours] : options.relations)
    if (!relation_type(ours)) throw QueryError(unknown_relation(ours));
}

std::optional<std::string> Checker::set_relation(const Statement& said, const Entity& subject,
                                                 const Entity& object, Assertion& assertion) const {
  if (said.relation.empty()) return "it has no relation type";
  auto type = relation_type(said.relation);
  if (!type) {
    const auto mapped = options_.relations.find(lower_case(said.relation));
    type = relation_type(mapped == options_.relations.end() ? normal(said.relation) : mapped->second);
  }
  if (!type) return unknown_relation(said.relation);
  assertion.type = *type;
  const RelationInfo& relation = info(*type);
  const auto wrong = [&](const Entity& entity, std::string_view end) {
    return fmt::format("{} cannot be the {} of {}: it is of type {}", entity.id, end, relation.name,
                       name(entity.type));
  };
  if (!has(relation.subjects, subject.type)) return wrong(subject, "subject");
  if (!has(relation.objects, object.type)) return wrong(object, "object");
  if (subject.id == object.id) return "its ends are the same";
  return std::nullopt;
}

std::optional<std::string> Checker::check(const Statement& said, const Entity& subject, const Entity& object,
                                          Rule rule, Assertion& assertion, std::string& sentence) const {
  if (auto reason = set_relation(said, subject, object, assertion)) return reason;
  if (auto reason = set_attributes(said, rule, assertion)) return reason;
  if (said.sentence.empty()) {
    if (rule == Rule::evidence) return "it has no sentence";
    word(subject, object, assertion, sentence);
    return std::nullopt;
  }
  if (auto reason = set_evidence(said, subject, object, rule, assertion)) return reason;
  sentence = said.sentence;
  return std::nullopt;
}

}  // namespace entente::importers

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Reads data/dependence.json. What does not belong there is an error with its place, never passed over.
#include <algorithm>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "entente/query.hpp"

namespace entente {
namespace {

using Value = rapidjson::Value;

std::string read_file(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw IoError("cannot open " + file);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (stream.bad()) throw IoError("cannot read " + file);
  return text;
}

/// Takes the document apart; `place` in messages is a path such as `rules[3].weight`.
class Loader {
 public:
  explicit Loader(const std::string& file) : file_(file) {}

  DependenceRules load() {
    const std::string text = read_file(file_);
    rapidjson::Document document;
    document.Parse(text.data(), text.size());
    if (document.HasParseError()) {
      const auto at =
          text.begin() + static_cast<std::ptrdiff_t>(std::min(document.GetErrorOffset(), text.size()));
      throw DataError(file_, 1 + static_cast<std::size_t>(std::count(text.begin(), at, '\n')),
                      rapidjson::GetParseError_En(document.GetParseError()));
    }
    if (!document.IsObject()) fail("document", "an object is expected");
    if (this->text(document, "kind", "kind") != "entente-dependence")
      fail("kind", "\"entente-dependence\" is expected");
    if (number(document, "version", "version", 1e9) != 1) fail("version", "only version 1 is known");
    DependenceRules rules;
    read_rules(array(document, "rules", "rules"), rules);
    if (document.HasMember("places")) read_places(array(document, "places", "places"), rules);
    const Value& weights = object(document, "factuality", "factuality");
    for (std::size_t i = 0; i < kFactualityNames.size(); ++i)
      rules.factuality[i] = number(weights, kFactualityNames[i].data(), "factuality", 1);
    read_consent(object(document, "consent", "consent"), rules);
    read_shares(object(document, "shares", "shares"), rules);
    return rules;
  }

 private:
  [[noreturn]] void fail(const std::string& place, const std::string& what) const {
    throw DataError(file_, 0, place + ": " + what);
  }

  const Value& member(const Value& parent, const char* name, const std::string& place) const {
    const auto found = parent.FindMember(name);
    if (found == parent.MemberEnd()) fail(place, fmt::format("\"{}\" is missing", name));
    return found->value;
  }
  const Value& array(const Value& parent, const char* name, const std::string& place) const {
    const Value& value = member(parent, name, place);
    if (!value.IsArray()) fail(place, "an array is expected");
    return value;
  }
  const Value& object(const Value& parent, const char* name, const std::string& place) const {
    const Value& value = member(parent, name, place);
    if (!value.IsObject()) fail(place, "an object is expected");
    return value;
  }
  std::string_view as_text(const Value& value, const std::string& place) const {
    if (!value.IsString()) fail(place, "a string is expected");
    return {value.GetString(), value.GetStringLength()};
  }
  std::string_view text(const Value& parent, const char* name, const std::string& place) const {
    return as_text(member(parent, name, place), place);
  }
  double as_number(const Value& value, const std::string& place, double most) const {
    if (!value.IsNumber() || value.GetDouble() < 0 || value.GetDouble() > most)
      fail(place, fmt::format("a number from 0 to {} is expected", most));
    return value.GetDouble();
  }
  double number(const Value& parent, const char* name, const std::string& place, double most) const {
    return as_number(member(parent, name, place), fmt::format("{}.{}", place, name), most);
  }
  bool flag(const Value& parent, const char* name, const std::string& place) const {
    const auto found = parent.FindMember(name);
    if (found == parent.MemberEnd()) return false;
    if (!found->value.IsBool()) fail(fmt::format("{}.{}", place, name), "true or false is expected");
    return found->value.GetBool();
  }
  RelationType type(std::string_view name, const std::string& place) const {
    const auto found = relation_type(name);
    if (!found) fail(place, fmt::format("there is no relation type \"{}\"", name));
    return *found;
  }

  /// Each row of a list, with its place in the document.
  template <class Read>
  void for_rows(const Value& list, const char* name, const Read& read) const {
    for (rapidjson::SizeType i = 0; i < list.Size(); ++i) {
      const std::string place = fmt::format("{}[{}]", name, i);
      if (!list[i].IsObject()) fail(place, "an object is expected");
      read(list[i], place);
    }
  }

  /// All but who depends.
  DependenceRule read_rule(const Value& row, const std::string& place) const {
    DependenceRule rule;
    rule.type = type(text(row, "type", place), place + ".type");
    rule.weight = number(row, "weight", place, 1);
    const auto domain_value = domain(text(row, "domain", place));
    if (!domain_value) fail(place + ".domain", "there is no such domain");
    rule.domain = *domain_value;
    rule.own_domain = flag(row, "own", place);
    rule.needs_consent = flag(row, "consent", place);
    rule.share = flag(row, "share", place);
    return rule;
  }

  void read_rules(const Value& list, DependenceRules& rules) const {
    for_rows(list, "rules", [&](const Value& row, const std::string& place) {
      DependenceRule rule = read_rule(row, place);
      const std::string_view dependent = text(row, "dependent", place);
      if (dependent != "subject" && dependent != "object")
        fail(place + ".dependent", "subject or object is expected");
      rule.subject_depends = dependent == "subject";
      for (const DependenceRule& other : rules.rules)
        if (other.type == rule.type) fail(place, fmt::format("a second rule for {}", name(rule.type)));
      rules.rules.push_back(rule);
    });
    std::sort(rules.rules.begin(), rules.rules.end(),
              [](const auto& a, const auto& b) { return a.type < b.type; });
  }

  void read_places(const Value& list, DependenceRules& rules) const {
    for_rows(list, "places", [&](const Value& row, const std::string& place) {
      PlaceRule one{read_rule(row, place)};
      const std::string_view dependent = text(row, "dependent", place);
      if (dependent != "subject" && dependent != "object" && dependent != "both")
        fail(place + ".dependent", "subject, object or both is expected");
      one.rule.subject_depends = dependent != "object";
      one.object_depends = dependent != "subject";
      rules.places.push_back(one);
    });
  }

  void read_consent(const Value& consent, DependenceRules& rules) const {
    const Value& list = array(consent, "broken_by", "consent.broken_by");
    for (const Value& value : list.GetArray())
      rules.breaks_consent.push_back(type(as_text(value, "consent.broken_by"), "consent.broken_by"));
    rules.consent_years = number(consent, "years", "consent", 10000);
  }

  void read_shares(const Value& shares, DependenceRules& rules) const {
    for (const Value& word : array(shares, "percent", "shares.percent").GetArray())
      rules.percent_words.emplace_back(as_text(word, "shares.percent"));
    for (const Value& word : array(shares, "not", "shares.not").GetArray())
      rules.not_shares.emplace_back(as_text(word, "shares.not"));
    for (const auto& entry : object(shares, "fractions", "shares.fractions").GetObject())
      rules.fractions.emplace_back(as_text(entry.name, "shares.fractions"),
                                   as_number(entry.value, "shares.fractions", 1));
  }

  const std::string& file_;
};

}  // namespace

DependenceRules DependenceRules::load(const std::string& file) {
  return Loader(file).load();
}

}  // namespace entente

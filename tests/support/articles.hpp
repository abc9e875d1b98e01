// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Extractions made by hand or at random, for tests of what comes after extraction.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "entente/facts.hpp"

namespace entente::testing {

inline EntityType type_of(std::string_view id) {
  const auto colon = id.find(':');
  if (colon == std::string_view::npos) return EntityType::country;
  const std::string_view kind = id.substr(0, colon);
  if (kind == "group") return EntityType::armed_group;
  if (kind == "body") return EntityType::government_body;
  return entity_type(kind).value_or(EntityType::organization);
}

/// A document to which statements are added; its text grows with them.
struct Article {
  Extraction extraction;

  explicit Article(std::string id, std::string date = {}, std::string outlet = {}) {
    extraction.document.id = std::move(id);
    extraction.document.date = std::move(date);
    extraction.document.outlet = std::move(outlet);
    extraction.document.title = fmt::format("About {}", extraction.document.id);
  }

  Index entity(const std::string& id, std::string name = {}) {
    auto& entities = extraction.entities;
    for (Index i = 0; i < entities.size(); ++i)
      if (entities[i].id == id) return i;
    const EntityType type = type_of(id);
    if (name.empty()) name = fmt::format("The name of {}", id);
    entities.push_back({id, type, std::move(name), {}, type == EntityType::country ? id : std::string()});
    return static_cast<Index>(entities.size() - 1);
  }

  /// The assertion, to set its other fields. Without a sentence it gets one of its own.
  Assertion& say(const std::string& subject, RelationType type, const std::string& object,
                 std::string sentence = {}) {
    auto& text = extraction.document.text;
    if (sentence.empty())
      // With words of its own, lest it be taken for a copy of another.
      sentence = fmt::format("{0} says {1}, {0}a{1} {0}b{1} {0}c{1}: {2} {3} {4}.", extraction.document.id,
                             extraction.assertions.size(), subject, name(type), object);
    Assertion assertion;
    assertion.subject = entity(subject);
    assertion.type = type;
    assertion.object = entity(object);
    if (!text.empty()) text += '\n';
    assertion.sentence.begin = static_cast<std::uint32_t>(text.size());
    text += sentence;
    assertion.sentence.end = static_cast<std::uint32_t>(text.size());
    assertion.trigger = {assertion.sentence.begin, assertion.sentence.begin + 1};
    assertion.subject_span = assertion.trigger;
    assertion.object_span = {assertion.sentence.end - 1, assertion.sentence.end};
    assertion.score = 1;
    assertion.rule = "test";
    extraction.assertions.push_back(assertion);
    return extraction.assertions.back();
  }
};

/// The same on every machine, unlike the distributions of the standard library.
class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  unsigned below(unsigned limit) { return static_cast<unsigned>(engine_() % limit); }
  bool one_in(unsigned n) { return below(n) == 0; }
  template <class T>
  const T& pick(const std::vector<T>& values) {
    return values[below(static_cast<unsigned>(values.size()))];
  }

 private:
  std::mt19937 engine_;
};

struct RandomOptions {
  unsigned documents = 20;
  unsigned entities = 8;
  unsigned assertions = 12;  ///< a document, at most
};

inline std::string random_date(Random& random) {
  const std::string year = std::to_string(1995 + random.below(20));
  if (random.one_in(4)) return year;
  const std::string month = fmt::format("0{}", 1 + random.below(9));
  if (random.one_in(3)) return year + "-" + month;
  return year + "-" + month + "-1" + std::to_string(random.below(10));
}

inline std::string random_time(Random& random) {
  switch (random.below(6)) {
    case 0:
      return fmt::format("../{}", random_date(random));
    case 1:
      return random_date(random) + "/..";
    case 2:
      return fmt::format("1996/{}", random_date(random).substr(0, 4));
    case 3:
      return random_date(random);
    default:
      return {};
  }
}

inline void random_fields(Assertion& a, Random& random) {
  a.phase = static_cast<Phase>(random.below(3));
  a.factuality = static_cast<Factuality>(random.one_in(2) ? 0 : random.below(4));
  a.domain = static_cast<Domain>(random.one_in(2) ? 0 : 1 + random.below(5));
  a.time = random_time(random);
  if (random.one_in(4)) a.place = random.pick<std::string>({"Dushanbe", "Nurek"});
  if (random.one_in(6)) a.facility = "Okno";
  if (random.one_in(3))
    a.detail = random.pick<std::string>({"80 percent of its gas", "90 percent of its exports", "tanks"});
  if (random.one_in(5)) a.via = "the ministry";
  if (random.one_in(5)) a.source = "Interfax";
  a.score = (1 + random.below(100)) / 100.0;
}

/// Articles about few entities, so that ties have much evidence; some sentences are copied from other
/// articles.
inline std::vector<Extraction> random_extractions(unsigned seed, const RandomOptions& options = {}) {
  Random random(seed);
  const std::vector<std::string> outlets = {"", "Alpha", "Beta", "Gamma"};
  std::vector<Extraction> result;
  for (unsigned d = 0; d < options.documents; ++d) {
    Article article(fmt::format("doc{}", 100 + d), random.one_in(5) ? "" : random_date(random),
                    random.pick(outlets));
    for (unsigned k = 1 + random.below(options.assertions); k > 0; --k) {
      const auto subject = fmt::format("E{}", 10 + random.below(options.entities));
      const auto object = fmt::format("E{}", 10 + random.below(options.entities));
      if (subject == object) continue;
      const auto type = static_cast<RelationType>(random.below(kRelationTypeCount));
      const std::string wire = random.one_in(5) ? fmt::format("Wire copy  {}.", random.below(4)) : "";
      random_fields(article.say(subject, type, object, wire), random);
    }
    result.push_back(std::move(article.extraction));
  }
  return result;
}

}  // namespace entente::testing

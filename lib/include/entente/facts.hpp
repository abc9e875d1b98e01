// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What a text says: the entities it names, where it names them, and the assertions it makes about them.
//
// Thread-safety: plain values. Lifetime: spans are offsets into the text of the document they were found in.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "entente/ids.hpp"
#include "entente/ontology.hpp"

namespace entente {

/// Somebody or something that acts or is acted upon.
struct Entity {
  std::string
      id;  ///< stable: a country's ISO 3166 code (`RUS`, historical `SUHH`), else `type:slug` (`igo:nato`)
  EntityType type = EntityType::country;
  std::string name;                  ///< canonical
  std::vector<std::string> aliases;  ///< as this document writes it, where that differs from `name`; sorted
  std::string code;                  ///< ISO 3166-1 alpha-3 of a country, else empty
};

/// How a text refers to something.
enum class MentionKind : std::uint8_t {
  name,         ///< "Russia", "Vladimir Putin", "NATO"
  demonym,      ///< "Russian" as a modifier, "the Russians"
  metonym,      ///< a capital or seat that stands for its government: "Moscow", "the Kremlin"
  official,     ///< a person, body or force that acts for an actor: "Russian border guards", "the Foreign
                ///< Ministry"
  description,  ///< "the country", "its close ally", "the two sides"
  pronoun,      ///< "it", "their"
  omitted  ///< nobody: "Landlocked; depends on ..." in an entry about a country. Its span is the predicate's
           ///< word
};

/// Why a mention refers to what it refers to.
enum class Reason : std::uint8_t {
  stated,           ///< its words say so: a name, "Russian troops"
  relative_clause,  ///< "which", "whose": the noun that the clause belongs to
  subject,          ///< the subject of its clause or sentence
  salience,         ///< what agrees with it and is most in mind
  possessor,        ///< "its army", "the alliance's spokesman": whom the possessive refers to
  group,            ///< "both sides", "the three countries": those named together or most in mind
  order,            ///< "the former", "the latter"
  focus,            ///< "the government": the one country that the passage is about
  geography,        ///< "its eastern neighbour": the one that borders it there
  office,           ///< "the Russian president": who held the office at the document's date
  topic             ///< "the country" in an entry about one: what the title names
};
inline constexpr std::array<std::string_view, 11> kReasonNames = {
    "stated", "relative_clause", "subject",   "salience", "possessor", "group",
    "order",  "focus",           "geography", "office",   "topic"};
inline std::string_view name(Reason reason) {
  return kReasonNames[static_cast<std::size_t>(reason)];
}

/// A stretch of text that refers to an entity.
struct Mention {
  Span span;
  Index first = 0;  ///< tokens [first, last)
  Index last = 0;
  Index head = 0;  ///< the token other words attach to
  Index entity =
      kNone;  ///< what is named: index into Mentions::entities; kNone for "Russian troops", "the two sides"
  std::vector<Index>
      actors;  ///< who acts: the entity itself or what it is lifted to; several for groups; may be empty
  Index location =
      kNone;  ///< of a place, facility or territory: the country (or territory, region) it lies in
  MentionKind kind = MentionKind::name;
  Reason reason = Reason::stated;  ///< why entity and actors are what they are
};

/// All entities and mentions of a document. Mentions are sorted by span; they may nest, never cross.
struct Mentions {
  std::vector<Entity> entities;
  std::vector<Mention> mentions;
  Index topic =
      kNone;  ///< the entity that the whole text is about: its title consists of the name; kNone: none
};

/// One statement of a text: (subject, type, object) with its attributes and its evidence.
struct Assertion {
  Index subject = kNone;  ///< index into Extraction::entities
  RelationType type = RelationType::agrees_with;
  Index object = kNone;
  Phase phase = Phase::ongoing;
  Factuality factuality = Factuality::fact;
  Domain domain = Domain::none;
  std::string time;   ///< ISO 8601 date or interval of the event at the text's precision, `../2006`, or empty
  std::string place;  ///< named location, or empty
  std::string facility;  ///< named facility, or empty
  std::string detail;    ///< what is supplied, transferred, agreed on; amount; unit; office
  std::string via;       ///< who acts for the subject, where the text names them
  std::string source;    ///< who is quoted or cited for it
  Span sentence;         ///< the evidence
  Span trigger;          ///< the words that say it
  Span subject_span;     ///< the mention the subject was read from
  Span object_span;
  double score = 1.0;  ///< extraction score in (0, 1]; how well such readings hold on annotated text
  /// Id of the frame whose trigger it is; with `?` where word order told an argument, with `+` where the
  /// scorer told both.
  std::string rule;
  std::string event{};  ///< PLOVER event type ("AID"), empty for a state; told from type, phase and factuality

  friend bool operator==(const Assertion&, const Assertion&) = default;
};

/// What one document says.
struct Extraction {
  Document document;
  std::vector<Entity> entities;       ///< in order of first mention
  std::vector<Assertion> assertions;  ///< in order of sentence, then trigger
};

}  // namespace entente

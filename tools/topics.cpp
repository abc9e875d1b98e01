// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Lists are made from the tables that the program itself uses.
#include "topics.hpp"

#include <fmt/format.h>

#include <array>

#include "entente/export.hpp"
#include "entente/ontology.hpp"

namespace entente::tools {
namespace {

std::string types_of(EntityTypes set) {
  constexpr auto kAll = static_cast<EntityTypes>((1U << kEntityTypeNames.size()) - 1);
  if (set == kAll) return "anything";
  std::string text;
  for (std::size_t i = 0; i < kEntityTypeNames.size(); ++i)
    if (has(set, static_cast<EntityType>(i)))
      text += (text.empty() ? "" : " ") + std::string(kEntityTypeNames[i]);
  return text;
}

std::string relations() {
  std::string text;
  for (std::size_t group = 0; group < kRelationGroupNames.size(); ++group) {
    text += fmt::format("{}{}\n", group == 0 ? "" : "\n", kRelationGroupNames[group]);
    for (const RelationInfo& type : kRelations)
      if (type.group == static_cast<RelationGroup>(group))
        text += fmt::format("  {:<16} {}\n    of  {}\n    to  {}\n", type.name,
                            type.symmetric ? "<->" : "-->", types_of(type.subjects), types_of(type.objects));
  }
  return text + "\n<-> holds in both directions. `--type NAME` and `--group NAME` filter by them.\n";
}

std::string domains() {
  std::string text;
  for (std::size_t i = 1; i < kDomainNames.size(); ++i) text += fmt::format("{}\n", kDomainNames[i]);
  return text;
}

std::string formats() {
  std::string text;
  for (const ExportFormat& format : export_formats())
    text += fmt::format("{:<12} {:<14} {}\n", format.name, format.extension, format.description);
  return text;
}

std::string configuration() {
  return "An option that is not on the command line is looked for in the environment, then in a file.\n\n"
         "  ENTENTE_GRAPH   the store (-g)\n"
         "  ENTENTE_DATA    folder of model, gazetteer and frames (--data)\n"
         "  ENTENTE_JOBS    threads (-j)\n"
         "  ENTENTE_COLOR   auto, always, never (--color); NO_COLOR turns colours off\n"
         "  ENTENTE_CONFIG  the file; empty: none\n"
         "  SOURCE_DATE_EPOCH  the time that stores and logs note, in seconds since 1970\n\n"
         "The file is ~/.config/entente/config (or under $XDG_CONFIG_HOME): lines OPTION = VALUE with the "
         "long names\n"
         "of options. What stands behind [VERB] counts for that verb alone:\n\n"
         "  graph = /data/world.db\n\n"
         "  [query]\n"
         "  limit = 20\n";
}

std::string exit_codes() {
  return "0    all went well\n"
         "1    the question has no answer\n"
         "2    the command line is wrong\n"
         "3    some input was bad and was skipped, or a data file is broken\n"
         "4    something could not be opened, read or written\n"
         "130  interrupted (Ctrl-C)\n";
}

struct Topic {
  std::string_view name;
  std::string_view summary;
  std::string (*text)();
};

template <class Names>
std::string alternatives(const Names& names, std::size_t from = 0) {
  std::string text;
  for (std::size_t i = from; i < names.size(); ++i)
    text += fmt::format("{}\"{}\"", i == from ? "" : ", ", names[i]);
  return text;
}

/// What `entente extract` prints, as JSON Schema; values come from the ontology's tables.
constexpr std::string_view kSchema = R"json({{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "entente-extraction/1",
  "title": "A line of `entente extract`: what one document says",
  "type": "object",
  "required": ["id", "text", "entities", "relations"],
  "properties": {{
    "id": {{"type": "string"}},
    "date": {{"type": "string", "description": "ISO 8601 day, month or year"}},
    "title": {{"type": "string"}},
    "outlet": {{"type": "string"}},
    "url": {{"type": "string"}},
    "text": {{"type": "string"}},
    "entities": {{"type": "array", "items": {{"$ref": "#/$defs/entity"}}}},
    "relations": {{"type": "array", "items": {{"$ref": "#/$defs/relation"}}}}
  }},
  "$defs": {{
    "entity": {{
      "type": "object",
      "required": ["id", "name", "type"],
      "properties": {{
        "id": {{"type": "string", "description": "ISO 3166 code of a country, else type:name"}},
        "name": {{"type": "string"}},
        "type": {{"enum": [{}]}},
        "code": {{"type": "string", "description": "ISO 3166-1 alpha-3"}},
        "aliases": {{"type": "array", "items": {{"type": "string"}}, "description": "as the text writes it"}}
      }}
    }},
    "relation": {{
      "type": "object",
      "required": ["subject", "type", "object"],
      "properties": {{
        "subject": {{"type": "string", "description": "id of an entity"}},
        "type": {{"enum": [{}]}},
        "object": {{"type": "string", "description": "id of an entity"}},
        "phase": {{"enum": [{}]}},
        "factuality": {{"enum": [{}]}},
        "event": {{"type": "string", "description": "PLOVER event type; absent for a state"}},
        "domain": {{"enum": [{}]}},
        "time": {{"type": "string", "description": "ISO 8601 date or interval of the event"}},
        "place": {{"type": "string"}},
        "facility": {{"type": "string"}},
        "detail": {{"type": "string", "description": "what or how much"}},
        "via": {{"type": "string", "description": "who acts for the subject"}},
        "source": {{"type": "string", "description": "who is quoted for it"}},
        "evidence": {{"type": "array", "items": {{"type": "string"}}, "description": "sentences, verbatim"}},
        "score": {{"type": "number", "exclusiveMinimum": 0, "maximum": 1}},
        "rule": {{"type": "string"}},
        "sentence": {{"$ref": "#/$defs/span"}},
        "trigger": {{"$ref": "#/$defs/span"}},
        "subject_span": {{"$ref": "#/$defs/span"}},
        "object_span": {{"$ref": "#/$defs/span"}}
      }}
    }},
    "span": {{
      "type": "array", "items": {{"type": "integer", "minimum": 0}}, "minItems": 2, "maxItems": 2,
      "description": "begin and end in the bytes of the text"
    }}
  }}
}}
)json";

std::string schema() {
  std::vector<std::string_view> types;
  for (const RelationInfo& type : kRelations) types.push_back(type.name);
  return fmt::format(fmt::runtime(kSchema), alternatives(kEntityTypeNames), alternatives(types),
                     alternatives(kPhaseNames), alternatives(kFactualityNames),
                     alternatives(kDomainNames, 1));
}

constexpr std::array kTopics = {
    Topic{"relations", "the types of relations, in groups, and what they hold between", relations},
    Topic{"domains", "what an assertion can be about", domains},
    Topic{"formats", "what `entente export` writes", formats},
    Topic{"configuration", "options from the environment and from a file", configuration},
    Topic{"schema", "JSON Schema of what `entente extract` prints", schema},
    Topic{"exit-codes", "what the program tells the shell", exit_codes}};

}  // namespace

std::vector<std::string> topic_names() {
  std::vector<std::string> names = {"topics"};
  for (const Topic& one : kTopics) names.emplace_back(one.name);
  return names;
}

std::optional<std::string> topic(std::string_view name) {
  if (name == "topics") {
    std::string text = "entente help TOPIC, with one of\n\n";
    for (const Topic& one : kTopics) text += fmt::format("  {:<14} {}\n", one.name, one.summary);
    return text + "\n`entente help VERB` tells the options of a verb.\n";
  }
  for (const Topic& one : kTopics)
    if (one.name == name) return one.text();
  return std::nullopt;
}

}  // namespace entente::tools

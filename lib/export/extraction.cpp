// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// One document and what it says, in the gold format of the ontology: entities and relations with the verbatim
// sentence, and besides where it stands, how sure the reading is and which rule made it.
#include "export/json_writer.hpp"

namespace entente {
namespace {

using exporters::JsonWriter;

void write(JsonWriter& json, const Entity& entity) {
  json.begin_object();
  json.required("id", entity.id);
  json.member("name", entity.name);
  json.member("type", name(entity.type));
  json.member("code", entity.code);
  json.members("aliases", entity.aliases);
  json.end_object();
}

void write(JsonWriter& json, const Assertion& a, const Extraction& extraction) {
  const std::string_view text = extraction.document.text;
  json.begin_object();
  json.required("subject", extraction.entities.at(a.subject).id);
  json.member("type", name(a.type));
  json.required("object", extraction.entities.at(a.object).id);
  json.member("phase", name(a.phase));
  json.member("factuality", name(a.factuality));
  json.member("domain", name(a.domain));
  json.member("time", a.time);
  json.member("place", a.place);
  json.member("facility", a.facility);
  json.member("detail", a.detail);
  json.member("via", a.via);
  json.member("source", a.source);
  json.begin_array("evidence");
  if (a.sentence.end <= text.size() && a.sentence.begin <= a.sentence.end)
    json.value(text.substr(a.sentence.begin, a.sentence.size()));
  json.end_array();
  json.member("score", a.score);
  json.member("rule", a.rule);
  json.member("sentence", a.sentence);
  json.member("trigger", a.trigger);
  json.member("subject_span", a.subject_span);
  json.member("object_span", a.object_span);
  json.end_object();
}

}  // namespace

std::string to_json(const Extraction& extraction) {
  std::string line;
  JsonWriter json(line);
  const Document& document = extraction.document;
  json.begin_object();
  json.required("id", document.id);
  json.member("date", document.date);
  json.member("title", document.title);
  json.member("outlet", document.outlet);
  json.member("url", document.url);
  json.required("text", document.text);
  json.begin_array("entities");
  for (const Entity& entity : extraction.entities) write(json, entity);
  json.end_array();
  json.begin_array("relations");
  for (const Assertion& assertion : extraction.assertions) write(json, assertion, extraction);
  json.end_array();
  json.end_object();
  return line;
}

}  // namespace entente

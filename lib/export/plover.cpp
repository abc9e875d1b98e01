// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Event records, one a line, with the column names of POLECAT where it has the column. Actors are told by ISO
// 3166 code and PLOVER sector; an event whose text tells no date has the document's.
#include <fmt/format.h>

#include <array>

#include "entente/export.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 20> kColumns = {"Event ID",
                                                       "Event Date",
                                                       "Event Type",
                                                       "Quad Code",
                                                       "Actor Name",
                                                       "Actor ID",
                                                       "Actor Country",
                                                       "Primary Actor Sector",
                                                       "Recipient Name",
                                                       "Recipient ID",
                                                       "Recipient Country",
                                                       "Primary Recipient Sector",
                                                       "Placename",
                                                       "Factuality",
                                                       "Score",
                                                       "Publication Date",
                                                       "Source",
                                                       "URL",
                                                       "Document",
                                                       "Sentence"};

/// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
int quad_code(std::string_view event) {
  if (event == "AGREE" || event == "CONSULT" || event == "SUPPORT" || event == "CONCEDE") return 1;
  if (event == "COOPERATE" || event == "AID" || event == "RETREAT") return 2;
  if (event == "REQUEST" || event == "ACCUSE" || event == "REJECT" || event == "THREATEN") return 3;
  return 4;
}

std::string_view sector(EntityType type) {
  switch (type) {
    case EntityType::country:
    case EntityType::territory:
    case EntityType::government_body:
    case EntityType::person:
      return "GOV";
    case EntityType::armed_force:
      return "MIL";
    case EntityType::armed_group:
      return "REB";
    case EntityType::igo:
      return "IGO";
    case EntityType::company:
      return "BUS";
    case EntityType::organization:
      return "NGO";
    default:
      return "";
  }
}

/// Tabs and line breaks would end a field.
void append_field(std::string& out, std::string_view text, bool last = false) {
  for (const char c : text) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  out += last ? '\n' : '\t';
}

/// The beginning of an interval, or its end where only that is known.
std::string_view date_of(std::string_view time) {
  const std::size_t slash = time.find('/');
  const std::string_view begin = time.substr(0, slash);
  return begin == ".." && slash != std::string_view::npos ? time.substr(slash + 1) : begin;
}

void append_actor(std::string& out, const Entity& entity) {
  append_field(out, entity.name);
  append_field(out, entity.id);
  append_field(out, entity.code);
  append_field(out, sector(entity.type));
}

}  // namespace

std::string plover_header() {
  std::string line;
  for (const std::string_view column : kColumns) append_field(line, column, column == kColumns.back());
  return line;
}

std::string to_plover(const Extraction& extraction) {
  std::string lines;
  const Document& document = extraction.document;
  for (std::size_t i = 0; i < extraction.assertions.size(); ++i) {
    const Assertion& said = extraction.assertions[i];
    if (said.event.empty()) continue;
    append_field(lines, fmt::format("{}-{}", document.id, i));
    append_field(lines, said.time.empty() ? std::string_view(document.date) : date_of(said.time));
    append_field(lines, said.event);
    append_field(lines, fmt::format("{}", quad_code(said.event)));
    append_actor(lines, extraction.entities.at(said.subject));
    append_actor(lines, extraction.entities.at(said.object));
    append_field(lines, said.place);
    append_field(lines, name(said.factuality));
    append_field(lines, fmt::format("{:.3f}", said.score));
    append_field(lines, document.date);
    append_field(lines, document.outlet);
    append_field(lines, document.url);
    append_field(lines, document.title);
    const bool inside = said.sentence.begin <= said.sentence.end && said.sentence.end <= document.text.size();
    append_field(lines,
                 inside ? std::string_view(document.text).substr(said.sentence.begin, said.sentence.size())
                        : std::string_view(),
                 true);
  }
  return lines;
}

}  // namespace entente

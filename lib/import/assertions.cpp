// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// JSON Lines. A line with `relations` is a whole document, as `entente extract` prints it; any other is one
// assertion with its sentence. RapidJSON, iteratively: deep nesting must not exhaust the stack.
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>

#include <fmt/format.h>

#include "base/files.hpp"
#include "import/formats.hpp"
#include "import/record.hpp"

namespace entente::importers {
namespace {

using Json = rapidjson::Value;
constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag |
                            rapidjson::kParseValidateEncodingFlag;

const Json* member(const Json& object, std::string_view name) {
  const Json key(rapidjson::StringRef(name.data(), static_cast<rapidjson::SizeType>(name.size())));
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

/// A string, a number as written, or the first of a list; else nothing.
std::string_view text_of(const Json* value) {
  if (value != nullptr && value->IsArray()) value = value->Empty() ? nullptr : &(*value)[0];
  if (value == nullptr || !value->IsString()) return {};
  return {value->GetString(), value->GetStringLength()};
}
std::string_view text(const Json& object, std::string_view name) {
  return text_of(member(object, name));
}

std::optional<std::uint32_t> number(const Json& value) {
  std::uint64_t result = 0;
  for (const char c : text_of(&value)) {
    if (c < '0' || c > '9' || result > kNone) return std::nullopt;
    result = result * 10 + static_cast<unsigned>(c - '0');
  }
  if (!value.IsString() || value.GetStringLength() == 0 || result > kNone) return std::nullopt;
  return static_cast<std::uint32_t>(result);
}

/// `[begin, end]`
std::optional<Span> span(const Json& object, std::string_view name) {
  const Json* const value = member(object, name);
  if (value == nullptr || !value->IsArray() || value->Size() != 2) return std::nullopt;
  const auto begin = number((*value)[0]);
  const auto end = number((*value)[1]);
  if (!begin || !end || *begin > *end) return std::nullopt;
  return Span{*begin, *end};
}

/// Relative to `origin`; a span before it is kept as one that cannot be.
std::optional<Span> relative(std::optional<Span> span, std::uint32_t origin) {
  if (!span) return std::nullopt;
  if (span->begin < origin) return Span{kNone, kNone};
  return Span{span->begin - origin, span->end - origin};
}

void set_spans(Statement& said, const Json& object, std::uint32_t origin) {
  said.trigger_span = relative(span(object, "trigger"), origin);
  said.subject_span = relative(span(object, "subject_span"), origin);
  said.object_span = relative(span(object, "object_span"), origin);
}

class AssertionReader {
 public:
  AssertionReader(const std::string& path, const ImportOptions& options, Gather& gather, const Add& add,
                  ImportReport& report, const Diagnostics& diagnostics)
      : path_(path),
        options_(options),
        checker_(options),
        gather_(gather),
        add_(add),
        report_(report),
        diagnostics_(diagnostics) {}

  void read() {
    InputFile file(path_);
    for (std::string line; file.next_line(line);) {
      ++line_;
      report_.bytes += line.size() + 1;
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      rapidjson::Document json;
      json.Parse<kFlags>(line.data(), line.size());
      if (json.HasParseError()) {
        refuse(fmt::format("no JSON: {}", rapidjson::GetParseError_En(json.GetParseError())));
      } else if (!json.IsObject()) {
        refuse("this is JSON, but no object");
      } else if (const Json* const relations = member(json, "relations")) {
        read_document(json, *relations);
      } else {
        read_assertion(json);
      }
    }
  }

 private:
  void refuse(const std::string& reason) {
    ++report_.refused;
    if (diagnostics_) diagnostics_({fmt::format("{}:{}", path_, line_), reason});
  }

  // One assertion

  void read_assertion(const Json& json) {
    record_.clear();
    for (std::size_t i = 0; i < kEdgeFieldCount; ++i) record_.values[i] = field(json, kEdgeFields[i]);
    if (member(json, "subject") == nullptr && member(json, "source") != nullptr)
      record_[EdgeField::source].clear();  // that is an end, then
    if (record_[EdgeField::relation].empty()) record_[EdgeField::relation] = text(json, "type");
    read_end(json, "subject", EdgeField::subject);
    read_end(json, "object", EdgeField::object);
    if (const Json* const trigger = member(json, "trigger"); trigger != nullptr && trigger->IsArray())
      record_[EdgeField::words] = text(json, "words");
    Statement spans;
    set_spans(spans, json, span(json, "span").value_or(Span{}).begin);
    if (const auto reason = add_edge(gather_, record_, Rule::evidence, options_, spans)) refuse(*reason);
  }

  std::string_view field(const Json& json, const FieldNames& names) const {
    const auto mapped = options_.fields.find(names.ours);
    if (mapped != options_.fields.end()) return text(json, mapped->second);
    std::string_view value = text(json, names.ours);
    for (const std::string_view name : names.others)
      if (value.empty() && !name.empty()) value = text(json, name);
    return value;
  }

  /// An end that is an object: {"id": ..., "name": ..., "type": ..., "mention": ...}.
  void read_end(const Json& json, std::string_view name, EdgeField first) {
    const Json* const end = member(json, name);
    if (end == nullptr || !end->IsObject()) return;
    std::size_t field = static_cast<std::size_t>(first);
    for (const std::string_view part : {"id", "name", "type", "mention"}) {
      const std::string_view value = text(*end, part);
      if (!value.empty()) record_.values[field] = value;
      ++field;
    }
  }

  // A document

  void read_document(const Json& json, const Json& relations) {
    Extraction extraction;
    Document& document = extraction.document;
    document.id = text(json, "id");
    document.title = text(json, "title");
    document.date = text(json, "date");
    document.outlet = text(json, member(json, "outlet") != nullptr ? "outlet" : "source");
    document.url = text(json, "url");
    document.text = text(json, "text");
    if (document.id.empty()) return refuse("it is a document without id");
    if (!relations.IsArray()) return refuse("relations is no list");
    if (const Json* const entities = member(json, "entities"); entities != nullptr && entities->IsArray())
      for (const Json& entity : entities->GetArray())
        if (entity.IsObject()) read_entity(entity, extraction);
    by_id_.clear();
    for (Index i = 0; i < extraction.entities.size(); ++i) by_id_.emplace(extraction.entities[i].id, i);
    for (const Json& relation : relations.GetArray()) {
      if (relation.IsObject()) {
        read_relation(relation, extraction);
      } else {
        refuse("a relation is no object");
      }
    }
    add_(std::move(extraction));
  }

  void read_entity(const Json& json, Extraction& extraction) {
    Entity entity;
    entity.id = text(json, "id");
    entity.name = text(json, "name");
    if (entity.name.empty()) entity.name = entity.id;
    const auto type = read_type(text(json, "type"));
    if (!type || entity.name.empty())
      return refuse(
          fmt::format("entity \"{}\" is of no type of ours: \"{}\"", entity.name, text(json, "type")));
    entity.type = *type;
    if (entity.id.empty()) entity.id = id_for(entity.type, entity.name);
    entity.code = text(json, "code");
    if (const Json* const aliases = member(json, "aliases"); aliases != nullptr && aliases->IsArray())
      for (const Json& alias : aliases->GetArray())
        if (alias.IsString()) entity.aliases.emplace_back(text_of(&alias));
    std::sort(entity.aliases.begin(), entity.aliases.end());
    extraction.entities.push_back(std::move(entity));
  }

  void read_relation(const Json& json, Extraction& extraction) {
    const auto subject = by_id_.find(text(json, "subject"));
    const auto object = by_id_.find(text(json, "object"));
    if (subject == by_id_.end() || object == by_id_.end())
      return refuse(fmt::format("\"{}\" is not among the entities of its document",
                                text(json, subject == by_id_.end() ? "subject" : "object")));
    Statement said;
    said.relation = text(json, member(json, "type") != nullptr ? "type" : "relation");
    said.phase = text(json, "phase");
    said.factuality = text(json, "factuality");
    said.domain = text(json, "domain");
    said.time = text(json, "time");
    said.place = text(json, "place");
    said.facility = text(json, "facility");
    said.detail = text(json, "detail");
    said.via = text(json, "via");
    said.source = text(json, "source");
    said.rule = text(json, "rule");
    said.score = text(json, "score");
    said.subject_mention = text(json, "subject_mention");
    said.object_mention = text(json, "object_mention");
    for (const Span sentence : sentences(json, extraction.document.text))
      add_relation(json, said, sentence, subject->second, object->second, extraction);
  }

  /// Where its evidence stands; what stands nowhere is refused.
  std::vector<Span> sentences(const Json& json, std::string_view text) {
    if (const auto given = span(json, "sentence")) {
      if (given->end <= text.size()) return {*given};
      refuse("its sentence is outside of the text");
      return {};
    }
    std::vector<Span> result;
    const Json* const evidence = member(json, "evidence");
    if (evidence == nullptr || !evidence->IsArray() || evidence->Empty()) refuse("it has no evidence");
    if (evidence == nullptr || !evidence->IsArray()) return result;
    for (const Json& quote : evidence->GetArray()) {
      const std::string_view words = text_of(&quote);
      const std::size_t at = words.empty() ? std::string_view::npos : text.find(words);
      if (at == std::string_view::npos) {
        refuse(fmt::format("its evidence is not in the text: \"{}\"", words.substr(0, 200)));
      } else {
        result.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())});
      }
    }
    return result;
  }

  void add_relation(const Json& json, Statement said, Span sentence, Index subject, Index object,
                    Extraction& extraction) {
    said.sentence = std::string_view(extraction.document.text).substr(sentence.begin, sentence.size());
    set_spans(said, json, sentence.begin);
    if (!said.trigger_span) said.trigger = text(json, "trigger");
    Assertion assertion;
    const auto reason = checker_.check(said, extraction.entities[subject], extraction.entities[object],
                                       Rule::evidence, assertion, sentence_);
    if (reason) return refuse(*reason);
    assertion.subject = subject;
    assertion.object = object;
    assertion.sentence = sentence;
    for (Span* const span : {&assertion.trigger, &assertion.subject_span, &assertion.object_span})
      *span = {span->begin + sentence.begin, span->end + sentence.begin};
    extraction.assertions.push_back(std::move(assertion));
  }

  const std::string& path_;
  const ImportOptions& options_;
  Checker checker_;
  Gather& gather_;
  const Add& add_;
  ImportReport& report_;
  const Diagnostics& diagnostics_;
  std::size_t line_ = 0;
  EdgeRecord record_;
  std::string sentence_;
  std::map<std::string, Index, std::less<>> by_id_;
};

}  // namespace

void read_assertions(const std::string& path, const ImportOptions& options, Gather& gather, const Add& add,
                     ImportReport& report, const Diagnostics& diagnostics) {
  AssertionReader(path, options, gather, add, report, diagnostics).read();
}

}  // namespace entente::importers

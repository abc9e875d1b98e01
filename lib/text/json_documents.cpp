// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// RapidJSON, iteratively (deep nesting must not exhaust the stack) and with numbers kept as written (ids).
#include "text/json_documents.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <array>
#include <initializer_list>
#include <optional>

namespace entente {
namespace {

constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;

struct FieldNames {
  std::string_view field;
  std::string Document::*member;
  std::initializer_list<std::string_view> names;  ///< first come, first served
};

const std::array<FieldNames, 6>& field_names() {
  static const std::array<FieldNames, 6> names = {{
      {"id", &Document::id, {"id", "_id", "uuid"}},
      {"title", &Document::title, {"title", "headline"}},
      {"date",
       &Document::date,
       {"date", "published", "publishedAt", "published_at", "publication_date", "datePublished", "pubDate"}},
      {"outlet",
       &Document::outlet,
       {"outlet", "source", "source.name", "publisher", "publisher.name", "site_name"}},
      {"url", &Document::url, {"url", "link"}},
      {"text", &Document::text, {"text", "body", "content", "articleBody"}},
  }};
  return names;
}

std::string_view view(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

const rapidjson::Value* member(const rapidjson::Value& object, std::string_view name) {
  if (!object.IsObject()) return nullptr;
  const rapidjson::Value key(
      rapidjson::StringRef(name.data(), static_cast<rapidjson::SizeType>(name.size())));
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

/// The member at a path; a name that holds a dot itself wins over descending.
const rapidjson::Value* at_path(const rapidjson::Value& object, std::string_view path) {
  const rapidjson::Value* value = &object;
  while (value != nullptr) {
    if (const rapidjson::Value* whole = member(*value, path)) return whole;
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos) return nullptr;
    value = member(*value, path.substr(0, dot));
    path.remove_prefix(dot + 1);
  }
  return nullptr;
}

/// A string or number, or a list of strings as paragraphs.
std::optional<std::string> as_text(const rapidjson::Value& value) {
  if (value.IsString()) return std::string(view(value));
  if (!value.IsArray()) return std::nullopt;
  std::string out;
  for (const auto& part : value.GetArray()) {
    if (!part.IsString()) return std::nullopt;
    if (!out.empty()) out += "\n\n";
    out.append(view(part));
  }
  return out;
}

std::string field(const rapidjson::Value& object, const FieldNames& names, const FieldMap& fields) {
  const auto mapped = fields.find(std::string(names.field));
  if (mapped != fields.end()) {
    const rapidjson::Value* value = at_path(object, mapped->second);
    return value == nullptr ? std::string() : as_text(*value).value_or("");
  }
  for (const std::string_view name : names.names)
    if (const rapidjson::Value* value = at_path(object, name))
      if (auto text = as_text(*value); text && !text->empty()) return *text;
  return {};
}

JsonRecord to_record(const rapidjson::Value& object, const FieldMap& fields) {
  if (!object.IsObject()) return {{}, "not a JSON object"};
  JsonRecord record;
  for (const FieldNames& names : field_names()) record.document.*names.member = field(object, names, fields);
  if (record.document.text.empty()) {
    const auto mapped = fields.find("text");
    record.error =
        fmt::format("no text in the member \"{}\"", mapped == fields.end() ? "text" : mapped->second);
  }
  return record;
}

/// Escapes of half a surrogate pair, which cut-off scrapes contain, become that of the replacement character.
std::string without_lone_surrogates(std::string_view json) {
  std::string out(json);
  const auto unit = [&](std::size_t at) {
    return at + 6 <= out.size() && out[at] == '\\' && out[at + 1] == 'u' && (out[at + 2] | 0x20) == 'd'
               ? out[at + 3] | 0x20
               : 0;
  };
  for (std::size_t at = out.find('\\'); at < out.size(); at = out.find('\\', at)) {
    const int kind = unit(at);
    const bool high = kind == '8' || kind == '9' || kind == ('a' | 0x20) || kind == ('b' | 0x20);
    const bool low = kind >= 'c' && kind <= 'f';
    const int next = high ? unit(at + 6) : 0;
    if (high && next >= 'c' && next <= 'f') {
      at += 12;
      continue;
    }
    if (high || low) out.replace(at, 6, "\\ufffd");
    at += 2;
  }
  return out;
}

/// Parses into `json`; an empty string when all went well, else the reason.
std::string parse(rapidjson::Document& json, std::string_view bytes) {
  json.Parse<kFlags>(bytes.data(), bytes.size());
  if (json.HasParseError() && json.GetParseError() == rapidjson::kParseErrorStringUnicodeSurrogateInvalid) {
    const std::string mended = without_lone_surrogates(bytes);
    json.Parse<kFlags>(mended.data(), mended.size());
  }
  if (!json.HasParseError()) return {};
  return fmt::format("not JSON: {} (at byte {})", rapidjson::GetParseError_En(json.GetParseError()),
                     json.GetErrorOffset());
}

}  // namespace

JsonRecord read_json_record(std::string_view bytes, const FieldMap& fields) {
  rapidjson::Document json;
  std::string error = parse(json, bytes);
  if (!error.empty()) return {{}, std::move(error)};
  return to_record(json, fields);
}

bool read_json_file(std::string_view bytes, const FieldMap& fields,
                    const std::function<void(std::size_t, JsonRecord&&)>& add, std::string& error) {
  rapidjson::Document json;
  error = parse(json, bytes);
  if (!error.empty()) return false;
  if (!json.IsArray()) {
    add(0, to_record(json, fields));
    return true;
  }
  std::size_t number = 0;
  for (const auto& element : json.GetArray()) add(++number, to_record(element, fields));
  return true;
}

}  // namespace entente

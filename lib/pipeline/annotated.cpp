// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "pipeline/annotated.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <unistd.h>
#include <zlib.h>

#include <memory>
#include <string_view>
#include <utility>

#include "entente/error.hpp"

namespace entente {
namespace {

using Json = rapidjson::Value;

/// The lines of a file, plain or gzipped.
class LineReader {
 public:
  explicit LineReader(const std::string& path)
      : path_(path), file_(path == "-" ? gzdopen(dup(STDIN_FILENO), "rb") : gzopen(path.c_str(), "rb")) {
    if (!file_) throw IoError(path + ": cannot be opened");
  }

  bool next(std::string& line) {
    line.clear();
    char piece[1U << 14U];
    while (gzgets(file_.get(), piece, sizeof piece) != nullptr) {
      line += piece;
      if (!line.empty() && line.back() == '\n') {
        line.pop_back();
        return true;
      }
    }
    int error = Z_OK;
    gzerror(file_.get(), &error);
    if (error != Z_OK && error != Z_BUF_ERROR) throw IoError(path_ + ": cannot be read");
    return !line.empty();
  }

 private:
  struct Close {
    void operator()(gzFile file) const { gzclose(file); }
  };
  std::string path_;
  std::unique_ptr<gzFile_s, Close> file_;
};

std::string text_of(const Json& object, const char* member) {
  const auto found = object.FindMember(member);
  if (found == object.MemberEnd() || !found->value.IsString()) return {};
  return {found->value.GetString(), found->value.GetStringLength()};
}

/// Reads each object of the array `member` of `object` with `read`.
template <class Value, class Read>
std::vector<Value> list_of(const Json& object, const char* member, Read read) {
  std::vector<Value> values;
  const auto found = object.FindMember(member);
  if (found == object.MemberEnd() || !found->value.IsArray()) return values;
  for (const Json& element : found->value.GetArray())
    if (element.IsObject() || element.IsString()) values.push_back(read(element));
  return values;
}

std::string read_string(const Json& json) {
  return json.IsString() ? std::string(json.GetString(), json.GetStringLength()) : std::string();
}

AnnotatedEntity read_entity(const Json& json) {
  if (!json.IsObject()) return {};
  return {text_of(json, "id"), text_of(json, "type"), text_of(json, "name"),
          list_of<std::string>(json, "aliases", read_string), text_of(json, "code")};
}

AnnotatedRelation read_relation(const Json& json) {
  AnnotatedRelation relation;
  if (!json.IsObject()) return relation;
  relation.subject = text_of(json, "subject");
  relation.type = text_of(json, "type");
  relation.object = text_of(json, "object");
  if (auto phase = text_of(json, "phase"); !phase.empty()) relation.phase = std::move(phase);
  if (auto factuality = text_of(json, "factuality"); !factuality.empty())
    relation.factuality = std::move(factuality);
  relation.time = text_of(json, "time");
  relation.evidence = list_of<std::string>(json, "evidence", read_string);
  if (const auto score = json.FindMember("score"); score != json.MemberEnd() && score->value.IsNumber())
    relation.score = score->value.GetDouble();
  relation.rule = text_of(json, "rule");
  return relation;
}

}  // namespace

std::vector<AnnotatedDocument> read_annotated(const std::string& path) {
  std::vector<AnnotatedDocument> documents;
  LineReader reader(path);
  std::string line;
  for (std::size_t number = 1; reader.next(line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
    if (json.HasParseError())
      throw DataError(path, number,
                      std::string("not JSON: ") + rapidjson::GetParseError_En(json.GetParseError()));
    if (!json.IsObject() || text_of(json, "id").empty())
      throw DataError(path, number,
                      "expected a document: an object with the members id, entities and relations");
    documents.push_back({text_of(json, "id"), list_of<AnnotatedEntity>(json, "entities", read_entity),
                         list_of<AnnotatedRelation>(json, "relations", read_relation)});
  }
  return documents;
}

}  // namespace entente

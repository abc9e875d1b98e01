// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Entities of FollowTheMoney (followthemoney.tech), which Aleph and OpenSanctions read, a line each. It has
// no countries, agreements, deployments or dependence: countries are PublicBody, who leads is a Directorship,
// a membership a Membership, everything else UnknownLink with our type as its role. Ids hold letters, digits,
// `.` and `-` alone, and begin and end with one of the former.
#include "base/utf8.hpp"
#include "export/attributes.hpp"
#include "export/formats.hpp"
#include "export/json_writer.hpp"

namespace entente::exporters {
namespace {

std::string_view schema_of(EntityType type) {
  switch (type) {
    case EntityType::person:
      return "Person";
    case EntityType::company:
      return "Company";
    case EntityType::country:
    case EntityType::government_body:
    case EntityType::armed_force:
      return "PublicBody";
    case EntityType::igo:
    case EntityType::armed_group:
    case EntityType::organization:
      return "Organization";
    case EntityType::territory:
    case EntityType::region:
      return "LegalEntity";
    case EntityType::place:
    case EntityType::facility:
      return "RealEstate";
    case EntityType::agreement:
      return "Project";
  }
  return {};
}

bool is_organization(EntityType type) {
  const std::string_view schema = schema_of(type);
  return schema == "Organization" || schema == "PublicBody" || schema == "Company";
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Different for different texts: what is not allowed is `-xHEX-`; an id that would begin or end with a mark
/// gets `z-` before or `-z` behind it.
std::string ftm_id(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool escape_like = text[at] == '-' && at + 1 < text.size() && text[at + 1] == 'x';
    if (is_plain(text[at]) || text[at] == '.' || (text[at] == '-' && !escape_like)) {
      out += text[at++];
      continue;
    }
    const CodePoint point = decode(text, at);
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string digits;
    for (char32_t code = point.valid ? point.value : 0x110000U + static_cast<unsigned char>(text[at]);
         code > 0 || digits.empty(); code >>= 4U)
      digits.insert(digits.begin(), kDigits[code & 15U]);
    out += "-x" + digits + "-";
    at += point.size;
  }
  if (out.empty() || !is_plain(out.front()) || out.substr(0, 2) == "z-") out.insert(0, "z-");
  if (!is_plain(out.back()) || out.substr(out.size() - 2) == "-z") out += "-z";
  return out;
}

class FtmWriter {
 public:
  FtmWriter(const Graph& graph, const ExportOptions& options, const Sink& sink)
      : graph_(graph), codes_(options.codes), output_(sink), edge_ids_(graph) {}

  ExportReport write() {
    for (Index i = 0; i < graph_.entity_count(); ++i)
      line(report_.nodes, [&](JsonWriter& json) { entity(json, graph_.entity(i)); });
    for (Index i = 0; i < graph_.tie_count(); ++i)
      line(report_.edges, [&](JsonWriter& json) { link(json, graph_.tie(i)); });
    output_.flush();
    report_.bytes = output_.bytes();
    return report_;
  }

 private:
  template <class Write>
  void line(std::size_t& count, const Write& write) {
    JsonWriter json(output_.buffer());
    write(json);
    report_.replaced += json.replaced();
    output_ << "\n";
    output_.flush_when_full();
    ++count;
  }

  static void property(JsonWriter& json, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    json.begin_array(name);
    json.value(value);
    json.end_array();
  }

  void entity(JsonWriter& json, const Entity& entity) {
    json.begin_object();
    json.required("id", ftm_id(entity.id));
    json.member("schema", schema_of(entity.type));
    json.begin_member("properties");
    property(json, "name", label_of(entity));
    json.members("alias", entity.aliases);
    if (codes_ != nullptr) {
      property(json, "wikidataId", codes_->find(entity.id, "qid"));
      property(json, "country", lower_case(codes_->find(entity.id, "iso2")));
    }
    property(json, "notes", name(entity.type));
    json.end_object();
    json.end_object();
  }

  void link(JsonWriter& json, const Tie& tie) {
    const Entity& subject = graph_.entity(tie.subject);
    const Entity& object = graph_.entity(tie.object);
    std::array<std::string_view, 3> schema = {"UnknownLink", "subject", "object"};
    if (tie.type == RelationType::leads && is_organization(object.type))
      schema = {"Directorship", "director", "organization"};
    if (tie.type == RelationType::member_of && is_organization(object.type))
      schema = {"Membership", "member", "organization"};
    const Evidence& best = graph_.best_evidence(tie.index);
    json.begin_object();
    json.required("id", ftm_id("link." + edge_ids_.of(tie)));
    json.member("schema", schema[0]);
    json.begin_member("properties");
    property(json, schema[1], ftm_id(subject.id));
    property(json, schema[2], ftm_id(object.id));
    property(json, "role", name(tie.type));
    property(json, "status", std::string(name(tie.factuality)).append(", ").append(name(tie.phase)));
    property(json, "startDate", tie.first);
    property(json, "endDate", tie.phase == Phase::end ? std::string_view(tie.last) : std::string_view());
    property(json, "date", best.reported);
    property(json, "summary", best.sentence);
    property(json, "recordId", best.document);
    property(json, "publisher", best.outlet);
    property(json, "sourceUrl", best.url);
    json.end_object();
    json.end_object();
  }

  const Graph& graph_;
  const EntityCodes* codes_;
  Output output_;
  EdgeIds edge_ids_;
  ExportReport report_;
};

}  // namespace

ExportReport write_follow_the_money(const Graph& graph, const ExportOptions& options, const Sink& sink) {
  return FtmWriter(graph, options, sink).write();
}

}  // namespace entente::exporters

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "query_args.hpp"

#include <algorithm>
#include <filesystem>

#include "entente/pipeline.hpp"

namespace entente::tools {
namespace {

template <class Names>
std::vector<std::string> strings(const Names& names, std::size_t from = 0) {
  return {names.begin() + static_cast<std::ptrdiff_t>(from), names.end()};
}

void add_list(Options& options, const std::string& option, std::vector<std::string>& values,
              const std::string& what, const std::vector<std::string>& known) {
  options.repeated(option, values, "Only assertions of this " + what + " (may be repeated)")
      .type("NAME")
      .one_of(what, known);
}

template <class Enum>
std::vector<Enum> parsed(const std::vector<std::string>& names, Enum (*parse)(std::string_view)) {
  std::vector<Enum> values;
  for (const auto& name : names) values.push_back(parse(name));
  return values;
}

Value span_of(Span span) {
  return Value::List{span.begin, span.end};
}

std::vector<EntityCode> codes_of(const QuestionArgs& shared) {
  const std::string data = shared.data.empty() ? default_data_directory() : shared.data;
  const std::string gazetteer = data + "/gazetteer";
  return std::filesystem::is_directory(gazetteer) ? load_codes(gazetteer) : std::vector<EntityCode>();
}

}  // namespace

void add_filter(Options& options, FilterArgs& filter) {
  add_list(options, "--type", filter.types, "relation type", relation_type_names());
  add_list(options, "--group", filter.groups, "group of relation types", strings(kRelationGroupNames));
  add_list(options, "--domain", filter.domains, "domain", domain_names());
  add_list(options, "--phase", filter.phases, "phase", strings(kPhaseNames));
  add_list(options, "--factuality", filter.factualities, "factuality", strings(kFactualityNames));
  options.repeated("--outlet", filter.outlets, "Only what this outlet reports (may be repeated)")
      .type("NAME")
      .from_store(kOutlets);
  options.add("--min-witnesses", filter.min_witnesses, "Only ties with so many independent witnesses")
      .type("N");
  options.add("--as-of", filter.as_of, "Only what held on that day: begun, not over, not ended")
      .type("DATE")
      .date();
  options.add("--min-score", filter.min_score, "Only assertions with at least this extraction score")
      .type("SCORE")
      .range(0.0, 1.0);
  options.add("--since", filter.since, "Only what happened (else was reported) in or after")
      .type("DATE")
      .date();
  options.add("--until", filter.until, "Only what happened (else was reported) in or before")
      .type("DATE")
      .date();
}

GraphFilter FilterArgs::filter() const {
  return {.types = parsed(types, parse_relation_type),
          .groups = parsed(groups, parse_relation_group),
          .domains = parsed(domains, parse_domain),
          .phases = parsed(phases, parse_phase),
          .factualities = parsed(factualities, parse_factuality),
          .outlets = outlets,
          .min_score = min_score,
          .min_witnesses = min_witnesses,
          .as_of = as_of,
          .since = since,
          .until = until};
}

World::World(const std::string& store) : graph(open_graph(store)), names(graph) {}

World::World(const QuestionArgs& shared) : graph(open_graph(shared.store)), names(graph, codes_of(shared)) {}

std::string quote(const Evidence& evidence) {
  std::string text = "\"" + std::string(evidence.sentence) + "\" - " + std::string(evidence.document);
  if (!evidence.reported.empty()) text += ", " + std::string(evidence.reported);
  return text;
}

Value::List quotes(const std::vector<Evidence>& evidence, std::size_t limit) {
  Value::List list;
  for (const auto& one : evidence) {
    if (list.size() == limit) break;
    const std::string text = quote(one);
    const bool shown =
        std::any_of(list.begin(), list.end(), [&](const Value& other) { return other.text() == text; });
    if (!shown) list.emplace_back(text);
  }
  return list;
}

Value::Object object_of(const Evidence& evidence) {
  Value::Object object = {{"document", evidence.document},
                          {"title", evidence.title},
                          {"outlet", evidence.outlet},
                          {"url", evidence.url},
                          {"reported", evidence.reported},
                          {"time", evidence.time},
                          {"phase", name(evidence.phase)},
                          {"factuality", name(evidence.factuality)},
                          {"domain", name(evidence.domain)},
                          {"place", evidence.place},
                          {"facility", evidence.facility},
                          {"detail", evidence.detail},
                          {"via", evidence.via},
                          {"source", evidence.source},
                          {"rule", evidence.rule}};
  std::erase_if(object, [](const auto& member) { return member.second.text().empty(); });
  object.emplace_back("score", evidence.score);
  object.emplace_back("sentence", evidence.sentence);
  object.emplace_back("sentence_span", span_of(evidence.sentence_span));
  object.emplace_back("trigger", evidence.trigger);
  object.emplace_back("trigger_span", span_of(evidence.trigger_span));
  return object;
}

Value::List domains_of(const Tie& tie) {
  Value::List list;
  for (std::size_t i = 1; i < kDomainNames.size(); ++i)
    if (tie.has_domain(static_cast<Domain>(i))) list.emplace_back(kDomainNames[i]);
  return list;
}

std::vector<Evidence> best_first(std::vector<Evidence> evidence) {
  const auto support = [](const Evidence& one) { return one.score * factuality_weight(one.factuality); };
  std::stable_sort(evidence.begin(), evidence.end(),
                   [&](const Evidence& a, const Evidence& b) { return support(a) > support(b); });
  return evidence;
}

void shorten(Table& table, std::size_t limit) {
  if (limit > 0 && table.rows.size() > limit) table.rows.resize(limit);
}

}  // namespace entente::tools

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente query depends-on WHOM | dependencies-of WHO | exposure WHO
#include "entente/pipeline.hpp"
#include "question.hpp"

namespace entente::tools {
namespace {

/// --as-of, --half-life, --domain, --min-strength
struct DependenceArgs {
  std::string as_of;
  double half_life = 0;
  std::string domain;
  double min_strength = 0;

  DependenceOptions options() const {
    DependenceOptions result{
        .as_of = as_of, .half_life_years = half_life, .domain = {}, .min_strength = min_strength};
    if (!domain.empty()) result.domain = parse_domain(domain);
    return result;
  }
};

void add_dependence(Options& options, DependenceArgs& args) {
  options.add("--as-of", args.as_of, "What held on that day; without it, on the day of the latest report")
      .type("DATE")
      .date();
  options.add("--half-life", args.half_life, "Evidence of that age counts half; 0: age does not matter")
      .type("YEARS")
      .range(0, 1e6);
  options.add("--domain", args.domain, "Only dependence in this domain")
      .type("NAME")
      .one_of("domain", domain_names());
  options.add("--min-strength", args.min_strength, "Only dependence of at least this strength")
      .type("STRENGTH")
      .range(0.0, 1.0);
}

DependenceRules load_rules(const QuestionArgs& shared) {
  const auto data = shared.data.empty() ? default_data_directory() : shared.data;
  return DependenceRules::load(data + "/dependence.json");
}

Value::Object object_of(const World& world, const DependencePart& part) {
  Value::Object object = {{"tie", world.graph.tie_id(part.tie)},
                          {"type", name(part.type)},
                          {"weight", part.weight},
                          {"value", part.value},
                          {"share", part.share > 0 ? Value(part.share) : Value()},
                          {"counted", part.counted ? "yes" : "no"}};
  for (auto& member : tools::object_of(part.evidence)) object.push_back(std::move(member));
  return object;
}

std::vector<Value> row_of(const World& world, const Dependence& answer, std::size_t sentences) {
  Value::List parts;
  std::vector<Evidence> counted;
  std::string last;
  for (const auto& part : answer.parts) {
    parts.emplace_back(object_of(world, part));
    if (part.counted) counted.push_back(part.evidence);
    last = std::max(last, std::string(part.evidence.when()));
  }
  const auto& dependent = world.graph.entity(answer.dependent);
  const auto& provider = world.graph.entity(answer.provider);
  return {dependent.name,
          provider.name,
          name(answer.domain),
          answer.strength,
          answer.share > 0 ? Value(answer.share) : Value(),
          counted.size(),
          last,
          quotes(counted, sentences),
          dependent.id,
          provider.id,
          parts};
}

Table table_of(const World& world, const std::vector<Dependence>& answers, std::size_t sentences) {
  Table table;
  table.columns = {{"dependent"},
                   {"provider"},
                   {"domain"},
                   {"strength"},
                   {"share"},
                   {"evidence"},
                   {"last"},
                   {"sentences", ColumnKind::below},
                   {"dependent_id", ColumnKind::detail},
                   {"provider_id", ColumnKind::detail},
                   {"parts", ColumnKind::detail}};
  for (const auto& answer : answers) table.rows.push_back(row_of(world, answer, sentences));
  return table;
}

using Ask = std::vector<Dependence> (*)(const Graph&, Index, const DependenceRules&,
                                        const DependenceOptions&);

class Depends final : public Question {
 public:
  Depends(const QuestionArgs& shared, Ask ask, const char* who) : Question(shared), ask_(ask), who_(who) {}

  void declare(Options& options) override {
    options.add(who_, entity_, "Name, alias, code or id of an entity").required();
    add_dependence(options, args_);
  }

  Table answer() override {
    const World world(shared().store);
    const auto answers = ask_(world.graph, world.names.find(entity_), load_rules(shared()), args_.options());
    return table_of(world, answers, shared().sentences);
  }

 private:
  Ask ask_;
  const char* who_;
  std::string entity_;
  DependenceArgs args_;
};

class ExposureOf final : public Question {
 public:
  using Question::Question;

  void declare(Options& options) override {
    options.add("WHO", entity_, "Name, alias, code or id of an entity").required();
    add_dependence(options, args_);
  }

  Table answer() override {
    const World world(shared().store);
    const auto report =
        exposure(world.graph, world.names.find(entity_), load_rules(shared()), args_.options());
    Table table;
    table.columns = {
        {"provider"}, {"strength"}, {"chain"}, {"cuts_off"}, {"provider_id", ColumnKind::detail}};
    for (const auto& one : report.exposures) {
      std::string chain;
      for (const auto step : one.chain) chain += (chain.empty() ? "" : " > ") + world.graph.entity(step).name;
      const auto& provider = world.graph.entity(one.provider);
      table.rows.push_back(
          {provider.name, one.strength, chain, cut_off(world, report, one.provider), provider.id});
    }
    return table;
  }

 private:
  /// Who can be reached through this provider alone.
  static Value::List cut_off(const World& world, const ExposureReport& report, Index provider) {
    Value::List names;
    for (const auto& point : report.points_of_failure)
      if (point.entity == provider)
        for (const auto other : point.cuts_off) names.emplace_back(world.graph.entity(other).name);
    return names;
  }

  std::string entity_;
  DependenceArgs args_;
};

}  // namespace

std::unique_ptr<Question> make_depends_on(const QuestionArgs& shared) {
  return std::make_unique<Depends>(shared, depends_on, "WHOM");
}

std::unique_ptr<Question> make_dependencies_of(const QuestionArgs& shared) {
  return std::make_unique<Depends>(shared, dependencies_of, "WHO");
}

std::unique_ptr<Question> make_exposure(const QuestionArgs& shared) {
  return std::make_unique<ExposureOf>(shared);
}

}  // namespace entente::tools

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente query depends-on WHOM | dependencies-of WHO | exposure WHO | mutual
#include <fmt/format.h>

#include <algorithm>

#include "entente/pipeline.hpp"
#include "question.hpp"

namespace entente::tools {
namespace {

/// --half-life, --min-strength, --places; --as-of and --domain are about dependence here, not about its
/// evidence.
struct DependenceArgs {
  double half_life = 0;
  double min_strength = 0;
  bool places = false;

  DependenceOptions options(const FilterArgs& filter) const {
    DependenceOptions result{.as_of = filter.as_of,
                             .half_life_years = half_life,
                             .domains = {},
                             .min_strength = min_strength,
                             .places = places,
                             .filter = filter.filter()};
    result.domains.swap(result.filter.domains);
    return result;
  }
};

void add_dependence(Options& options, DependenceArgs& args) {
  options.add("--half-life", args.half_life, "Evidence of that age counts half; 0: age does not matter")
      .type("YEARS")
      .range(0, 1e6);
  options.add("--min-strength", args.min_strength, "Only dependence of at least this strength")
      .type("STRENGTH")
      .range(0.0, 1.0);
  options.flag("--places", args.places,
               "Dependence on straits, canals, pipelines, ports and bases too; always when it is about one");
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
    options.add(who_, entity_, "Name, alias, code or id of an entity").required().from_store(kEntities);
    add_dependence(options, args_);
  }

  Table answer() override {
    const World world(shared());
    const auto answers =
        ask_(world.graph, world.names.find(entity_), load_rules(shared()), args_.options(shared().filter));
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
    options.add("WHO", entity_, "Name, alias, code or id of an entity").required().from_store(kEntities);
    add_dependence(options, args_);
  }

  Table answer() override {
    const World world(shared());
    const auto entity = world.names.find(entity_);
    const EntityType type = world.graph.entity(entity).type;
    // A strait depends on nobody: who is asked for is exposed to it.
    const bool turned = type == EntityType::place || type == EntityType::facility;
    const auto report = (turned ? exposed_to : exposure)(world.graph, entity, load_rules(shared()),
                                                         args_.options(shared().filter));
    Table table;
    table.columns = {{turned ? "exposed" : "provider"},
                     {"strength"},
                     {"chain"},
                     {"cuts_off"},
                     {"sentences", ColumnKind::below},
                     {turned ? "exposed_id" : "provider_id", ColumnKind::detail}};
    const std::size_t rows = shared().limit == 0 ? report.exposures.size() : shared().limit;
    for (std::size_t i = 0; i < std::min(rows, report.exposures.size()); ++i) {
      const Index other = report.exposures[i].provider;
      auto steps = report.chain(i);
      if (turned) std::reverse(steps.begin(), steps.end());
      table.rows.push_back({world.graph.entity(other).name, report.exposures[i].strength, chain(world, steps),
                            cut_off(world, report, other),
                            quotes(steps_behind(report, i), shared().sentences),
                            world.graph.entity(other).id});
    }
    return table;
  }

 private:
  static constexpr std::size_t kStepsShown = 12;
  static constexpr std::size_t kNamesShown = 20;

  /// The evidence of each step of a chain, that of the last first.
  static std::vector<Evidence> steps_behind(const ExposureReport& report, std::size_t exposure) {
    std::vector<Evidence> list;
    for (std::size_t at = exposure; at != kNone; at = report.exposures[at].before)
      list.push_back(report.exposures[at].evidence);
    return list;
  }

  static std::string chain(const World& world, const std::vector<Index>& steps) {
    std::string text;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const bool hidden =
          steps.size() > kStepsShown && i >= kStepsShown / 2 && i + kStepsShown / 2 < steps.size();
      if (hidden && i > kStepsShown / 2) continue;
      text += (i == 0 ? "" : " > ") + (hidden ? std::string("...") : world.graph.entity(steps[i]).name);
    }
    return text;
  }

  /// Who can be reached through this provider alone.
  static Value::List cut_off(const World& world, const ExposureReport& report, Index provider) {
    Value::List names;
    for (const auto& point : report.points_of_failure) {
      if (point.entity != provider) continue;
      for (const auto other : report.cut_off(point).first(std::min<std::size_t>(point.count, kNamesShown)))
        names.emplace_back(world.graph.entity(other).name);
      if (point.count > kNamesShown)
        names.emplace_back(fmt::format("and {} more", point.count - kNamesShown));
    }
    return names;
  }

  std::string entity_;
  DependenceArgs args_;
};

/// Groups that depend on one another.
class Mutual final : public Question {
 public:
  using Question::Question;

  void declare(Options& options) override { add_dependence(options, args_); }

  Table answer() override {
    const World world(shared());
    Table table;
    table.columns = {{"group"}, {"size"}, {"members"}, {"member_ids", ColumnKind::detail}};
    for (const auto& group :
         mutual_dependence(world.graph, load_rules(shared()), args_.options(shared().filter))) {
      Value::List names, ids;
      for (const auto member : group) {
        names.emplace_back(world.graph.entity(member).name);
        ids.emplace_back(world.graph.entity(member).id);
      }
      table.rows.push_back({table.rows.size() + 1, group.size(), names, ids});
    }
    return table;
  }

 private:
  DependenceArgs args_;
};

}  // namespace

std::unique_ptr<Question> make_mutual(const QuestionArgs& shared) {
  return std::make_unique<Mutual>(shared);
}

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

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente query entity NAME | top
#include <fmt/format.h>

#include "question.hpp"

namespace entente::tools {
namespace {

constexpr std::size_t kPartnersShown = 10;

class EntityQuestion final : public Question {
 public:
  using Question::Question;

  void declare(Options& options) override {
    options.add("NAME", name_, "Name, alias, code or id").required().from_store(kEntities);
  }

  bool is_record() const override { return true; }

  Table answer() override {
    const World world(shared());
    const Index index = world.names.find(name_);
    const Entity& entity = world.graph.entity(index);
    const auto summary = describe(world.graph, index, shared().filter.filter());
    Value::List aliases, types, partners;
    for (const auto& alias : entity.aliases) aliases.emplace_back(alias);
    for (const auto& [type, count] : summary.types)
      types.emplace_back(fmt::format("{} {}", name(type), count));
    for (const auto& [partner, count] : summary.partners)
      if (partners.size() < kPartnersShown)
        partners.emplace_back(fmt::format("{} {}", world.graph.entity(partner).name, count));
    Table table;
    table.columns = {{"id"},       {"type"},    {"name"},       {"code"},      {"aliases"},
                     {"ties_out"}, {"ties_in"}, {"assertions"}, {"documents"}, {"first"},
                     {"last"},     {"types"},   {"partners"}};
    table.rows = {{entity.id, name(entity.type), entity.name, entity.code, aliases, summary.ties_out,
                   summary.ties_in, summary.assertions, summary.documents, summary.first, summary.last, types,
                   partners}};
    return table;
  }

 private:
  std::string name_;
};

class Top final : public Question {
 public:
  using Question::Question;

  void declare(Options& options) override {
    options.add("--by", measure_, "degree (ties), pagerank, or betweenness")
        .type("MEASURE")
        .one_of("measure", {kCentralityNames.begin(), kCentralityNames.end()})
        .show_default();
  }

  Table answer() override {
    constexpr std::size_t kRows = 20;
    const World world(shared());
    const auto found =
        std::find(kCentralityNames.begin(), kCentralityNames.end(), measure_) - kCentralityNames.begin();
    const auto measure = static_cast<Centrality>(found);
    Table table;
    table.columns = {{"rank"},
                     {"entity"},
                     {"type"},
                     {measure_, ColumnKind::cell, measure == Centrality::degree ? 0 : 4},
                     {"id"}};
    for (const auto& [entity, value] :
         top(world.graph, measure, shared().limit == 0 ? kRows : shared().limit, shared().filter.filter())) {
      const Entity& one = world.graph.entity(entity);
      table.rows.push_back({table.rows.size() + 1, one.name, name(one.type), value, one.id});
    }
    return table;
  }

 private:
  std::string measure_ = "degree";
};

}  // namespace

std::unique_ptr<Question> make_entity(const QuestionArgs& shared) {
  return std::make_unique<EntityQuestion>(shared);
}
std::unique_ptr<Question> make_top(const QuestionArgs& shared) {
  return std::make_unique<Top>(shared);
}

}  // namespace entente::tools

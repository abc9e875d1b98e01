// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente query common A B | conflicts
#include <fmt/format.h>

#include "question.hpp"

namespace entente::tools {
namespace {

class CommonOf final : public Question {
 public:
  using Question::Question;

  void declare(Options& options) override {
    options.add("A", a_, "Name, alias, code or id of an entity").required().from_store(kEntities);
    options.add("B", b_, "Another one").required().from_store(kEntities);
  }

  Table answer() override {
    const World world(shared());
    const Index a = world.names.find(a_);
    const Index b = world.names.find(b_);
    Table table;
    table.columns = {{"entity"},
                     {"score"},
                     {"with_a"},
                     {"with_b"},
                     {"sentences", ColumnKind::below},
                     {"entity_id", ColumnKind::detail},
                     {"ties_a", ColumnKind::detail},
                     {"ties_b", ColumnKind::detail}};
    for (const auto& one : common(world.graph, a, b, shared().filter.filter())) {
      Value::List sentences = quotes({world.graph.best_evidence(one.with_a.front())}, shared().sentences);
      for (auto& other : quotes({world.graph.best_evidence(one.with_b.front())}, shared().sentences))
        sentences.push_back(std::move(other));
      const Entity& entity = world.graph.entity(one.entity);
      table.rows.push_back({entity.name, one.score, in_words(world, one.with_a, a),
                            in_words(world, one.with_b, b), sentences, entity.id, ids(world, one.with_a),
                            ids(world, one.with_b)});
    }
    return table;
  }

 private:
  /// `arms`, or `<- arms` when the entity asked about is the object.
  static Value::List in_words(const World& world, const std::vector<Index>& ties, Index asked) {
    Value::List list;
    for (const auto index : ties) {
      const Tie& tie = world.graph.tie(index);
      const bool forward = info(tie.type).symmetric || tie.subject == asked;
      list.emplace_back(fmt::format("{}{}", forward ? "" : "<- ", name(tie.type)));
    }
    return list;
  }

  static Value::List ids(const World& world, const std::vector<Index>& ties) {
    Value::List list;
    for (const auto index : ties) list.emplace_back(world.graph.tie_id(index));
    return list;
  }

  std::string a_;
  std::string b_;
};

class Conflicts final : public Question {
 public:
  using Question::Question;

  void declare(Options&) override {}

  Table answer() override {
    const World world(shared());
    Table table;
    table.columns = {{"subject"},
                     {"type"},
                     {"object"},
                     {"asserted"},
                     {"denied"},
                     {"sentences", ColumnKind::below},
                     {"tie", ColumnKind::detail},
                     {"for", ColumnKind::detail},
                     {"against", ColumnKind::detail}};
    for (const auto& conflict : conflicts(world.graph, shared().filter.filter())) {
      const Tie& tie = world.graph.tie(conflict.tie);
      Value::List sentences = quotes(best_first(conflict.for_it), shared().sentences);
      for (auto& other : quotes(conflict.against_it, shared().sentences))
        sentences.emplace_back("denied: " + other.text());
      table.rows.push_back({world.graph.entity(tie.subject).name, name(tie.type),
                            world.graph.entity(tie.object).name, conflict.asserted, conflict.denied,
                            sentences, world.graph.tie_id(conflict.tie), objects(conflict.for_it),
                            objects(conflict.against_it)});
    }
    return table;
  }

 private:
  static Value::List objects(const std::vector<Evidence>& evidence) {
    Value::List list;
    for (const auto& one : evidence) list.emplace_back(object_of(one));
    return list;
  }
};

}  // namespace

std::unique_ptr<Question> make_common(const QuestionArgs& shared) {
  return std::make_unique<CommonOf>(shared);
}
std::unique_ptr<Question> make_conflicts(const QuestionArgs& shared) {
  return std::make_unique<Conflicts>(shared);
}

}  // namespace entente::tools

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente query relations A [B] | explain TIE | path A B
#include <algorithm>

#include "question.hpp"

namespace entente::tools {
namespace {

Value::List objects_of(const std::vector<Evidence>& evidence) {
  Value::List list;
  for (const auto& one : evidence) list.emplace_back(object_of(one));
  return list;
}

std::vector<Value> row_of(const World& world, const Relation& relation, std::size_t sentences) {
  const Tie& tie = relation.tie;
  const auto& subject = world.graph.entity(tie.subject);
  const auto& object = world.graph.entity(tie.object);
  return {subject.name,
          name(tie.type),
          object.name,
          name(tie.phase),
          name(tie.factuality),
          domains_of(tie),
          tie.score,
          tie.assertions,
          tie.outlets,
          tie.first,
          tie.last,
          world.graph.tie_id(tie.index),
          quotes(best_first(relation.evidence), sentences),
          subject.id,
          object.id,
          tie.documents,
          objects_of(relation.evidence)};
}

class Relations final : public QuestionOfOneOrTwo {
 public:
  using QuestionOfOneOrTwo::QuestionOfOneOrTwo;

  Table answer() override {
    const World world(shared());
    Table table;
    table.columns = {{"subject"},
                     {"type"},
                     {"object"},
                     {"phase"},
                     {"factuality"},
                     {"domains"},
                     {"score"},
                     {"assertions"},
                     {"outlets"},
                     {"first"},
                     {"last"},
                     {"tie"},
                     {"sentences", ColumnKind::below},
                     {"subject_id", ColumnKind::detail},
                     {"object_id", ColumnKind::detail},
                     {"documents", ColumnKind::detail},
                     {"evidence", ColumnKind::detail}};
    for (const auto& relation : relations(world.graph, a(world), b(world), shared().filter.filter()))
      table.rows.push_back(row_of(world, relation, shared().sentences));
    return table;
  }
};

class Explain final : public Question {
 public:
  using Question::Question;

  void declare(Options& options) override {
    options
        .add("TIE", tie_, "Id of a tie, as `relations` shows it: SUBJECT:TYPE:OBJECT")

        .required();
  }

  Table answer() override {
    const World world(shared());
    const auto relation = explain(world.graph, world.names, tie_, shared().filter.filter());
    Table table;
    table.columns = {{"when"},
                     {"phase"},
                     {"factuality"},
                     {"domain"},
                     {"detail"},
                     {"place"},
                     {"via"},
                     {"source"},
                     {"score"},
                     {"rule"},
                     {"document"},
                     {"sentence", ColumnKind::below},
                     {"tie", ColumnKind::detail},
                     {"evidence", ColumnKind::detail}};
    for (const auto& one : relation.evidence)
      table.rows.push_back({one.when(), name(one.phase), name(one.factuality), name(one.domain), one.detail,
                            one.facility.empty() ? one.place : one.facility, one.via, one.source, one.score,
                            one.rule, one.document, one.sentence, world.graph.tie_id(relation.tie.index),
                            object_of(one)});
    return table;
  }

 private:
  std::string tie_;
};

class PathBetween final : public Question {
 public:
  using Question::Question;

  void declare(Options& options) override {
    options.add("A", a_, "Name, alias, code or id of an entity").required().from_store(kEntities);
    options.add("B", b_, "Another one").required().from_store(kEntities);
    options.flag("--shortest", shortest_, "Fewest ties, instead of the best supported ones");
    options.flag("--directed", directed_, "Only from subjects to objects");
    options
        .add(
            "--max-partners", max_partners_,
            "Not through anybody with more partners, such as organizations of all states; 0: through anybody")
        .type("N");
  }

  Table answer() override {
    const World world(shared());
    const PathOptions options{.kind = shortest_ ? PathKind::shortest : PathKind::best_supported,
                              .filter = shared().filter.filter(),
                              .directed = directed_,
                              .max_partners = max_partners_};
    Table table;
    table.columns = {{"from"},
                     {"type"},
                     {"direction"},
                     {"to"},
                     {"score"},
                     {"tie"},
                     {"sentences", ColumnKind::below},
                     {"evidence", ColumnKind::detail}};
    const auto path = find_path(world.graph, world.names.find(a_), world.names.find(b_), options);
    if (!path) return table;
    for (const auto& hop : path->hops) {
      const Tie& tie = world.graph.tie(hop.tie);
      const char* direction = info(tie.type).symmetric ? "<->" : tie.subject == hop.from ? "->" : "<-";
      table.rows.push_back({world.graph.entity(hop.from).name, name(tie.type), direction,
                            world.graph.entity(hop.to).name, hop.score, world.graph.tie_id(hop.tie),
                            quotes({hop.evidence}, shared().sentences), object_of(hop.evidence)});
    }
    return table;
  }

 private:
  std::string a_;
  std::string b_;
  bool shortest_ = false;
  bool directed_ = false;
  std::uint32_t max_partners_ = 0;
};

}  // namespace

std::unique_ptr<Question> make_relations(const QuestionArgs& shared) {
  return std::make_unique<Relations>(shared);
}
std::unique_ptr<Question> make_explain(const QuestionArgs& shared) {
  return std::make_unique<Explain>(shared);
}
std::unique_ptr<Question> make_path(const QuestionArgs& shared) {
  return std::make_unique<PathBetween>(shared);
}

}  // namespace entente::tools

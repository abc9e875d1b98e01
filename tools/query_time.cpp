// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente query timeline A [B] | changes
#include "question.hpp"

namespace entente::tools {
namespace {

class Timeline final : public QuestionOfOneOrTwo {
 public:
  using QuestionOfOneOrTwo::QuestionOfOneOrTwo;

  Table answer() override {
    const World world(shared());
    Table table;
    table.columns = {{"when"},
                     {"subject"},
                     {"type"},
                     {"object"},
                     {"phase"},
                     {"factuality"},
                     {"domain"},
                     {"detail"},
                     {"witnesses"},
                     {"sentences", ColumnKind::below},
                     {"tie", ColumnKind::detail},
                     {"assertions", ColumnKind::detail},
                     {"evidence", ColumnKind::detail}};
    for (const auto& event : timeline(world.graph, a(world), b(world), shared().filter.filter())) {
      const Tie& tie = world.graph.tie(event.tie);
      const Evidence& best = event.evidence;
      table.rows.push_back({best.when(), world.graph.entity(tie.subject).name, name(tie.type),
                            world.graph.entity(tie.object).name, name(best.phase), name(best.factuality),
                            name(best.domain), best.detail, event.witnesses,
                            quotes({best}, shared().sentences), world.graph.tie_id(event.tie),
                            event.assertions, object_of(best)});
    }
    return table;
  }
};

class Changes final : public Question {
 public:
  using Question::Question;

  void declare(Options&) override {}

  Table answer() override {
    const World world(shared());
    const FilterArgs& filter = shared().filter;
    Table table;
    table.columns = {{"when"},
                     {"change"},
                     {"subject"},
                     {"type"},
                     {"object"},
                     {"before"},
                     {"after"},
                     {"sentences", ColumnKind::below},
                     {"tie", ColumnKind::detail},
                     {"evidence", ColumnKind::detail}};
    for (const auto& change : changes(world.graph, filter.since, filter.until, filter.filter())) {
      const Tie& tie = world.graph.tie(change.tie);
      table.rows.push_back({change.evidence.when(), kChangeKindNames[static_cast<std::size_t>(change.kind)],
                            world.graph.entity(tie.subject).name, name(tie.type),
                            world.graph.entity(tie.object).name,
                            change.before ? Value(name(*change.before)) : Value(), name(change.after),
                            quotes({change.evidence}, shared().sentences), world.graph.tie_id(change.tie),
                            object_of(change.evidence)});
    }
    return table;
  }
};

}  // namespace

std::unique_ptr<Question> make_timeline(const QuestionArgs& shared) {
  return std::make_unique<Timeline>(shared);
}
std::unique_ptr<Question> make_changes(const QuestionArgs& shared) {
  return std::make_unique<Changes>(shared);
}

}  // namespace entente::tools

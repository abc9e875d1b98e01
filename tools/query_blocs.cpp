// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente query blocs
#include <fmt/format.h>

#include "question.hpp"

namespace entente::tools {
namespace {

constexpr std::size_t kMembersShown = 12;

class Blocs final : public Question {
 public:
  using Question::Question;

  void declare(Options& options) override {
    options
        .add("--resolution", resolution_, "Greater: more and smaller blocs; smaller: fewer and greater ones")
        .type("FACTOR")
        .range(0.01, 100)
        .show_default();
  }

  Table answer() override {
    const World world(shared());
    const auto report = blocs(world.graph, {.filter = shared().filter.filter(), .resolution = resolution_});
    Table table;
    table.columns = {{"bloc"},
                     {"size"},
                     {"cohesion"},
                     {"members"},
                     {"inside", ColumnKind::detail},
                     {"outside", ColumnKind::detail},
                     {"member_ids", ColumnKind::detail},
                     {"modularity", ColumnKind::detail}};
    for (const auto& bloc : report.blocs) {
      Value::List names, ids;
      for (const auto member : bloc.members) {
        if (names.size() < kMembersShown) names.emplace_back(world.graph.entity(member).name);
        ids.emplace_back(world.graph.entity(member).id);
      }
      if (bloc.members.size() > kMembersShown)
        names.emplace_back(fmt::format("and {} more", bloc.members.size() - kMembersShown));
      table.rows.push_back({table.rows.size() + 1, bloc.members.size(),
                            bloc.inside / (bloc.inside + bloc.outside), names, bloc.inside, bloc.outside, ids,
                            report.modularity});
    }
    return table;
  }

 private:
  double resolution_ = 1;
};

}  // namespace

std::unique_ptr<Question> make_blocs(const QuestionArgs& shared) {
  return std::make_unique<Blocs>(shared);
}

}  // namespace entente::tools

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Training with exploration (Goldberg and Nivre 2012, 2013): in each configuration the moves of least cost
// are right; the best scored of them is rewarded when the parser prefers a wrong one; the way goes on mostly
// by the parser's choice.
#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <set>

#include "nlp/training.hpp"

namespace entente::nlp {
namespace {

constexpr std::uint64_t kExplorePercent = 90;
/// The right action must win by this much, or it is learnt again. One update moves the difference of two
/// actions by twice the number of features (some 270). Worth half a point of LAS.
constexpr std::int32_t kMargin = 150;
/// Smaller weights are noise beside the margin: without them the model is half as large and as good.
constexpr std::int32_t kMinWeight = Perceptron::kScale;

// Moves of least cost. The label matters where the arc is a gold arc: on a wrong arc every label is equally
// wrong.
class Optimal {
 public:
  Optimal(const Configuration& configuration, const DynamicOracle& oracle, const GoldTree& tree) {
    std::array<std::size_t, 3> costs{};
    std::size_t least = static_cast<std::size_t>(-1);
    for (const Move move : {Move::shift, Move::left, Move::right}) {
      if (!configuration.permits(move)) continue;
      costs[static_cast<std::size_t>(move)] = oracle.cost(configuration, move);
      least = std::min(least, costs[static_cast<std::size_t>(move)]);
    }
    for (const Move move : {Move::shift, Move::left, Move::right}) {
      if (!configuration.permits(move) || costs[static_cast<std::size_t>(move)] != least) continue;
      Choice choice{{move, Dep::dep}, false};
      if (move != Move::shift) {
        const Index child = configuration.stacked(0);
        const Index head = move == Move::left ? configuration.front() : configuration.stacked(1);
        choice = {{move, tree.labels[child]}, tree.heads[child] != head};
      }
      choices_[count_++] = choice;
    }
  }

  bool contains(Action action) const {
    return std::any_of(choices_.begin(), choices_.begin() + count_, [&](const Choice& choice) {
      return choice.action.move == action.move && (choice.any_label || choice.action.label == action.label);
    });
  }
  Action best(const std::vector<std::int32_t>& scores) const {
    const auto score = [&](const Choice& choice) { return scores[index_of(choice.action)]; };
    return std::max_element(choices_.begin(), choices_.begin() + count_,
                            [&](const Choice& a, const Choice& b) { return score(a) < score(b); })
        ->action;
  }

 private:
  struct Choice {
    Action action;
    bool any_label;
  };
  std::array<Choice, 3> choices_{};
  std::ptrdiff_t count_ = 0;
};

// In error the gold root may hang elsewhere; `root` is no label of such an arc.
GoldTree without_stray_roots(GoldTree tree) {
  const auto root = static_cast<Index>(tree.heads.size());
  for (Index i = 0; i < root; ++i) {
    if (tree.heads[i] != root && tree.labels[i] == Dep::root) tree.labels[i] = Dep::dep;
  }
  return tree;
}

}  // namespace

ParserTrainer::ParserTrainer(const std::vector<ParserExample>& examples)
    : examples_(examples), order_(examples.size()) {
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  std::set<std::uint8_t> known{0};
  for (const ParserExample& example : examples) {
    for (Index i = 0; i < example.tree.heads.size(); ++i) {
      const Index head = example.tree.heads[i];
      const Action action{head > i ? Move::left : Move::right, example.tree.labels[i]};
      known.insert(static_cast<std::uint8_t>(index_of(action)));
    }
  }
  known_.assign(known.begin(), known.end());
}

void ParserTrainer::iterate(bool explore, Random& random) {
  random.shuffle(order_);
  for (const std::size_t i : order_) learn(examples_[i], explore, random);
}

// The best scored permitted action that is not right.
template <class Optimal>
std::optional<Action> ParserTrainer::best_wrong(const Optimal& optimal) const {
  std::optional<Action> best;
  for (const std::uint8_t index : known_) {
    const Action action = action_at(index);
    if (best && scores_[index] <= scores_[index_of(*best)]) continue;
    if (configuration_.permits(action.move) && action.label != Dep::root && !optimal.contains(action))
      best = action;
  }
  return best;
}

void ParserTrainer::learn(const ParserExample& example, bool explore, Random& random) {
  const GoldTree tree = without_stray_roots(example.tree);
  const DynamicOracle oracle(tree);
  configuration_.reset(static_cast<Index>(tree.heads.size()));
  while (!configuration_.finished()) {
    parser_features(configuration_, example.input, features_);
    scores_.assign(kActionCount, 0);
    perceptron_.add_scores(features_, scores_);
    const Action predicted = best_action(configuration_, known_, scores_);
    const Optimal optimal(configuration_, oracle, tree);
    const Action target = optimal.contains(predicted) ? predicted : optimal.best(scores_);
    const auto rival = best_wrong(optimal);
    if (predicted.label != Dep::root && rival &&
        scores_[index_of(*rival)] + kMargin > scores_[index_of(target)]) {
      perceptron_.update(features_, index_of(target), index_of(*rival));
    }
    perceptron_.tick();
    configuration_.apply(explore && random.below(100) < kExplorePercent ? predicted : target);
  }
}

void ParserTrainer::merge(const ParserTrainer& other) {
  perceptron_.merge(other.perceptron_);
  runs_ += other.runs_;
}

Parser ParserTrainer::freeze(std::uint32_t min_updates) const {
  return {perceptron_.freeze({min_updates, kMinWeight * runs_}), known_};
}

}  // namespace entente::nlp

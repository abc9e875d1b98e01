// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Walks from the trigger towards the root and collects what each step says of the reality of what is below
// it, after the idea of Saurí and Pustejovsky, FactBank (2009): embedding predicates and particles set the
// factuality of what they embed. The strongest wins: negated, then possible, then planned.
#include "relations/qualifiers.hpp"

#include <algorithm>

namespace entente::relations {
namespace {

constexpr int kMaxSteps = 6;

class Walk {
 public:
  explicit Walk(SentenceView& view) : view_(view) {}

  Factuality run(Index trigger) {
    Index at = trigger;
    for (int step = 0; step < kMaxSteps; ++step) {
      own_marks(at);
      const Index parent = view_.head(at);
      if (parent == kNone || !climbs(at, parent)) break;
      at = parent;
    }
    if (negated_) return Factuality::negated;
    if (possible_) return Factuality::possible;
    return planned_ ? Factuality::planned : Factuality::fact;
  }

 private:
  bool in(Index token, std::string_view name) const {
    return view_.in_class(token, view_.frames().words().id(name));
  }

  void own_marks(Index at) {
    for (const Index c : view_.children(at)) switch (view_.label(c)) {
        case Dep::advmod:
        case Dep::det:
        case Dep::cc_preconj:
          negated_ = negated_ || (!circumstance_ && in(c, "negators"));
          possible_ = possible_ || in(c, "possible_words");
          break;
        case Dep::aux:
          possible_ = possible_ || in(c, "possible_modals");
          planned_ = planned_ || in(c, "planned_modals");
          break;
        case Dep::mark:
        case Dep::case_:
          possible_ = possible_ || in(c, "condition_words");
          negated_ = negated_ || in(c, "without_words");
          break;
        case Dep::amod:
        case Dep::compound:
          possible_ = possible_ || in(c, "possible_words");
          planned_ = planned_ || in(c, "planned_words");
          negated_ = negated_ || in(c, "negated_words");
          break;
        default:
          break;
      }
  }

  /// What the governor says of `at`; false when the walk ends here.
  bool climbs(Index at, Index parent) {
    switch (view_.label(at)) {
      case Dep::xcomp:
      case Dep::ccomp:
      case Dep::csubj:
      case Dep::obj:
      case Dep::nsubj:
      case Dep::nsubj_pass:
      case Dep::acl:
      case Dep::nmod:
      case Dep::obl:
      case Dep::compound:
        negated_ = negated_ || in(parent, "negating");
        possible_ = possible_ || in(parent, "making_possible");
        planned_ = planned_ || in(parent, "planning");
        // That a clause is denied says nothing of its circumstances ("given its dependence, this is hardly
        // new"), that it is only possible does ("could not cope with an attack").
        circumstance_ = circumstance_ || view_.label(at) == Dep::obl;
        return view_.label(at) != Dep::ccomp && view_.label(at) != Dep::acl;
      case Dep::advcl:
        // "plans to send": an infinitive right behind a verb is its complement, whatever the parser takes it
        // for.
        if (!is_infinitive_behind(at, parent)) return false;
        negated_ = negated_ || in(parent, "negating");
        possible_ = possible_ || in(parent, "making_possible");
        planned_ = planned_ || in(parent, "planning");
        return true;
      case Dep::conj: {
        const bool own_auxiliary = view_.child(at, Dep::aux) != kNone || view_.child(at, Dep::nsubj) != kNone;
        return !own_auxiliary;
      }
      default:
        return false;
    }
  }

  bool is_infinitive_behind(Index at, Index parent) const {
    const Index mark = view_.child(at, Dep::mark);
    return mark == parent + 1 && view_.word(mark) == "to";
  }

  SentenceView& view_;
  bool negated_ = false, possible_ = false, planned_ = false;
  bool circumstance_ = false;  ///< the walk left the core of a clause
};

}  // namespace

Factuality factuality_of(SentenceView& view, Index trigger) {
  return Walk(view).run(trigger);
}

std::optional<Phase> phase_of(SentenceView& view, Index trigger) {
  const WordClasses& words = view.frames().words();
  const ClassId starting = words.id("starting"), ending = words.id("ending"), former = words.id("former");
  for (const Index c : view.children(trigger))
    if ((view.label(c) == Dep::amod || view.label(c) == Dep::advmod || view.label(c) == Dep::compound) &&
        view.in_class(c, former))
      return Phase::end;
  Index at = trigger;
  for (int step = 0; step < 3; ++step) {
    const Index parent = view.head(at);
    if (parent == kNone || view.label(at) == Dep::acl_relcl || view.label(at) == Dep::ccomp ||
        view.label(at) == Dep::advcl)
      break;
    if (view.label(at) != Dep::conj) {
      if (view.in_class(parent, ending)) return Phase::end;
      if (view.in_class(parent, starting)) return Phase::start;
    }
    at = parent;
  }
  switch (view.support(trigger)) {
    case Support::start:
      return Phase::start;
    case Support::end:
      return Phase::end;
    case Support::plain:
    case Support::none:
      break;
  }
  return std::nullopt;
}

}  // namespace entente::relations

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Arc-hybrid: a word collects its left dependents while it is at the front of the buffer and its right
// dependents on the stack; it gets its head last. Single root: the root takes a word only when that word is
// alone on the stack.
#include "nlp/transitions.hpp"

#include <cassert>

namespace entente::nlp {

void Configuration::reset(Index size) {
  size_ = size;
  front_ = 0;
  stack_.clear();
  heads_.assign(size + 1, kNone);
  labels_.assign(size + 1, Dep::root);
  left_.assign(size + 1, {});
  right_.assign(size + 1, {});
}

bool Configuration::permits(Move move) const {
  switch (move) {
    case Move::shift:
      return front_ < size_;
    case Move::left:
      return !stack_.empty() && (front_ < size_ || stack_.size() == 1);
    case Move::right:
      return stack_.size() > 1;
  }
  return false;
}

void Configuration::apply(Action action) {
  assert(permits(action.move) && "the caller asks first");
  if (action.move == Move::shift) {
    stack_.push_back(front_++);
    return;
  }
  const Index child = stack_.back();
  stack_.pop_back();
  const bool is_left = action.move == Move::left;
  const Index head = is_left ? front_ : stack_.back();
  heads_[child] = head;
  labels_[child] = action.label;
  Side& side = is_left ? left_[head] : right_[head];
  side.inner = side.outer;
  side.outer = child;
  ++side.count;
  side.labels |= std::uint64_t{1} << static_cast<unsigned>(action.label);
}

}  // namespace entente::nlp

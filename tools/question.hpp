// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The questions of `entente query`: one row each in cmd_query.cpp.
#pragma once

#include <memory>
#include <string_view>

#include "query_args.hpp"
#include "table.hpp"

namespace entente::tools {

class Question {
 public:
  explicit Question(const QuestionArgs& shared) : shared_(shared) {}
  Question(const Question&) = delete;
  Question& operator=(const Question&) = delete;
  virtual ~Question() = default;

  virtual void declare(Options& options) = 0;
  /// The answer; no rows when there is none.
  virtual Table answer() = 0;
  /// Whether the answer is one record rather than rows.
  virtual bool is_record() const { return false; }

 protected:
  const QuestionArgs& shared() const { return shared_; }

 private:
  const QuestionArgs& shared_;
};

/// A question about A, or about A and B.
class QuestionOfOneOrTwo : public Question {
 public:
  using Question::Question;
  void declare(Options& options) override {
    options.add("A", a_, "Name, alias, code or id of an entity").required().from_store(kEntities);
    options.add("B", b_, "Another one").from_store(kEntities);
  }

 protected:
  Index a(const World& world) const { return world.names.find(a_); }
  std::optional<Index> b(const World& world) const {
    return b_.empty() ? std::nullopt : std::optional(world.names.find(b_));
  }

 private:
  std::string a_;
  std::string b_;
};

struct QuestionRow {
  std::string_view name;
  std::string_view summary;
  std::unique_ptr<Question> (*make)(const QuestionArgs& shared);
};

std::unique_ptr<Question> make_depends_on(const QuestionArgs& shared);
std::unique_ptr<Question> make_dependencies_of(const QuestionArgs& shared);
std::unique_ptr<Question> make_exposure(const QuestionArgs& shared);
std::unique_ptr<Question> make_relations(const QuestionArgs& shared);
std::unique_ptr<Question> make_explain(const QuestionArgs& shared);
std::unique_ptr<Question> make_path(const QuestionArgs& shared);
std::unique_ptr<Question> make_entity(const QuestionArgs& shared);
std::unique_ptr<Question> make_mutual(const QuestionArgs& shared);
std::unique_ptr<Question> make_common(const QuestionArgs& shared);
std::unique_ptr<Question> make_conflicts(const QuestionArgs& shared);
std::unique_ptr<Question> make_timeline(const QuestionArgs& shared);
std::unique_ptr<Question> make_changes(const QuestionArgs& shared);
std::unique_ptr<Question> make_blocs(const QuestionArgs& shared);
std::unique_ptr<Question> make_search(const QuestionArgs& shared);
std::unique_ptr<Question> make_top(const QuestionArgs& shared);

}  // namespace entente::tools

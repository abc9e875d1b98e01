// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Assertions that come in any order, and the entities they are about, until they make documents.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "import/statement.hpp"

namespace entente::importers {

/// Entities by the id that a file gives them. References stay valid.
class EntityTable {
 public:
  /// The entity called so in the file; made, with this id as its own, when there is none.
  Index find_or_add(std::string_view reference, EntityType type);
  Entity& operator[](Index entity) { return entities_[entity]; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    Index entity = kNone;
  };
  Slot& slot(std::string_view reference, std::uint32_t hash);
  void grow();

  std::deque<Entity> entities_;
  std::deque<std::string> references_;
  std::vector<Slot> slots_;  // open addressing: at most half of them taken, their number a power of two
};

/// What is known of a document besides what it says.
struct DocumentHead {
  std::string_view id, title, date, outlet, url;
};

class Gather {
 public:
  /// `name` is told as the document and outlet of what has none.
  Gather(const ImportOptions& options, std::string name) : checker_(options), name_(std::move(name)) {}

  EntityTable& entities() { return entities_; }

  /// The reason when it is refused.
  std::optional<std::string> add(const Statement& said, Index subject, Index object, const DocumentHead& head,
                                 Rule rule);
  /// Calls `visit` for every document in order of its first assertion.
  void finish(const std::function<void(Extraction&&)>& visit);

 private:
  static constexpr std::size_t kTexts = 8;

  /// An assertion, its sentence and texts one after the other at `bytes`.
  struct Row {
    const char* bytes;
    std::array<std::uint32_t, kTexts> sizes;
    Index subject, object, document;
    Span trigger, subject_span, object_span;
    double score;
    RelationType type;
    Phase phase;
    Factuality factuality;
    Domain domain;
  };

  Index document(const DocumentHead& head);
  const char* keep(const std::array<std::string_view, kTexts>& texts);
  Extraction extraction(Index document, const std::vector<Index>& rows);

  Checker checker_;
  std::string name_;
  EntityTable entities_;
  std::deque<Row> rows_;
  std::deque<std::string> pool_;  // chunks that never grow
  std::deque<Document> documents_;
  std::unordered_map<std::string_view, Index> by_id_;
  std::size_t unnamed_ = 0;  // assertions without document
  Index latest_unnamed_ = kNone;
  Assertion assertion_;  // used again for every statement
  std::string sentence_;
};

}  // namespace entente::importers

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// An assertion as a file gives it, in words, and the checks that make one of ours of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "entente/facts.hpp"
#include "entente/import.hpp"

namespace entente::importers {

/// Views into the record at hand. Empty: not said.
struct Statement {
  std::string_view relation, phase, factuality, domain, time, place, facility, detail, via, source, rule,
      score;
  std::string_view sentence;  ///< verbatim
  /// Words of the sentence.
  std::string_view trigger, subject_mention, object_mention;
  /// The same as bytes of the sentence; these win.
  std::optional<Span> trigger_span{}, subject_span{}, object_span{};
};

enum class Rule : std::uint8_t {
  evidence,  ///< a sentence that holds the mentions of both ends; every value has to be right
  graph  ///< edges have no mentions, perhaps no sentence: then one is worded; wrong attributes do not count
};

/// The first place where `words` stand in `sentence` as words of their own, or nothing.
std::optional<Span> find_words(std::string_view sentence, std::string_view words);

/// An entity's id where the file has none: `country:russia`.
std::string id_for(EntityType type, std::string_view name);

class Checker {
 public:
  /// REQUIRES: `options` outlives this object. Throws QueryError when they name a relation type that there is
  /// not.
  explicit Checker(const ImportOptions& options);

  /// Why the statement is refused, or nothing. Then `assertion` is filled in but for its ends, its spans
  /// bytes of `sentence`.
  std::optional<std::string> check(const Statement& said, const Entity& subject, const Entity& object,
                                   Rule rule, Assertion& assertion, std::string& sentence) const;

 private:
  std::optional<std::string> set_relation(const Statement& said, const Entity& subject, const Entity& object,
                                          Assertion& assertion) const;

  const ImportOptions& options_;
};

}  // namespace entente::importers

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// How good extractions are: precision, recall and F1 over the distinct (subject, type, object) of each
// document, against documents annotated by people.
//
// Entities need not have the same ids. Countries match by their code; any other entity by a shared name or
// alias (case, accents, punctuation and a leading "the" aside); forces, facilities, bodies, agreements,
// companies and organizations also when one name's words stand within the other's.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/annotated.hpp"

namespace entente {

struct Score {
  std::string name;
  std::size_t right = 0;
  std::size_t predicted = 0;
  std::size_t gold = 0;

  double precision() const;
  double recall() const;
  double f1() const;
};

/// A triple that is only predicted, or only in the gold.
struct Mistake {
  std::string document;
  bool missed = false;  ///< else false
  std::string subject;
  std::string type;
  std::string object;
  std::string evidence;
  double score = 1;  ///< of a false one
  std::string rule;  ///< that made a false one
};

/// One type taken for another between the same two, or the right type the wrong way round.
struct Confusion {
  std::string gold;
  std::string predicted;  ///< ends in " (reversed)" when subject and object are exchanged
  std::size_t count = 0;
};

/// Predictions of about the same score, and how many of them are right: what a score is worth.
struct ScoreBand {
  double from = 0;  ///< to the next tenth
  std::size_t predicted = 0;
  std::size_t right = 0;
  double mean_score = 0;
};

struct Evaluation {
  std::vector<Score> types;  ///< most frequent in the gold first
  Score political;           ///< every type but those of the group structure
  Score structure;
  Score all;
  Score loose;  ///< political, with any type of a group taken for another and either direction
  std::vector<Score> entity_types;
  Score entities;
  /// Of triples found: whose phase and factuality agree; of those with a time in the gold: whose time does.
  double phase_accuracy = 0;
  double factuality_accuracy = 0;
  double time_recall = 0;
  std::vector<Mistake> mistakes;      ///< by document, false ones first
  std::vector<Confusion> confusions;  ///< most frequent first
  std::vector<ScoreBand>
      reliability;  ///< of political relations, by tenths of their score; empty bands left out
  /// Expected calibration error over these bands (Naeini, Cooper and Hauskrecht 2015).
  double calibration_error = 0;
};

/// Documents of `gold` without prediction count as predicted empty; others than those in `gold` do not count.
/// `types`: only these relation types; all when empty.
Evaluation evaluate(const std::vector<AnnotatedDocument>& gold,
                    const std::vector<AnnotatedDocument>& predicted,
                    const std::vector<std::string>& types = {});

}  // namespace entente

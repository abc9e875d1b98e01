// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Documents with their annotation, as `entente extract` writes them and people annotate them: JSON Lines, of
// which only the members below are read.
#pragma once

#include <string>
#include <vector>

namespace entente {

struct AnnotatedEntity {
  std::string id;
  std::string type;
  std::string name;
  std::vector<std::string> aliases;
  std::string code;
};

/// Values are kept as written: what is unknown to us is simply wrong.
struct AnnotatedRelation {
  std::string subject;  ///< id of an entity
  std::string type;
  std::string object;
  std::string phase = "ongoing";
  std::string factuality = "fact";
  std::string time;
  std::vector<std::string> evidence;  ///< sentences of the text
  double score = 1;                   ///< of a prediction
  std::string rule;                   ///< what made it
};

struct AnnotatedDocument {
  std::string id;
  std::vector<AnnotatedEntity> entities;
  std::vector<AnnotatedRelation> relations;
};

/// In the order of the file, which may be gzipped; `-` is standard input. Throws IoError, or DataError naming
/// the line.
std::vector<AnnotatedDocument> read_annotated(const std::string& path);

}  // namespace entente

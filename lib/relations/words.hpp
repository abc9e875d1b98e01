// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Word classes: named sets of lemmas that frames and qualifiers refer to, read from data/frames/words.txt
// (`name: lemma lemma ...`, continued on indented lines). Immutable after loading, shared by threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::relations {

using ClassId = std::uint16_t;

/// Lets hash tables of strings be searched with views.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

class WordClasses {
 public:
  /// Throws DataError with file and line.
  static WordClasses load(const std::string& path);

  /// The class of that name; throws Error when the file has none, so that a misspelt class is found at
  /// loading.
  ClassId id(std::string_view name) const;
  bool contains(ClassId word_class, std::string_view lemma) const;
  /// All classes of a lemma; valid while this object lives.
  const std::vector<ClassId>& classes(std::string_view lemma) const;

 private:
  std::unordered_map<std::string, ClassId, StringHash, std::equal_to<>> names_;
  std::unordered_map<std::string, std::vector<ClassId>, StringHash, std::equal_to<>> words_;
};

}  // namespace entente::relations

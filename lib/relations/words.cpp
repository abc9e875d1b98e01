// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Reads word classes: a line `name: lemmas` opens a class, indented lines continue it, `@other` includes a
// class that stands further up, `#` starts a comment.
#include "relations/words.hpp"

#include <algorithm>

#include "entente/error.hpp"
#include "relations/lines.hpp"

namespace entente::relations {

WordClasses WordClasses::load(const std::string& path) {
  WordClasses classes;
  ClassId current = 0;
  for (const Line& line : read_lines(path, "entente-words 1")) {
    std::size_t first = 0;
    if (line.indent == 0) {
      std::string name = line.fields[0];
      if (name.size() < 2 || name.back() != ':')
        throw DataError(path, line.number, "expected `name: lemma ...`, found `" + name + "`");
      name.pop_back();
      current = static_cast<ClassId>(classes.names_.size());
      if (!classes.names_.emplace(name, current).second)
        throw DataError(path, line.number, "class `" + name + "` stands twice");
      first = 1;
    } else if (classes.names_.empty()) {
      throw DataError(path, line.number, "a continued line before any class");
    }
    for (std::size_t i = first; i < line.fields.size(); ++i) {
      const std::string& word = line.fields[i];
      if (word[0] != '@') {
        classes.words_[word].push_back(current);
        continue;
      }
      const auto included = classes.names_.find(word.substr(1));
      if (included == classes.names_.end())
        throw DataError(path, line.number, "unknown class `" + word + "`");
      for (auto& [lemma, ids] : classes.words_)
        if (std::find(ids.begin(), ids.end(), included->second) != ids.end()) ids.push_back(current);
    }
  }
  return classes;
}

ClassId WordClasses::id(std::string_view name) const {
  const auto found = names_.find(name);
  if (found == names_.end()) throw Error("unknown word class `@" + std::string(name) + "`");
  return found->second;
}

const std::vector<ClassId>& WordClasses::classes(std::string_view lemma) const {
  static const std::vector<ClassId> none;
  const auto found = words_.find(lemma);
  return found == words_.end() ? none : found->second;
}

bool WordClasses::contains(ClassId word_class, std::string_view lemma) const {
  const std::vector<ClassId>& found = classes(lemma);
  return std::find(found.begin(), found.end(), word_class) != found.end();
}

}  // namespace entente::relations
